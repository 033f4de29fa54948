internal import Tables

/// The addresses of one block of a file, packed; streets and suffixes by their place in the block.
struct AddressRows: Sendable {
  /// A street as some rows name it.
  struct Street: Sendable {
    var key: UInt64
    var code: UInt64
    var oldCode: UInt64
    var isPlace: Bool
    /// A hamlet that addresses of several streets are said to lie in.
    var isGathered = false
    var point = PointRecord()
    var hasPoint: Bool { point.isKnown || point.hasDegrees }
    /// Places in `texts`: name, id, city, old city, La Poste's name, alias, regional name.
    var texts: InlineArray<7, Span32>
  }

  var records: [AddressRecord] = []
  var streetOfRecord: [UInt32] = []
  var streets: [Street] = []
  var suffixes: [Word] = [Word()]
  var texts: [UInt8] = []
  /// Record and text of ids that do not follow from the rest.
  var exceptions: [(record: Int, id: Span32)] = []
  var rowsWithoutCommune = 0
  var rowsWithoutPosition = 0
  var rowsInOtherSystem = 0
  var firstBadLine: Int?

  private var placeOfStreet: [UInt64: UInt32] = [:]
  private var placeOfSuffix: [Word: UInt16] = [:]
  private var lastKey: UInt64 = 0
  private var lastStreet: UInt32 = 0
  private var folded: [UInt8] = []

  /// Reads a block.
  init(_ block: borrowing RowBlock, _ layout: AddressLayout) {
    records.reserveCapacity(block.rowCount)
    streetOfRecord.reserveCapacity(block.rowCount)
    for row in 0..<block.rowCount { read(row, of: block, layout) }
    placeOfStreet = [:]
  }

  private mutating func read(_ row: Int, of block: borrowing RowBlock, _ layout: AddressLayout) {
    let code = Self.code(layout.bytes(.insee, row, of: block))
    let name = layout.bytes(.name, row, of: block)
    guard code != 0, !name.isEmpty else {
      rowsWithoutCommune += 1
      if firstBadLine == nil { firstBadLine = block.line(of: row) }
      return
    }
    let number = Self.number(layout.bytes(.number, row, of: block))
    let street = self.street(row, of: block, layout, code: code, name: name)
    var point = Self.point(row, of: block, layout)
    if point.isKnown && Self.isMetropolitan(code) && !point.isInLambert93 {
      rowsInOtherSystem += 1
      point.x = PointRecord.unknown
      point.y = PointRecord.unknown
    }
    guard let number, number < 99_999, !layout.isPlaceFile else {
      if !streets[Int(street)].hasPoint { streets[Int(street)].point = point }
      return
    }
    var record = AddressRecord()
    record.number = number
    record.suffix = suffix(layout.bytes(.suffix, row, of: block))
    record.point = point
    if !point.isKnown && !point.hasDegrees { rowsWithoutPosition += 1 }
    record.iris = Self.number(layout.bytes(.postcode, row, of: block)) ?? 0
    record.position = Self.type(layout.bytes(.type, row, of: block)).rawValue
    let id = layout.bytes(.id, row, of: block)
    add(record, of: street, id)
    let hamlet = layout.bytes(.hamlet, row, of: block)
    if !hamlet.isEmpty, !hamlet.elementsEqual(name) {
      add(record, of: self.hamlet(row, of: block, layout, code: code, name: hamlet), id)
    }
  }

  private mutating func add(
    _ record: AddressRecord, of street: UInt32, _ id: UnsafeRawBufferPointer
  ) {
    var record = record
    checkID(id, street, &record)
    records.append(record)
    streetOfRecord.append(street)
  }

  /// The hamlet of an address, as if it were a street of its own: « 6 La Borde » is how it was
  /// written before the commune named its streets.
  private mutating func hamlet(
    _ row: Int, of block: borrowing RowBlock, _ layout: AddressLayout, code: UInt64,
    name: UnsafeRawBufferPointer
  ) -> UInt32 {
    let key = Mixing.mix(Mixing.mix(Self.hash(name), 0x6861_6D6C_6574), code)
    if let place = placeOfStreet[key] { return place }
    let place = UInt32(streets.count)
    placeOfStreet[key] = place
    let spans: InlineArray<7, Span32> = [
      keep(name), Span32(), keep(layout.bytes(.city, row, of: block)), Span32(), Span32(),
      Span32(), Span32(),
    ]
    streets.append(
      Street(key: key, code: code, oldCode: 0, isPlace: true, isGathered: true, texts: spans))
    return place
  }

  private mutating func street(
    _ row: Int, of block: borrowing RowBlock, _ layout: AddressLayout, code: UInt64,
    name: UnsafeRawBufferPointer
  ) -> UInt32 {
    let old = Self.code(layout.bytes(.oldInsee, row, of: block))
    let id = Self.streetID(
      layout.bytes(.street, row, of: block), layout.bytes(.id, row, of: block), layout)
    var key = Mixing.mix(Mixing.mix(Self.hash(name), Self.hash(id)), code)
    key = Mixing.mix(key, old)
    if key == lastKey { return lastStreet }
    lastKey = key
    if let place = placeOfStreet[key] {
      lastStreet = place
      return place
    }
    lastStreet = UInt32(streets.count)
    placeOfStreet[key] = lastStreet
    let spans: InlineArray<7, Span32> = [
      keep(name), keep(id), keep(layout.bytes(.city, row, of: block)),
      keep(layout.bytes(.oldCity, row, of: block)), keep(layout.bytes(.afnor, row, of: block)),
      keep(layout.bytes(.alias, row, of: block)), keep(layout.bytes(.regional, row, of: block)),
    ]
    streets.append(
      Street(
        key: key, code: code, oldCode: old,
        isPlace: layout.isPlaceFile, texts: spans))
    return lastStreet
  }

