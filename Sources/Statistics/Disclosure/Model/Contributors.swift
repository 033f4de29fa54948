/// Who stands behind the amounts of one column: how many in each row, and the most that one has.
///
/// - Confidential: yes
struct Contributors {
  /// By row; `nil` where it is not known.
  let persons: [Int?]
  /// By row.
  let largest: [Int]
  /// Of all rows; `nil` where it is not known.
  let personsInAll: Int?
  /// Of all rows.
  let largestOfAll: Int

  /// Some persons and the most that one of them has.
  struct Group {
    let persons: Int
    let largest: Int
  }

  /// The group of one row; `nil` where it is not known.
  subscript(row: Int) -> Group? {
    persons[row].map { Group(persons: $0, largest: largest[row]) }
  }

  /// Those of all rows.
  var all: Group? { personsInAll.map { Group(persons: $0, largest: largestOfAll) } }

  /// Those of some rows.
  func group(of rows: some Sequence<Int>) -> Group? {
    var group = Group(persons: 0, largest: 0)
    for row in rows {
      guard let own = self[row] else { return nil }
      group = Group(
        persons: group.persons + own.persons, largest: max(group.largest, own.largest))
    }
    return group
  }

  /// What columns leave of one another: the most that one can have there is the most that one has in
  /// those that are added.
  static func combining(_ parts: [(column: Contributors, sign: Int)]) -> Contributors? {
    guard let rows = parts.first?.column.persons.indices else { return nil }
    let added = parts.filter { $0.sign > 0 }.map(\.column)
    func sum(_ number: (Contributors) -> Int?) -> Int? {
      parts.reduce(0) { sum, part in
        sum.flatMap { sum in number(part.column).map { sum + part.sign * $0 } }
      }
    }
    return Contributors(
      persons: rows.map { row in sum { $0.persons[row] } },
      largest: rows.map { row in added.map { $0.largest[row] }.max() ?? 0 },
      personsInAll: sum(\.personsInAll), largestOfAll: added.map(\.largestOfAll).max() ?? 0)
  }
}

extension ProtectionRule {
  /// Whether an amount must not be seen: few have it, or one has nearly all.
  ///
  /// - Parameters:
  ///   - group: the largest may be an upper bound; it is never more than the amount
  /// - Source: INSEE, manuel de protection des tableaux; see `AmountRule`
  func withholds(_ amount: Int, of group: Contributors.Group) -> Bool {
    if group.persons == 0 { return hidesZeros }
    return AmountRule(threshold: threshold).reason(
      contributors: group.persons, largest: Double(min(group.largest, amount)),
      total: Double(amount)) != nil
  }
}

extension AmountRule {
  /// What a withheld amount must be able to be: the share that one person may have at most stands
  /// between it and either end, so that whoever has the most cannot be guessed better than that.
  static func reach(of amount: Int, dominance: Double = 0.85) -> ClosedRange<Int> {
    let least = Int((Double(amount) * dominance).rounded(.down))
    let most = Int((Double(amount) / dominance).rounded(.up))
    return least...max(amount + 1, most)
  }
}
