internal import Rates

/// One commune as an attacker sees it.
struct Scene {
  /// IRIS and the unlocated row.
  let rows: ArraySlice<Release.Row>
  private let total: Release.Row?

  /// - Parameters:
  ///   - block: the rows of one commune, its total last
  init(_ block: ArraySlice<Release.Row>) {
    rows = block.dropLast()
    total = block.last
  }

  /// Every number of the commune, its total included.
  var everyRow: [Release.Row] { Array(rows) + [total].compactMap(\.self) }

  /// What the hidden rows add up to; `nil` without a total.
  func rest(of clue: Clue) -> Int? {
    guard let total = total.flatMap(clue.number) else { return nil }
    return rows.reduce(total) { $0 - (clue.number(in: $1) ?? 0) }
  }
}
