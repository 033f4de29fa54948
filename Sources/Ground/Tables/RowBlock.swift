public import Diagnostics

/// Consecutive rows of a file, as many as fit in a block, with the columns that were asked for.
///
/// Valid only inside the body that receives it: it points into the file's bytes.
///
/// - Confidential: yes
public struct RowBlock: ~Copyable {
  /// Rows that can be read here.
  public let rowCount: Int
  /// Data lines of this block that are not rows (ragged, unclosed quote, empty fields only), each
  /// with its problem. Over all blocks, `rowCount + setAsideCount` is the number of data lines.
  public var setAsideCount: Int { setAsideLines.count }
  /// Where they start, from 1.
  public let setAsideLines: [Int]
  /// Where the block comes in the file, from 0.
  public let index: Int

  /// The file, and the member or sheet of it.
  let place: Place
  let rows: RowIndex
  /// Slot of each position asked for (a column may be asked for twice).
  let slots: [Int]

  /// The line of the file where the row starts, from 1.
  public func line(of row: Int) -> Int { rows.firstLine + Int(rows.lines[row]) }

  /// Where the row is, for problems about it.
  ///
  /// - Parameters:
  ///   - column: of the file, from 1
  public func place(of row: Int, column: Int? = nil) -> Place {
    var here = place
    here.line = line(of: row)
    here.column = column
    return here
  }

  /// One cell.
  ///
  /// - Parameters:
  ///   - row: in 0..<rowCount
  ///   - position: position in the `columns` that were asked for, not the column of the file
  public func field(_ row: Int, _ position: Int) -> Field {
    precondition(row >= 0 && row < rowCount, "a row of the block")
    return Field(bytes: rows.bytes(row, slots[position]))
  }

  /// One column of numbers, appended in the order of the rows.
  ///
  /// - Parameters:
  ///   - values: receives `rowCount` numbers; NaN where the cell is blank or no number
  /// - Complexity: O(bytes of the column)
  /// - Exactness: bit-identical to `strtod`
  public func doubles(_ position: Int, mark: DecimalMark, into values: inout [Double]) {
    let slot = slots[position]
    let parser = DecimalParser(mark)
    let needed = values.count + rowCount
    if values.capacity < needed { values.reserveCapacity(max(needed, 2 * values.count)) }
    for row in 0..<rowCount { values.append(parser.value(of: rows.bytes(row, slot))) }
  }
}
