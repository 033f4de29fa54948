internal import Tables
internal import Territory

/// Reads the amount of a row.
struct AmountReader {
  private let position: Int
  private let mark: DecimalMark
  /// For messages, from 1.
  let column: Int

  /// No row may say more: a tally of a city adds up to less than what a program can still compare.
  static let most = 1_000_000_000.0

  init(_ position: Int, column: Int, _ mark: DecimalMark) {
    self.position = position
    self.column = column
    self.mark = mark
  }

  /// The amount, rounded to the euro, half away from zero; a debt is none.
  ///
  /// - Returns: `nil` for what is no amount
  func amount(of row: Int, in block: borrowing RowBlock) -> Amount? {
    guard let value = block.field(row, position).amount(mark), value >= 0,
      value <= Self.most
    else { return nil }
    return Amount(Int(value.rounded()))
  }
}
