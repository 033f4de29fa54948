internal import Rates

/// One commune as an attacker sees it.
struct Scene {
  /// IRIS and the unlocated row.
  let rows: ArraySlice<Release.Row>
  /// What the hidden rows of each column of each group of sources add up to, where it is known.
  private let rests: [Set<String>: [Int]]
  /// Rows that the partner did not deliver in a column whose total is known.
  private let undelivered: [Set<String>: Set<Zone>]
  private let total: Release.Row?

  /// - Parameters:
  ///   - block: the rows of one commune, its total last
  init(_ block: ArraySlice<Release.Row>, _ clues: [Clue]) {
    let rows = block.dropLast()
    var rests: [Set<String>: [Int]] = [:]
    var undelivered: [Set<String>: Set<Zone>] = [:]
    for clue in clues where clue.isColumn {
      guard let rest = Self.rest(of: clue, rows, block.last) else { continue }
      rests[clue.sources, default: []].append(rest)
      undelivered[clue.sources, default: []].formUnion(
        rows.lazy.filter { clue.isUndelivered(in: $0) }.map(\.zone))
    }
    self.rows = rows
    self.rests = rests
    self.undelivered = undelivered
    total = block.last
  }

  /// Every number of the commune, its total included.
  var everyRow: [Release.Row] { Array(rows) + [total].compactMap(\.self) }

  /// What the hidden rows add up to; `nil` without a total.
  func rest(of clue: Clue) -> Int? { Self.rest(of: clue, rows, total) }

  /// The most persons that some column of the same sources has in its hidden rows.
  func widestRest(beside clue: Clue) -> Int { rests[clue.sources]?.max() ?? 0 }

  /// Whether the partner delivered nothing there for a column of the same sources that adds up.
  func isUndelivered(_ row: Release.Row, beside clue: Clue) -> Bool {
    undelivered[clue.sources]?.contains(row.zone) ?? false
  }

  private static func rest(
    of clue: Clue, _ rows: ArraySlice<Release.Row>, _ total: Release.Row?
  ) -> Int? {
    guard let total = total.flatMap(clue.number) else { return nil }
    return rows.reduce(total) { $0 - (clue.number(in: $1) ?? 0) }
  }
}
