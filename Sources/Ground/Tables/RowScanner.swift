/// Finds the cells of the rows of one block.
///
/// Sixty-four bytes at a time become a word with a bit for each separator and line end; the bits are
/// then visited one by one. Quotes leave that path at the field that they open.
struct RowScanner {
  private let grammar: Grammar
  /// Fields of a good row.
  private let width: Int
  /// Slot of each column; the place for unwanted ones elsewhere, and at `width` for fields too many.
  private let slots: [Int]

  /// A line that is no row.
  struct SetAside: Equatable {
    enum Reason: Equatable {
      case fieldCount(Int)
      case unclosedQuote(column: Int)
      case blank
      /// « Source : … » under the table.
      case note
    }
    /// Counted from the first line of the block, from 0.
    let line: Int
    let reason: Reason
  }

  /// - Parameters:
  ///   - width: fields of a good row
  ///   - columns: distinct columns to keep, in the order of their slots
  init(grammar: Grammar, width: Int, columns: [Int]) {
    self.grammar = grammar
    self.width = width
    var slots = [Int](repeating: columns.count, count: width + 1)
    for (slot, column) in columns.enumerated() { slots[column] = slot }
    self.slots = slots
  }

  /// Fills the index from `index.text`, which begins and ends with rows.
  ///
  /// - Returns: the lines that are no rows, in order
  func scan(into index: RowIndex) -> [SetAside] {
    let text = index.text
    index.reserve(rows: text.count / max(2, width) + 2)
    return slots.withUnsafeBufferPointer { slots in
      var walk = RowWalk(grammar: grammar, width: width, slots: slots, index: index)
      walk.run()
      return walk.setAside
    }
  }
}
