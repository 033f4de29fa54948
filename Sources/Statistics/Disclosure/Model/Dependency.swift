internal import Territory

/// Columns of one source that, taken so many times each, count everybody as often on both sides: the
/// ages add up to everybody.
///
/// Whatever can be worked out of one row from other columns follows from these.
struct Dependency {
  /// Column and times.
  let terms: [(column: Int, times: Int)]

  /// Enough dependencies for all others to follow.
  ///
  /// - Parameters:
  ///   - live: columns to consider, by number
  /// - Complexity: O(c² · k) for c columns and k kinds of categories
  static func all(of columns: [Family.Column], live: [Int]) -> [Dependency] {
    let sources = Dictionary(grouping: live.filter { !columns[$0].selection.isEmpty }) {
      columns[$0].source
    }
    return sources.sorted { $0.key < $1.key }.flatMap { _, members in
      kernel(of: kinds(columns, members), members)
    }
  }

  /// For each kind of category, which of the columns count it.
  private static func kinds(_ columns: [Family.Column], _ members: [Int]) -> [[Int]] {
    let categories = members.reduce(into: Set<Tally.Category>()) {
      $0.formUnion(columns[$1].selection)
    }
    let kinds = Set(
      categories.map { category in
        members.map { columns[$0].selection.contains(category) ? 1 : 0 }
      })
    return kinds.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Elimination in integers.
  private static func kernel(of rows: [[Int]], _ members: [Int]) -> [Dependency] {
    var rows = rows
    var pivots: [Int] = []
    for column in members.indices {
      let rank = pivots.count
      guard let found = rows.indices.dropFirst(rank).first(where: { rows[$0][column] != 0 }) else {
        continue
      }
      rows.swapAt(rank, found)
      for row in rows.indices where row != rank && rows[row][column] != 0 {
        rows[row] = reduced(rows[row], by: rows[rank], at: column)
      }
      pivots.append(column)
    }
    let free = members.indices.filter { !pivots.contains($0) }
    return free.map { dependency(of: $0, rows, pivots, members) }
  }

  private static func reduced(_ row: [Int], by pivot: [Int], at column: Int) -> [Int] {
    let combined = zip(row, pivot).map { $0 * pivot[column] - $1 * row[column] }
    let factor = combined.reduce(0, commonFactor)
    return factor > 1 ? combined.map { $0 / factor } : combined
  }

  private static func dependency(
    of free: Int, _ rows: [[Int]], _ pivots: [Int], _ members: [Int]
  ) -> Dependency {
    let scale = pivots.indices.reduce(1) { scale, rank in
      let pivot = abs(rows[rank][pivots[rank]])
      return scale / commonFactor(scale, pivot) * pivot
    }
    var terms = [(column: members[free], times: scale)]
    for (rank, pivot) in pivots.enumerated() where rows[rank][free] != 0 {
      terms.append((members[pivot], -rows[rank][free] * scale / rows[rank][pivot]))
    }
    let factor = terms.reduce(0) { commonFactor($0, $1.times) }
    return Dependency(terms: terms.map { ($0.column, $0.times / max(1, factor)) })
  }

  private static func commonFactor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? abs(a) : commonFactor(b, a % b)
  }
}
