/// How far the sums of a commune narrow what is withheld: the closed form of one sum.
///
/// For each relation with a known total, the hidden rows add up to a known rest S. Each hidden number
/// is at most S less what the others must hold, and at least S less what they can hold.
///
/// - Source: DISCLOSURE.md, « attacker », for one relation; Fischetti & Salazar 2001
struct Exposure {
  /// How much is exposed: relations, then the sum of what they lack.
  struct Degree: Comparable {
    let relations: Int
    let lack: Int

    static let none = Degree(relations: 0, lack: 0)

    static func < (left: Degree, right: Degree) -> Bool {
      (left.relations, left.lack) < (right.relations, right.lack)
    }
  }

  private let relations: [Relation]
  private let sheet: Sheet
  private let rule: ProtectionRule
  /// Rows hidden because the partner did not deliver them: they may hold nobody.
  private let mayBeEmpty: [Bool]
  /// Rows where some column counts one person.
  private let holdsOne: [Bool]

  init(_ relations: [Relation], sheet: Sheet, rule: ProtectionRule) {
    self.relations = relations.filter { ($0.total ?? 0) > 0 || $0.total == 0 && rule.hidesZeros }
    self.sheet = sheet
    self.rule = rule
    let columns = Set(self.relations.flatMap(\.combination.columns)).map { sheet.columns[$0] }
    holdsOne = sheet.zones.indices.map { row in columns.contains { $0.values[row] == 1 } }
    mayBeEmpty = sheet.zones.indices.map { row in
      rule.hidesZeros || columns.contains { $0.isMissing[row] }
    }
  }

  /// How much is exposed when these rows are withheld.
  func degree(hiding hidden: [Bool]) -> Degree {
    let lacks = lacks(hiding: hidden).filter { $0 > 0 }
    return Degree(relations: lacks.count, lack: lacks.reduce(0, +))
  }

  /// The first relation that narrows something too far; `nil` when none does.
  func firstExposed(hiding hidden: [Bool]) -> Relation? {
    zip(relations, lacks(hiding: hidden)).first { $0.1 > 0 }?.0
  }

  private func lacks(hiding hidden: [Bool]) -> [Int] {
    let rows = hidden.indices.filter { hidden[$0] }
    let rests = relations.map { $0.rest(hiding: hidden) ?? 0 }
    let widest = zip(relations, rests).filter(\.0.combination.isSingle).map(\.1).max() ?? 0
    return zip(relations, rests).map { relation, rest in
      lack(of: relation, rows: rows, rest: rest, spare: max(0, widest - rest))
    }
  }
}

// MARK: - One relation

extension Exposure {
  /// - Parameters:
  ///   - rest: what the hidden rows add up to
  ///   - spare: persons of other columns that can fill the rows that hold somebody
  private func lack(of relation: Relation, rows: [Int], rest: Int, spare: Int) -> Int {
    if rows.isEmpty || !relation.combination.isSingle && rest == 0 && !rule.hidesZeros { return 0 }
    let ceilings = Ceilings(relation, rows: rows, rest: rest)
    let mustHold = rows.count { !mayBeEmpty[$0] }
    let bounds = rows.map { row in
      let floor = mayBeEmpty[row] ? 0 : 1
      let others = max(0, mustHold - floor - spare)
      return Bounds(
        lower: max(floor, ceilings.least(row)),
        upper: min(rest - others, ceilings.isUsable ? relation.ceilings[row] ?? .max : .max))
    }
    let narrow = zip(rows, bounds).map { narrowness($1, isPrimary: isPrimary($0, relation)) }
    let missing = max(0, rowsNeeded(relation, rows) - rows.count)
    let toLone = rows.count {
      isLone($0, relation) && ceilings.givesAwayTheOthers(of: $0, relation)
    }
    return (narrow.max() ?? 0) + missing * wanted + toLone
  }

  private struct Bounds {
    let lower: Int
    let upper: Int
  }

  /// The number that each withheld cell must be able to reach.
  private var wanted: Int { max(2, rule.threshold) }

  /// How far an interval falls short of reaching the threshold, of being as wide, and for a primary
  /// cell of reaching down to the smallest number.
  private func narrowness(_ bounds: Bounds, isPrimary: Bool) -> Int {
    let reach = wanted - bounds.upper
    let width = wanted - 1 - (bounds.upper - bounds.lower)
    let depth = isPrimary ? bounds.lower - (rule.hidesZeros ? 0 : 1) : 0
    return max(0, reach, width, depth)
  }

  /// Somebody alone in a cell takes himself off the sum: two other rows must stay.
  private func rowsNeeded(_ relation: Relation, _ rows: [Int]) -> Int {
    rows.contains { isLone($0, relation) } ? 3 : 2
  }

  /// Somebody alone in a row knows the row in every column.
  private func isLone(_ row: Int, _ relation: Relation) -> Bool {
    let value = relation.values[row] ?? 1
    return value == 1 || value == 0 && holdsOne[row]
  }

  private func isPrimary(_ row: Int, _ relation: Relation) -> Bool {
    relation.values[row].map(rule.withholds) ?? true
  }
}

/// What the public thinks the hidden rows can hold at most.
private struct Ceilings {
  /// Whether they are compatible with the rest; else the public sees that they do not bound.
  let isUsable: Bool
  private let relation: Relation
  private let rest: Int
  private let sum: Int
  private let unbounded: Int

  init(_ relation: Relation, rows: [Int], rest: Int) {
    self.relation = relation
    self.rest = rest
    let known = rows.compactMap { relation.ceilings[$0] }
    sum = known.reduce(0, +)
    unbounded = rows.count - known.count
    isUsable = unbounded > 0 || sum >= rest
  }

  /// What a row holds at least, the others being full; 0 when nothing follows.
  func least(_ row: Int) -> Int {
    guard let ofOthers = ofOthers(than: row) else { return 0 }
    return max(0, rest - ofOthers)
  }

  /// Whether the others must all be full once one who is alone has taken himself off.
  func givesAwayTheOthers(of row: Int, _ relation: Relation) -> Bool {
    guard let ofOthers = ofOthers(than: row) else { return false }
    return rest - (relation.values[row] ?? 1) >= ofOthers
  }

  private func ofOthers(than row: Int) -> Int? {
    guard isUsable else { return nil }
    guard let own = relation.ceilings[row] else { return unbounded == 1 ? sum : nil }
    return unbounded == 0 ? sum - own : nil
  }
}
