internal import Diagnostics

/// The `.dbf` beside a `.shp`: fixed-width columns, one record per shape.
///
/// - Source: dBASE III+ and IV file structure, as Shapefiles use it
struct AttributeTable {
  let bytes: UnsafeRawBufferPointer
  let columns: [Column]
  /// How many records the header declares.
  let declaredCount: Int
  /// How many of them are whole.
  let count: Int
  private let headerLength: Int
  private let recordLength: Int

  struct Column {
    /// The bytes of its name in the file.
    let name: Range<Int>
    /// The letter of its type: `C`, `N`, `F`, `L`, `D` …
    let type: UInt8
    let decimals: Int
    /// Its bytes in a record.
    let range: Range<Int>
  }

  /// Reads the header.
  ///
  /// - Throws: `layers.damaged-table`
  init(_ bytes: UnsafeRawBufferPointer, place: Place) throws(Problem) {
    guard bytes.count >= 33 else { throw Wording.damagedTable(place) }
    declaredCount = bytes.littleInt32(at: 4)
    headerLength = bytes.littleUInt16(at: 8)
    recordLength = bytes.littleUInt16(at: 10)
    guard declaredCount >= 0, recordLength >= 1, (33...bytes.count).contains(headerLength)
    else { throw Wording.damagedTable(place) }
    self.bytes = bytes
    count = min(declaredCount, (bytes.count - headerLength) / recordLength)
    columns = Self.columns(in: bytes, headerLength: headerLength)
    let isWithinRecord = columns.last.map { $0.range.upperBound <= recordLength } ?? true
    guard isWithinRecord else { throw Wording.damagedTable(place) }
  }

  private static func columns(
    in bytes: UnsafeRawBufferPointer, headerLength: Int
  ) -> [Column] {
    var columns: [Column] = []
    var start = 1
    for offset in stride(from: 32, to: headerLength - 31, by: 32) {
      if bytes[offset] == 0x0D { break }
      let name = bytes[offset..<offset + 11]
      let end = name.firstIndex(of: 0) ?? name.endIndex
      let width = Int(bytes[offset + 16])
      columns.append(
        Column(
          name: offset..<end, type: bytes[offset + 11], decimals: Int(bytes[offset + 17]),
          range: start..<start + width))
      start += width
    }
    return columns
  }

  /// Whether the record is marked as deleted.
  func isDeleted(_ record: Int) -> Bool {
    record < count && bytes[headerLength + record * recordLength] == 0x2A
  }

  /// The bytes of one cell, without the spaces and zeros that fill it up.
  func cell(_ record: Int, _ column: Column) -> UnsafeRawBufferPointer {
    let start = headerLength + record * recordLength
    var first = start + column.range.lowerBound
    var end = start + column.range.upperBound
    while end > first, bytes[end - 1] == 0x20 || bytes[end - 1] == 0 { end -= 1 }
    while first < end, bytes[first] == 0x20 { first += 1 }
    return bytes.part(first..<end)
  }

  /// UTF-8 when every text and name is, else Windows-1252.
  var likelyEncoding: TextEncoding {
    let texts = columns.filter { $0.type == Self.text }
    let areUTF8 =
      columns.allSatisfy { Self.isUTF8(bytes.part($0.name)) }
      && (0..<count).allSatisfy { record in
        texts.allSatisfy { Self.isUTF8(cell(record, $0)) }
      }
    return areUTF8 ? .utf8 : .windows1252
  }

  private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
  }
}

extension AttributeTable {
  private static let text = UInt8(ascii: "C")

  /// One value of a record.
  ///
  /// - Returns: nil when the column's type is not one of ours, or a number is not one; the second
  ///   part is whether the text had bytes that its encoding does not have
  func value(
    _ record: Int, _ column: Column, _ encoding: TextEncoding
  ) -> (Layer.Value?, isDamaged: Bool) {
    let cell = cell(record, column)
    if cell.isEmpty { return (.null, false) }
    switch column.type {
    case Self.text:
      let (text, isDamaged) = encoding.decoded(cell)
      return (.text(text), isDamaged)
    case UInt8(ascii: "N"), UInt8(ascii: "F"): return (Self.number(cell, column), false)
    case UInt8(ascii: "L"): return (Self.truth(cell[0]), false)
    case UInt8(ascii: "D"):
      let isUnset = cell.allSatisfy { $0 == 0x30 }
      return (isUnset ? .null : .text(String(decoding: cell, as: UTF8.self)), false)
    default: return (nil, false)
    }
  }

  /// Asterisks are how dBASE writes a number that did not fit.
  private static func number(_ cell: UnsafeRawBufferPointer, _ column: Column) -> Layer.Value? {
    if cell[0] == UInt8(ascii: "*") { return .null }
    let text = String(decoding: cell, as: UTF8.self)
    if column.type == UInt8(ascii: "N"), column.decimals == 0, let whole = Int64(text) {
      return .integer(whole)
    }
    guard let real = Double(text), real.isFinite else { return nil }
    return .real(real)
  }

  private static func truth(_ letter: UInt8) -> Layer.Value {
    switch letter | 0x20 {
    case UInt8(ascii: "t"), UInt8(ascii: "y"), UInt8(ascii: "o"): .text("true")
    case UInt8(ascii: "f"), UInt8(ascii: "n"): .text("false")
    default: .null
    }
  }
}
