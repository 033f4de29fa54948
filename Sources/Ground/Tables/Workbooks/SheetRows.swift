/// Receives the rows of a sheet.
protocol SheetRows: AnyObject {
  /// One row that has cells.
  ///
  /// - Parameters:
  ///   - number: in the sheet, from 1
  func row(_ number: Int, isHidden: Bool, _ cells: borrowing SheetCells)
  /// A range of merged cells.
  func merged(_ range: MergedRange)
}

/// The cells of one row that hold something, by column.
struct SheetCells: ~Copyable {
  private(set) var columns: [Int] = []
  private(set) var ranges: [Range<Int>] = []
  var bytes: [UInt8] = []
  /// Formulas whose result was not saved.
  var uncomputed = 0

  /// Forgets the row.
  mutating func removeAll() {
    columns.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    uncomputed = 0
  }

  /// Ends the cell that begins at `start`; line ends and control characters become spaces, so that
  /// a row is one line.
  mutating func close(_ column: Int, from start: Int) {
    for index in bytes.indices[start...] where bytes[index] < 0x20 { bytes[index] = 0x20 }
    let isBlank = bytes[start...].allSatisfy { $0 == 0x20 }
    if isBlank { return bytes.removeSubrange(start...) }
    if let last = columns.last, last >= column { return bytes.removeSubrange(start...) }
    columns.append(column)
    ranges.append(start..<bytes.count)
  }
}

/// Cells shown as one; the first one holds the value.
struct MergedRange: Sendable, Hashable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>
}
