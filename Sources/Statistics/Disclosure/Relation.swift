/// One sum that the public can write: a column's rows, or those of a combination of columns, add up
/// to its total.
struct Relation {
  /// Which columns it is made of.
  let combination: Family.Combination
  /// By row; `nil` where it is not known to us either.
  let values: [Int?]
  /// `nil` when it is not known exactly, and when the rows are no counts of people after all.
  let total: Int?
  /// Largest number that the public would think possible, by row.
  let ceilings: [Int?]
  /// Who stands behind amounts; `nil` of counts.
  let contributors: Contributors?

  init(_ combination: Family.Combination, on sheet: Sheet) {
    self.combination = combination
    let parts = combination.terms.map { (sheet.columns[$0.column], $0.sign) }
    values = sheet.zones.indices.map { row in
      Self.sum(parts.map { column, sign in column.values[row].map { sign * $0 } })
    }
    let isCount = values.allSatisfy { ($0 ?? 0) >= 0 }
    total = isCount ? Self.sum(parts.map { column, sign in column.total.map { sign * $0 } }) : nil
    ceilings =
      combination.isSingle ? parts[0].0.ceilings : sheet.zones.map { _ in nil }
    let behind = parts.compactMap { column, sign in column.contributors.map { ($0, sign) } }
    contributors = behind.count == parts.count ? Contributors.combining(behind) : nil
  }

  private static func sum(_ terms: [Int?]) -> Int? {
    let known = terms.compactMap(\.self)
    return known.count == terms.count ? known.reduce(0, +) : nil
  }

  /// Whether a number of some rows, all where none are named, must not be known.
  func withholds(_ number: Int, in rows: [Int]? = nil, _ rule: ProtectionRule) -> Bool {
    guard let contributors else { return rule.withholds(number) }
    let group = rows.map { contributors.group(of: $0) } ?? contributors.all
    return group.map { rule.withholds(number, of: $0) } ?? true
  }

  /// What the hidden rows add up to; `nil` without a total.
  func rest(hiding hidden: [Bool]) -> Int? {
    guard let total else { return nil }
    return hidden.indices.reduce(total) { hidden[$1] ? $0 : $0 - (values[$1] ?? 0) }
  }
}
