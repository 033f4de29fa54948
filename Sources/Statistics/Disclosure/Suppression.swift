internal import Rates
internal import Territory

/// Which cells of one family are withheld in one commune, and which columns wholly.
///
/// The cells are chosen by linear programs (`Masking`), totals staying. Where that cannot be, a column
/// goes with its total and all its rows, zeros too, and the others are tried again.
struct Suppression {
  /// A column in a row.
  struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  /// Cells that are withheld, those of dropped columns left out.
  private(set) var hidden: Set<Cell> = []
  /// Columns withheld in every row, with their total.
  private(set) var dropped: Set<Int> = []
  /// Cells that are withheld for themselves.
  private(set) var primaries: Set<Cell> = []
  /// Linear programs solved.
  private(set) var programs = 0
  private let family: Family
  private let sheet: Sheet
  private let rule: ProtectionRule
  private let relations: [Relation]

  /// Withholds what the rule asks for and what would give it away.
  init(_ family: Family, _ sheet: Sheet, rule: ProtectionRule) {
    self.family = family
    self.sheet = sheet
    self.rule = rule
    relations = family.combinations.map { Relation($0, on: sheet) }
    while let victim = settle() { drop(victim) }
    primaries.formUnion(ownPrimaries())
  }

  /// One attempt with the columns that are left.
  ///
  /// - Returns: the relation that cannot be protected while its columns have a total; `nil` when
  ///   all can
  private mutating func settle() -> Relation? {
    let columns = family.columns.indices.filter { !dropped.contains($0) }
    let all = relations.filter { relation in
      dropped.isDisjoint(with: relation.combination.columns)
        && (relation.combination.isSingle
          || !relation.combination.isMade(of: family.columns, live: columns))
    }
    let live = withoutRepeats(all)
    if let exposed = live.first(where: isTotalWithheld) { return exposed }
    let dependencies = Dependency.all(of: family.columns, live: columns)
    var system = FamilySystem(live, dependencies, of: family, sheet: sheet, rule: rule)
    do {
      if let doubted = system.withoutDoubtful {
        hidden = system.hidden(by: try doubted.masked(aim(minding: system)))
        _ = system.force(hidden)
      }
      repeat {
        let mask = try system.cells.masked(aim(minding: system))
        programs += mask.programs
        hidden = system.hidden(by: mask)
      } while system.force(numeratorsWithoutBase) || system.force(hiddenAmounts)
      return nil
    } catch {
      return live[system.relation(of: error.cell)]
    }
  }

  /// Without relations that count those whom another counts that is known in every row: somebody alone
  /// in both would be taken for two.
  private func withoutRepeats(_ relations: [Relation]) -> [Relation] {
    var known: Set<Family.Persons> = []
    return relations.filter { relation in
      guard let persons = relation.combination.counted(family.columns) else { return true }
      if !relation.combination.isSingle && known.contains(persons) { return false }
      if relation.values.allSatisfy({ $0 != nil }) { known.insert(persons) }
      return true
    }
  }

  private func aim(minding system: FamilySystem) -> MaskingAim {
    MaskingAim(
      .across(max(2, rule.threshold)), hidesZeros: rule.hidesZeros, coversAll: true,
      insights: system.loneAmounts + partners(in: system))
  }

  /// What each of several partners knows: the cells of its own files.
  private func partners(in system: FamilySystem) -> [[Int]] {
    let owners = family.columns.map { rule.owner(of: $0.origin) }
    guard Set(owners).count > 1 else { return [] }
    return Set(owners).sorted().map { owner in
      system.places.filter { owners[$0.key.column] == owner }.map(\.value).sorted()
    }
  }

  /// Amounts that are withheld for another's sake: nobody can tell them from the others.
  private var hiddenAmounts: Set<Cell> {
    hidden.filter { family.columns[$0.column].isAmount }
  }

  /// Counts that are shown where what they are divided by is not: the figure goes as a whole.
  private var numeratorsWithoutBase: Set<Cell> {
    let bases = hidden.filter { family.columns[$0.column].isDenominator }
    return Set(
      bases.flatMap { base in
        family.columns.indices.filter { family.columns[$0].isOver(family.columns[base.column]) }
          .map { Cell(column: $0, row: base.row) }
      }
    ).subtracting(hidden)
  }

  /// Withholds wholly one column of a relation: an indicator rather than a denominator, the smallest
  /// total, the last of equals; with a denominator, the indicators over it. What is public already comes
  /// last.
  private mutating func drop(_ relation: Relation) {
    func key(_ column: Int) -> (Int, Int, Int, Int) {
      (
        sheet.columns[column].isPast ? 1 : 0, family.columns[column].isDenominator ? 1 : 0,
        sheet.columns[column].total ?? 0, -column
      )
    }
    guard let victim = relation.combination.columns.min(by: { key($0) < key($1) }) else { return }
    dropped.insert(victim)
    for (index, column) in family.columns.enumerated() {
      if column.isOver(family.columns[victim]) { dropped.insert(index) }
    }
  }
}

extension Family.Column {
  /// Whether it is counted over the other.
  fileprivate func isOver(_ base: Family.Column) -> Bool {
    base.isDenominator && !isDenominator && !Set(tables).isDisjoint(with: base.tables)
  }
}

// MARK: - Primary suppression

extension Suppression {
  private func isTotalWithheld(_ relation: Relation) -> Bool {
    let columns = relation.combination.columns.map { sheet.columns[$0] }
    if relation.combination.isSingle && columns[0].isNearlyWhole.last == true { return true }
    guard let total = relation.total else { return false }
    if sheet.groups.contains(where: { relation.isSmall(in: $0, rule) }) { return true }
    let isVoid = columns.allSatisfy { $0.isVoid.allSatisfy { $0 } }
    return relation.withholds(total, rule) && !isVoid
  }

  /// Cells whose own number, or rate, must not be seen; in dropped columns too.
  private func ownPrimaries() -> Set<Cell> {
    let singles = relations.filter(\.combination.isSingle)
    let cells = singles.flatMap { relation in
      sheet.zones.indices.filter { relation.mustHide($0, on: sheet, rule) }
        .map { Cell(column: relation.combination.columns[0], row: $0) }
    }
    return Set(cells)
  }
}

extension Relation {
  /// Whether the total of some rows, that is public, must not be known.
  fileprivate func isSmall(in rows: [Int], _ rule: ProtectionRule) -> Bool {
    let known = rows.compactMap { values[$0] }
    return known.count == rows.count && withholds(known.reduce(0, +), in: rows, rule)
  }

  /// Whether a row's number must not be known.
  func mustHide(_ row: Int, on sheet: Sheet, _ rule: ProtectionRule) -> Bool {
    let columns = combination.columns.map { sheet.columns[$0] }
    guard let value = values[row] else {
      return combination.isSingle && (!columns[0].isMissing[row] || total != nil)
    }
    if combination.isSingle && columns[0].isNearlyWhole[row] { return true }
    if combination.isSingle && columns[0].isKeptToCommune && !columns[0].isNobody(row) {
      return true
    }
    return withholds(value, in: [row], rule) && !columns.allSatisfy { $0.isVoid[row] }
  }
}
