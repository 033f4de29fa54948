internal import Territory

extension Family {
  /// Columns added and subtracted so that they count a set of people.
  struct Combination: Hashable {
    /// Column and sign, +1 or −1.
    let terms: [Term]

    var columns: [Int] { terms.map(\.column) }
    var isSingle: Bool { terms.count == 1 }
  }

  /// Those of a source who are in some of its categories.
  struct Persons: Hashable {
    let source: String
    let categories: Set<Tally.Category>

    func holdsStrictly(_ others: Persons) -> Bool {
      source == others.source && !others.categories.isEmpty
        && others.categories.isStrictSubset(of: categories)
    }

    /// Those who are not among some of them.
    func leaving(_ others: Persons) -> Persons {
      Persons(source: source, categories: categories.subtracting(others.categories))
    }
  }

  /// A column with its sign in a combination.
  struct Term: Hashable {
    let column: Int
    let sign: Int
  }
}

extension Family.Combination {
  /// Each column alone; what one leaves of another, and two of a third; what is left of a column
  /// when every set of others that share nobody is taken off; what two that overlap leave of a third.
  ///
  /// - Complexity: O(c³) for c columns, and the number of sets that cannot be made larger
  static func all(of columns: [Family.Column]) -> [Self] {
    let singles = columns.indices.map { Self(adding: [$0], takingOff: []) }
    let rests = columns.indices.flatMap { whole in
      sets(inside: whole, columns).map { Self(adding: [whole], takingOff: $0) }
    }
    let overlaps = overlaps(columns)
    var seen: Set<Self> = []
    return (singles + rests + overlaps).filter { seen.insert($0).inserted }
  }

  private init(adding: [Int], takingOff: [Int]) {
    terms =
      adding.map { .init(column: $0, sign: 1) } + takingOff.map { .init(column: $0, sign: -1) }
  }

  /// Sets of columns that a column strictly contains and that share nobody: of one, of two, and as
  /// large as can be.
  private static func sets(inside whole: Int, _ columns: [Family.Column]) -> [[Int]] {
    let parts = columns.indices.filter { part in
      part != whole && columns[whole].contains(columns[part])
        && !columns[part].contains(columns[whole])
    }
    let pairs = parts.flatMap { first in
      parts.filter { $0 > first && columns[first].isApart(from: columns[$0]) }.map { [first, $0] }
    }
    let all = parts.map { [$0] } + pairs + largest([], among: parts, leaving: [], columns)
    return all.filter { leavesSomebody($0, of: columns[whole], columns) }
  }

  /// Every set of columns that share nobody and to which none can be added (Bron & Kerbosch 1973).
  private static func largest(
    _ set: [Int], among candidates: [Int], leaving excluded: [Int], _ columns: [Family.Column]
  ) -> [[Int]] {
    if candidates.isEmpty { return excluded.isEmpty ? [set] : [] }
    var found: [[Int]] = []
    var excluded = excluded
    for (index, column) in candidates.enumerated() {
      func areApart(_ other: Int) -> Bool { columns[column].isApart(from: columns[other]) }
      found += largest(
        set + [column], among: candidates[(index + 1)...].filter(areApart),
        leaving: excluded.filter(areApart), columns)
      excluded.append(column)
    }
    return found
  }

  /// Whether something of the whole is not in the parts; of another source nobody knows.
  private static func leavesSomebody(
    _ parts: [Int], of whole: Family.Column, _ columns: [Family.Column]
  ) -> Bool {
    guard parts.allSatisfy({ columns[$0].source == whole.source }) else { return !parts.isEmpty }
    let taken = parts.reduce(into: Set<Tally.Category>()) { $0.formUnion(columns[$1].selection) }
    return !parts.isEmpty && taken != whole.selection
  }

  /// A + B − C where every category is counted once or not at all, and C is in neither alone.
  private static func overlaps(_ columns: [Family.Column]) -> [Self] {
    columns.indices.flatMap { a in
      columns.indices.filter { $0 > a }.flatMap { b in
        columns.indices.filter { $0 != a && $0 != b }
          .filter { countsOnce(columns[a], columns[b], without: columns[$0]) }
          .map { Self(adding: [a, b], takingOff: [$0]) }
      }
    }
  }

  private static func countsOnce(
    _ first: Family.Column, _ second: Family.Column, without third: Family.Column
  ) -> Bool {
    guard first.source == second.source, first.source == third.source else { return false }
    let twice = first.selection.intersection(second.selection)
    let either = first.selection.union(second.selection)
    let isCountedOnce =
      third.selection.isSuperset(of: twice) && third.selection.isSubset(of: either)
    let isInOne =
      third.selection.isSubset(of: first.selection)
      || third.selection.isSubset(of: second.selection)
    let isNobody = twice.isEmpty && third.selection == either
    return isCountedOnce && !isInOne && !isNobody
  }
}

extension Family.Combination {
  /// Whether what it leaves is made of columns that are published themselves: then it says nothing that
  /// they do not.
  func isMade(of columns: [Family.Column], live: [Int]) -> Bool {
    guard let times = times(columns) else { return false }
    let left = Set(times.filter { $0.value != 0 }.keys)
    let parts = live.filter { column in
      let own = columns[column]
      return own.source == columns[terms[0].column].source && !own.selection.isEmpty
        && own.selection.isSubset(of: left)
    }
    return Self.isCovered(left, by: parts.map { columns[$0].selection })
  }

  /// Those whom it counts, each once; `nil` where nobody can tell.
  func counted(_ columns: [Family.Column]) -> Family.Persons? {
    guard let times = times(columns), times.values.allSatisfy({ (0...1).contains($0) }) else {
      return nil
    }
    return Family.Persons(
      source: columns[terms[0].column].source,
      categories: Set(times.filter { $0.value == 1 }.keys))
  }

  /// How many times it counts each category; `nil` across sources, where nobody knows.
  private func times(_ columns: [Family.Column]) -> [Tally.Category: Int]? {
    var times: [Tally.Category: Int] = [:]
    for term in terms {
      guard columns[term.column].source == columns[terms[0].column].source else { return nil }
      for category in columns[term.column].selection { times[category, default: 0] += term.sign }
    }
    return times
  }

  /// Whether some of the sets, that share nothing, make the whole.
  private static func isCovered(
    _ whole: Set<Tally.Category>, by sets: [Set<Tally.Category>]
  ) -> Bool {
    guard let first = whole.min() else { return true }
    return sets.contains { set in
      set.contains(first) && set.isSubset(of: whole)
        && isCovered(whole.subtracting(set), by: sets)
    }
  }
}