  private mutating func keep(_ bytes: UnsafeRawBufferPointer) -> Span32 {
    let start = texts.count
    if let repaired = DoubleEncoding.repaired(bytes) {
      texts.append(contentsOf: repaired)
    } else {
      texts.append(contentsOf: bytes)
    }
    return Span32(start, texts.count)
  }

  private mutating func suffix(_ bytes: UnsafeRawBufferPointer) -> UInt16 {
    if bytes.isEmpty { return 0 }
    folded.removeAll(keepingCapacity: true)
    Folding.fold(bytes.bindMemory(to: UInt8.self), into: &folded)
    var word = Word()
    for byte in folded where byte >= 0x30 { word.append(byte) }
    if word.isEmpty { return 0 }
    if let place = placeOfSuffix[word] { return place }
    let place = UInt16(clamping: suffixes.count)
    suffixes.append(word)
    placeOfSuffix[word] = place
    return place
  }

  /// Marks ids that do not follow from street, number and suffix.
  private mutating func checkID(
    _ bytes: UnsafeRawBufferPointer, _ street: UInt32, _ record: inout AddressRecord
  ) {
    if bytes.isEmpty { return }
    let follows = Self.follows(
      bytes, texts[streets[Int(street)].texts[1].range], record.number, suffixes[Int(record.suffix)]
    )
    if follows { return }
    record.flags |= 1
    exceptions.append((records.count, keep(bytes)))
  }
}

extension AddressRows {
  /// Whether an id is its street's, five digits and the suffix: `21231_0590_00012_bis`.
  private static func follows(
    _ id: UnsafeRawBufferPointer, _ street: ArraySlice<UInt8>, _ number: UInt32, _ suffix: Word
  ) -> Bool {
    let tail = suffix.isEmpty ? 0 : suffix.count + 1
    guard id.count == street.count + 6 + tail, id.starts(with: street) else { return false }
    var rest = number
    for place in stride(from: street.count + 5, to: street.count, by: -1) {
      if id[place] != UInt8(rest % 10) + 0x30 { return false }
      rest /= 10
    }
    guard id[street.count] == 0x5F, rest == 0 else { return false }
    if tail == 0 { return true }
    return id[street.count + 6] == 0x5F
      && (0..<suffix.count).allSatisfy { place in
        let byte = suffix[place]
        return id[street.count + 7 + place] == (byte >= 0x41 ? byte | 0x20 : byte)
      }
  }

  /// Whether a code is not of an overseas territory, whose systems are others.
  private static func isMetropolitan(_ code: UInt64) -> Bool {
    !(code & 0xFF == 0x39 && [0x37, 0x38].contains(code >> 8 & 0xFF))
  }

  /// Five characters in the low bytes; 0 unless it is a code.
  static func code(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard bytes.count == 5 else { return 0 }
    return bytes.enumerated().reduce(0) { $0 | UInt64($1.element) << ($1.offset * 8) }
  }

  static func number(_ bytes: UnsafeRawBufferPointer) -> UInt32? {
    guard !bytes.isEmpty, bytes.count < 9 else { return nil }
    var value: UInt32 = 0
    for byte in bytes {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + UInt32(byte & 15)
    }
    return value
  }

  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count)
    var index = 0
    while index + 8 <= bytes.count {
      hash = Mixing.mix(hash, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    return Mixing.mix(hash, rest)
  }

  /// `21231_0590`: `id_fantoir`, or what stands before the number in the id.
  private static func streetID(
    _ street: UnsafeRawBufferPointer, _ id: UnsafeRawBufferPointer, _ layout: AddressLayout
  ) -> UnsafeRawBufferPointer {
    var underscores = 0
    for index in id.indices where id[index] == 0x5F {
      underscores += 1
      if underscores == 2 && index > 6 { return UnsafeRawBufferPointer(rebasing: id[..<index]) }
    }
    return street.isEmpty && layout.isPlaceFile ? id : street
  }

  private static func type(_ bytes: UnsafeRawBufferPointer) -> PositionType {
    if bytes.isEmpty { return .unknown }
    switch bytes.count > 1 ? (bytes[0], bytes[1]) : (0, 0) {
    case (UInt8(ascii: "e"), _): return .entrance
    case (UInt8(ascii: "b"), _): return .building
    case (UInt8(ascii: "c"), _): return .stairs
    case (UInt8(ascii: "l"), _): return .dwelling
    case (UInt8(ascii: "d"), _): return .delivery
    case (UInt8(ascii: "p"), _): return .parcel
    case (UInt8(ascii: "s"), UInt8(ascii: "e")): return bytes.count > 8 ? .service : .segment
    default: return .unknown
    }
  }

  private static func point(
    _ row: Int, of block: borrowing RowBlock, _ layout: AddressLayout
  ) -> PointRecord {
    var point = PointRecord()
    func value(_ column: AddressLayout.Column) -> Double? {
      let slot = layout.slots[column.rawValue]
      return slot < 0 ? nil : block.field(row, slot).double(.point)
    }
    if let x = value(.x), let y = value(.y), abs(x) < 2e7, abs(y) < 2e7, x != 0 || y != 0 {
      point.x = Int32((x * 100).rounded())
      point.y = Int32((y * 100).rounded())
    }
    if let longitude = value(.longitude), let latitude = value(.latitude), abs(longitude) <= 180,
      abs(latitude) <= 90, longitude != 0 || latitude != 0
    {
      point.longitude = Int32((longitude * 1e7).rounded())
      point.latitude = Int32((latitude * 1e7).rounded())
    }
    return point
  }
}
