internal import Diagnostics
internal import Rates
internal import Territory

extension Draft {
  /// What the campaign says that its sources have in common, and their numbers deny; `nil` when none do.
  var firstDeniedLink: Problem? {
    for family in families {
      for sum in family.linkedSums {
        let wrong = zones.indices.filter { row in
          family.value(of: sum.terms, in: row, tables).map { !sum.fits($0) } ?? false
        }
        guard let first = wrong.first else { continue }
        let names = Set(sum.terms.map { family.columns[$0.column].origin }).sorted()
        return Wording.linkDenied(names, zones[first].code, count: wrong.count)
      }
    }
    return nil
  }
}

/// Columns of linked sources that add up to nobody, or to somebody or nobody.
private struct LinkedSum {
  let terms: [(column: Int, times: Int)]
  let mayLeaveSomebody: Bool

  func fits(_ rest: Int) -> Bool { mayLeaveSomebody ? rest >= 0 : rest == 0 }
}

extension Family {
  /// What links say of the columns: sums, and wholes with one of their parts.
  fileprivate var linkedSums: [LinkedSum] {
    let sums = Dependency.all(of: columns, live: Array(columns.indices)).map {
      LinkedSum(terms: $0.terms, mayLeaveSomebody: false)
    }
    let wholes = combinations.filter { $0.terms.count == 2 }.map { combination in
      LinkedSum(
        terms: combination.terms.map { ($0.column, $0.sign) }, mayLeaveSomebody: true)
    }
    return (sums + wholes).filter { isAcrossOrigins($0.terms.map(\.column)) }
  }

  /// Whether columns of one root come from several sources.
  private func isAcrossOrigins(_ members: [Int]) -> Bool {
    Set(members.map { columns[$0].source }).count == 1
      && Set(members.map { columns[$0].origin }).count > 1
  }

  /// What some columns add up to in one row; `nil` where one is not known exactly.
  fileprivate func value(
    of terms: [(column: Int, times: Int)], in row: Int, _ tables: [IndicatorTable]
  ) -> Int? {
    var sum = 0
    for term in terms {
      guard let number = number(columns[term.column], in: row, tables) else { return nil }
      sum += term.times * number
    }
    return sum
  }

  private func number(_ column: Column, in row: Int, _ tables: [IndicatorTable]) -> Int? {
    let measure = tables[column.tables[0]].measures[row]
    return column.isDenominator
      ? measure.denominator.flatMap { Int(exactly: $0) } : measure.numerator.exact
  }
}
