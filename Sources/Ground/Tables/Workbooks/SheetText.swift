/// The rows of a sheet as delimited text: one line for each row of the sheet, fields up to the last
/// one that is filled.
///
/// - Confidential: yes
struct SheetText: Sendable {
  /// The byte between fields.
  static let separator = UInt8(ascii: ";")
  /// More than this is read again from the file rather than kept · bytes.
  private static let limit = 64 << 20

  private(set) var bytes: [UInt8] = []
  private(set) var rows: [Row] = []

  /// One row: its number in the sheet, its last column, where its text ends.
  struct Row: Sendable {
    let number: Int32
    let lastColumn: Int32
    let end: Int
  }

  /// Whether there is more than is worth keeping.
  var isTooLarge: Bool {
    bytes.count + rows.count * MemoryLayout<Row>.stride > Self.limit
  }

  mutating func append(_ number: Int, _ cells: borrowing SheetCells) {
    guard let last = cells.columns.last else { return }
    Self.write(cells, to: &bytes)
    rows.append(Row(number: Int32(number), lastColumn: Int32(last), end: bytes.count))
  }

  /// Writes the fields of a row, without its line end.
  static func write(_ cells: borrowing SheetCells, to bytes: inout [UInt8]) {
    var column = 0
    for place in cells.columns.indices {
      pad(cells.columns[place] - column, &bytes)
      column = cells.columns[place]
      quote(cells.bytes[cells.ranges[place]], &bytes)
    }
  }

  /// Writes empty fields.
  static func pad(_ count: Int, _ bytes: inout [UInt8]) {
    if count > 0 { bytes.append(contentsOf: repeatElement(separator, count: count)) }
  }

  private static func quote(_ cell: ArraySlice<UInt8>, _ bytes: inout [UInt8]) {
    guard cell.contains(where: { $0 == 0x22 || $0 == separator }) else {
      bytes += cell
      return
    }
    bytes.append(0x22)
    for byte in cell {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
