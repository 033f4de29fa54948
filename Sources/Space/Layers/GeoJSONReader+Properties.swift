internal import Diagnostics

extension GeoJSONReader {
  /// Reads the properties of the feature at hand, or null.
  ///
  /// - Returns: one value for each field known so far
  mutating func readProperties() throws(Problem) -> [Layer.Value] {
    var values = [Layer.Value](repeating: .null, count: fields.names.count)
    guard cursor.byte == 0x7B else {
      if !cursor.take("null") {
        problems.record(Wording.notProperties(here))
        try cursor.skipValue()
      }
      return values
    }
    fields.begin()
    var key = try cursor.firstKey()
    while let member = key {
      let field = try index(of: member)
      if field == values.count { values.append(.null) }
      values[field] = try readValue(of: field)
      key = try cursor.nextKey()
    }
    return values
  }

  private mutating func index(of key: JSONText) throws(Problem) -> Int {
    let bytes = UnsafeRawBufferPointer(rebasing: cursor.bytes[key.range])
    let found = fields.expected(bytes) ?? fields.index(of: cursor.decoded(key).0)
    if fields.isRepeated(found) {
      problems.record(Wording.repeatedField(here, fields.names[found]))
    }
    guard fields.names.count <= Self.mostFields else {
      throw Wording.tooManyFields(here, Self.mostFields)
    }
    return found
  }

  private mutating func readValue(of field: Int) throws(Problem) -> Layer.Value {
    switch cursor.byte {
    case 0x22: return .text(try readPropertyText(of: field))
    case 0x7B, 0x5B:
      problems.record(Wording.nestedValue(here, fields.names[field]))
      try cursor.skipValue()
      return .null
    case _ where cursor.isAtNumber: return try readNumberValue(of: field)
    default: return try readWordValue(of: field)
    }
  }

  private mutating func readPropertyText(of field: Int) throws(Problem) -> String {
    let (text, isDamaged) = cursor.decoded(try cursor.readText("texte attendu"))
    if isDamaged { problems.record(Wording.damagedText(here, fields.names[field])) }
    return text
  }

  private mutating func readNumberValue(of field: Int) throws(Problem) -> Layer.Value {
    switch try cursor.readNumber() {
    case .whole(let number): return .integer(number)
    case .real(let number) where number.isFinite: return .real(number)
    case .real: return infinite(field)
    }
  }

  private mutating func readWordValue(of field: Int) throws(Problem) -> Layer.Value {
    switch try cursor.readWord() {
    case .null: return .null
    case .yes: return .text("true")
    case .no: return .text("false")
    case .notFinite: return infinite(field)
    }
  }

  private mutating func infinite(_ field: Int) -> Layer.Value {
    problems.record(Wording.infiniteValue(here, fields.names[field]))
    return .null
  }
}

/// The attribute names of a layer in the order of their first appearance.
///
/// Features mostly repeat the same keys in the same order, so that the key expected next is tried
/// before any table.
struct FieldNames {
  private(set) var names: [String] = []
  private var keys: [[UInt8]] = []
  private var indexOfName: [String: Int] = [:]
  private var expectedIndex = 0
  /// For each field, the last feature that had it.
  private var lastUse: [Int] = []
  private var use = 0

  /// Begins with another feature.
  mutating func begin() {
    expectedIndex = 0
    use += 1
  }

  /// The index of the key expected next, when its bytes are these.
  mutating func expected(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard expectedIndex < keys.count, keys[expectedIndex].elementsEqual(bytes) else { return nil }
    expectedIndex += 1
    return expectedIndex - 1
  }

  /// The index of a name, new ones included.
  mutating func index(of name: String) -> Int {
    let index = indexOfName[name] ?? names.count
    if index == names.count {
      names.append(name)
      keys.append(Array(name.utf8))
      lastUse.append(0)
      indexOfName[name] = index
    }
    expectedIndex = index + 1
    return index
  }

  /// Whether the feature at hand has had this field before.
  mutating func isRepeated(_ index: Int) -> Bool {
    defer { lastUse[index] = use }
    return lastUse[index] == use
  }
}
