internal import Diagnostics
internal import Tables
internal import Territory

/// Reads how many units a row stands for.
struct CountReader {
  private let position: Int?
  private let column: Int
  private let amounts: AmountReader?
  private let masks: [(text: [UInt8], mask: CountingRule.Mask)]
  private let unavailable: [(position: Int, values: [[UInt8]])]

  init(_ layout: SourceLayout, positions: [String: Int], columns: [Int]) {
    position = layout.rule.countColumn.flatMap { positions[$0] }
    column = position.map { columns[$0] + 1 } ?? 0
    amounts = layout.rule.amount.flatMap { amount in
      positions[amount.column].map { AmountReader($0, column: columns[$0] + 1, amount.mark) }
    }
    masks = layout.rule.masks.map { (Array($0.key.utf8), $0.value) }
    unavailable = layout.unavailable.compactMap { rows in
      positions[rows.column].map { ($0, rows.values.map { Array($0.utf8) }) }
    }
  }

  /// Whether every row is one unit.
  var isOneEach: Bool { position == nil && amounts == nil && unavailable.isEmpty }

  /// The amount of a row that counts; `nil` where the source has none, or it cannot be read.
  func amount(of row: Int, in block: borrowing RowBlock) -> Amount? {
    amounts?.amount(of: row, in: block)
  }

  /// - Returns: the count of the row; a text that is neither a number nor a declared mask is taken
  ///   as not delivered, and recorded
  func count(of row: Int, in block: borrowing RowBlock, problems: inout ProblemLog) -> Count {
    for (position, values) in unavailable {
      let field = block.field(row, position).trimmed
      if values.contains(where: { field.equals($0) }) { return .missing }
    }
    if let amounts, amounts.amount(of: row, in: block) == nil {
      problems.record(Wording.unreadableAmount(at: block.place(of: row, column: amounts.column)))
      return .missing
    }
    guard let position else { return Count(1) }
    let field = block.field(row, position).trimmed
    if let number = field.count, number >= 0 { return Count(number) }
    for (text, mask) in masks where field.equals(text) { return mask.count }
    let place = block.place(of: row, column: column)
    problems.record(
      field.isBlank
        ? Wording.blankCount(at: place)
        : field.isNumber ? Wording.notACount(at: place) : Wording.unreadableCount(at: place))
    return .missing
  }
}

extension Field {
  /// Whether it is a number, below zero or with decimals since it is no count.
  fileprivate var isNumber: Bool { double(.point) != nil || double(.comma) != nil }
}

extension CountingRule.Mask {
  /// The count that the mask stands for.
  var count: Count {
    switch self {
    case .interval(let interval): .masked(interval)
    case .missing: .missing
    }
  }
}
