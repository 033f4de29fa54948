internal import Rates
internal import Territory

/// Which rows of one family are withheld in one commune, and which columns wholly.
///
/// Greedy, one commune at a time, by the closed form of one sum (`Exposure`). A row is withheld in
/// every column of the family or in none. The inside may change (linear programs); its result not.
///
/// - Complexity: O(r² · c) for r rows and c combinations, for each row added
struct Suppression {
  /// A column in a row.
  struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  /// By row, whether it is withheld.
  private(set) var hidden: [Bool]
  /// Columns withheld in every row, with their total.
  private(set) var dropped: Set<Int> = []
  /// Cells that are withheld for themselves.
  private(set) var primaries: Set<Cell> = []
  private let family: Family
  private let sheet: Sheet
  private let rule: ProtectionRule
  private let relations: [Relation]

  /// Withholds what the rule asks for and what would give it away.
  init(_ family: Family, _ sheet: Sheet, rule: ProtectionRule) {
    self.family = family
    self.sheet = sheet
    self.rule = rule
    hidden = sheet.zones.map { _ in false }
    relations = family.combinations.map { Relation($0, on: sheet) }
    while let victim = settle() { drop(victim) }
    primaries.formUnion(ownPrimaries())
  }

  /// One attempt with the columns that are left.
  ///
  /// - Returns: the relation that cannot be protected while its columns have a total; `nil` when
  ///   all can
  private mutating func settle() -> Relation? {
    let live = relations.filter { dropped.isDisjoint(with: $0.combination.columns) }
    if let exposed = live.first(where: isTotalWithheld) { return exposed }
    hidden = sheet.zones.indices.map { row in live.contains { mustHide(row, of: $0) } }
    complement(live)
    return Exposure(live, sheet: sheet, rule: rule).firstExposed(hiding: hidden)
  }

  /// Withholds wholly one column of a relation: an indicator rather than a denominator, the smallest
  /// total, the last of equals; with a denominator, the indicators over it.
  private mutating func drop(_ relation: Relation) {
    func key(_ column: Int) -> (Int, Int, Int) {
      (family.columns[column].isDenominator ? 1 : 0, sheet.columns[column].total ?? 0, -column)
    }
    guard let victim = relation.combination.columns.min(by: { key($0) < key($1) }) else { return }
    dropped.insert(victim)
    guard family.columns[victim].isDenominator else { return }
    for (index, column) in family.columns.enumerated() where !column.isDenominator {
      if !Set(column.tables).isDisjoint(with: family.columns[victim].tables) {
        dropped.insert(index)
      }
    }
  }
}

// MARK: - Primary suppression

extension Suppression {
  private func isTotalWithheld(_ relation: Relation) -> Bool {
    let columns = relation.combination.columns.map { sheet.columns[$0] }
    if relation.combination.isSingle && columns[0].isNearlyWhole.last == true { return true }
    guard let total = relation.total else { return false }
    let isVoid = columns.allSatisfy { $0.isVoid.allSatisfy { $0 } }
    return rule.withholds(total) && !isVoid
  }

  private func mustHide(_ row: Int, of relation: Relation) -> Bool {
    let columns = relation.combination.columns.map { sheet.columns[$0] }
    guard let value = relation.values[row] else {
      guard relation.combination.isSingle else { return false }
      return !columns[0].isMissing[row] || relation.total != nil
    }
    if relation.combination.isSingle && columns[0].isNearlyWhole[row] { return true }
    return rule.withholds(value) && !columns.allSatisfy { $0.isVoid[row] }
  }

  /// Cells whose own number, or rate, must not be seen; in dropped columns too.
  private func ownPrimaries() -> Set<Cell> {
    let singles = relations.filter(\.combination.isSingle)
    let cells = singles.flatMap { relation in
      sheet.zones.indices.filter { mustHide($0, of: relation) }
        .map { Cell(column: relation.combination.columns[0], row: $0) }
    }
    return Set(cells)
  }
}

// MARK: - Complementary suppression

extension Suppression {
  /// Adds rows until every sum is safe, then shows again those that were not needed.
  ///
  /// At each step the row that leaves the fewest sums exposed, then the least exposed, then the
  /// cheapest: an inhabited one, with the fewest persons, the smallest population, the lowest code.
  private mutating func complement(_ live: [Relation]) {
    let exposure = Exposure(live, sheet: sheet, rule: rule)
    var candidates = cheapestFirst(live)
    var added: [Int] = []
    while exposure.degree(hiding: hidden) > .none {
      let trials = candidates.map { exposure.degree(hiding: hidden.setting($0, to: true)) }
      guard let best = trials.indices.min(by: { trials[$0] < trials[$1] }) else { return }
      added.append(candidates.remove(at: best))
      hidden = hidden.setting(added[added.count - 1], to: true)
    }
    for row in cheapestFirst(live, among: added).reversed() {
      let shown = hidden.setting(row, to: false)
      if exposure.degree(hiding: shown) == .none { hidden = shown }
    }
  }

  /// Rows that hold somebody, among those not hidden unless others are given.
  private func cheapestFirst(_ live: [Relation], among rows: [Int]? = nil) -> [Int] {
    let singles = live.filter(\.combination.isSingle)
    let rows = rows ?? hidden.indices.filter { !hidden[$0] }
    let persons = rows.map { row in singles.compactMap { $0.values[row] }.max() ?? 0 }
    let costs = zip(rows, persons).filter { $0.1 > 0 }.map { Cost($0.0, persons: $0.1, sheet) }
    return costs.sorted().map(\.row)
  }
}

/// What withholding a row costs, by order of what matters.
private struct Cost: Comparable {
  let row: Int
  private let isUninhabited: Bool
  private let persons: Int
  private let population: Double

  init(_ row: Int, persons: Int, _ sheet: Sheet) {
    self.row = row
    self.persons = persons
    population = sheet.populations[row] ?? 0
    if case .iris = sheet.zones[row] {
      isUninhabited = sheet.populations[row] == 0
    } else {
      isUninhabited = false
    }
  }

  static func < (left: Cost, right: Cost) -> Bool { left.key < right.key }

  private var key: (Int, Int, Double, Int) { (isUninhabited ? 1 : 0, persons, population, row) }
}

extension [Bool] {
  fileprivate func setting(_ index: Int, to value: Bool) -> [Bool] {
    var copy = self
    copy[index] = value
    return copy
  }
}
