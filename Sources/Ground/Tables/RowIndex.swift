/// Where the cells of a block's rows are: written by `RowScanner`, read by `RowBlock`, used again
/// for the next block by the same thread.
///
/// Not `Sendable`: one thread each.
final class RowIndex {
  /// The block as UTF-8.
  var text = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Cells that had doubled quotes, rewritten without them.
  var unescaped: [UInt8] = []
  /// The line of the block's first byte, from 1.
  var firstLine = 1
  /// Rows found.
  var rowCount = 0
  /// Line of each row, counted from `firstLine`.
  private(set) var lines: UnsafeMutablePointer<UInt32>
  /// Start (low half) and end (high half) of each cell, row by row; the last of each row is a place
  /// for columns that nobody asked for.
  private(set) var spans: UnsafeMutablePointer<UInt64>
  /// Cells per row, that last place included.
  let stride: Int
  private var capacity = 0

  /// Added to the offsets of a cell that lies in `unescaped`.
  static let unescapedFlag: UInt32 = 1 << 31

  init(slotCount: Int) {
    stride = slotCount + 1
    lines = .allocate(capacity: 0)
    spans = .allocate(capacity: 0)
  }

  deinit {
    lines.deallocate()
    spans.deallocate()
  }

  /// Makes room for the rows that so many bytes can hold at most.
  func reserve(rows: Int) {
    rowCount = 0
    unescaped.removeAll(keepingCapacity: true)
    if rows <= capacity { return }
    lines.deallocate()
    spans.deallocate()
    lines = .allocate(capacity: rows)
    spans = .allocate(capacity: rows * stride)
    capacity = rows
  }

  /// The bytes of one cell.
  @inline(__always)
  func bytes(_ row: Int, _ slot: Int) -> UnsafeRawBufferPointer {
    let span = spans[row * stride + slot]
    let start = UInt32(truncatingIfNeeded: span)
    let end = UInt32(truncatingIfNeeded: span >> 32)
    if start & Self.unescapedFlag != 0 { return unescapedBytes(start, end) }
    return UnsafeRawBufferPointer(rebasing: text[Int(start)..<Int(end)])
  }

  private func unescapedBytes(_ start: UInt32, _ end: UInt32) -> UnsafeRawBufferPointer {
    let range = Int(start & ~Self.unescapedFlag)..<Int(end)
    return unescaped.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[range]) }
  }
}
