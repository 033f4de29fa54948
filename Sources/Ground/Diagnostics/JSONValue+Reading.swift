extension JSONValue {
  /// The value that a text holds.
  ///
  /// Strict, since what we read back is what we wrote: no comment, no trailing comma, no key twice.
  ///
  /// - Parameters:
  ///   - bytes: one value in UTF-8, spaces around allowed
  /// - Returns: `nil` for anything else, and for more than 64 values inside one another
  /// - Complexity: O(bytes)
  /// - Exactness: whole numbers beyond 64 bits and all others become the nearest double
  /// - Source: RFC 8259
  public init?(parsing bytes: [UInt8]) {
    let value = bytes.withUnsafeBytes { buffer in
      var parser = JSONParser(bytes: buffer)
      return parser.wholeText()
    }
    guard let value else { return nil }
    self = value
  }

  /// A member of an object; `nil` when there is none.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let pairs) = self else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  /// The text; `nil` for anything else.
  public var string: String? { if case .text(let text) = self { text } else { nil } }

  /// The whole number; `nil` for anything else.
  public var whole: Int? { if case .integer(let number) = self { number } else { nil } }

  /// Any number; `nil` for anything else.
  public var real: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  /// True or false; `nil` for anything else.
  public var truth: Bool? { if case .boolean(let value) = self { value } else { nil } }

  /// The values of an array; `nil` for anything else.
  public var elements: [JSONValue]? { if case .array(let values) = self { values } else { nil } }

  /// Whether it is `null`.
  public var isNull: Bool { if case .null = self { true } else { false } }
}

/// One pass over the bytes. Past the end every byte is 0, which no construct accepts.
private struct JSONParser {
  private static let deepest = 64

  let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var depth = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private var byte: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  mutating func wholeText() -> JSONValue? {
    guard let value = value() else { return nil }
    skipSpace()
    return offset == bytes.count ? value : nil
  }

  private mutating func value() -> JSONValue? {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return nested { $0.object() }
    case UInt8(ascii: "["): return nested { $0.array() }
    case UInt8(ascii: "\""): return text().map(JSONValue.text)
    case UInt8(ascii: "t"): return takes("true") ? .boolean(true) : nil
    case UInt8(ascii: "f"): return takes("false") ? .boolean(false) : nil
    case UInt8(ascii: "n"): return takes("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func nested(_ body: (inout Self) -> JSONValue?) -> JSONValue? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    offset += 1
    defer { depth -= 1 }
    return body(&self)
  }

  private mutating func object() -> JSONValue? {
    var pairs: [(key: String, value: JSONValue)] = []
    var seen: Set<String> = []
    if takesMark("}") { return .object([]) }
    repeat {
      skipSpace()
      guard let key = text(), seen.insert(key).inserted, takesMark(":"), let value = value() else {
        return nil
      }
      pairs.append((key, value))
    } while takesMark(",")
    return takesMark("}") ? .object(pairs) : nil
  }

  private mutating func array() -> JSONValue? {
    var values: [JSONValue] = []
    if takesMark("]") { return .array([]) }
    repeat {
      guard let value = value() else { return nil }
      values.append(value)
    } while takesMark(",")
    return takesMark("]") ? .array(values) : nil
  }

  private mutating func skipSpace() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private mutating func takesMark(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard byte == UInt8(ascii: mark) else { return false }
    offset += 1
    return true
  }

  private mutating func takes(_ word: StaticString) -> Bool {
    let end = offset + word.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    let wanted = UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[offset..<end].elementsEqual(wanted) else { return false }
    offset = end
    return true
  }
}

// MARK: - Numbers and texts

extension JSONParser {
  private mutating func number() -> JSONValue? {
    let start = offset
    if byte == UInt8(ascii: "-") { offset += 1 }
    let first = byte
    guard let digits = takeDigits(), first != 0x30 || digits == 1 else { return nil }
    var isWhole = true
    if byte == UInt8(ascii: ".") {
      offset += 1
      isWhole = false
      guard takeDigits() != nil else { return nil }
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      offset += 1
      isWhole = false
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
      guard takeDigits() != nil else { return nil }
    }
    let written = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isWhole, let whole = Int(written) { return .integer(whole) }
    return Double(written).flatMap { $0.isFinite ? .number($0) : nil }
  }

  /// How many there were; `nil` for none.
  private mutating func takeDigits() -> Int? {
    let start = offset
    while byte &- 0x30 < 10 { offset += 1 }
    return offset > start ? offset - start : nil
  }

  private mutating func text() -> String? {
    guard byte == UInt8(ascii: "\"") else { return nil }
    offset += 1
    var result: [UInt8] = []
    while offset < bytes.count {
      let next = bytes[offset]
      offset += 1
      switch next {
      case UInt8(ascii: "\""): return String(validating: result, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        result += Array(String(Character(scalar)).utf8)
      case ..<0x20: return nil
      default: result.append(next)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    let kind = byte
    offset += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(kind)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return unicodeEscape()
    default: return nil
    }
  }

  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = fourDigits() else { return nil }
    guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) }
    guard takes("\\u"), let second = fourDigits(), second & 0xFC00 == 0xDC00 else { return nil }
    return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
  }

  private mutating func fourDigits() -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    let digits = bytes[offset..<offset + 4]
    guard digits.allSatisfy({ $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }) else { return nil }
    offset += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
