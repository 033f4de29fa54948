public import Diagnostics
public import Population
public import Territory

extension IndicatorTable {
  /// What a count is divided by.
  public enum Base {
    /// The census, by IRIS.
    case population(Denominator)
    /// Units of a partner's source that satisfy a condition, with the partner's own totals by
    /// commune where it gave some.
    case tally(Tally, totals: [Commune: Count] = [:], where: (Tally.Category) -> Bool)
    /// Nothing: a plain count.
    case none
  }

  /// The count and rate of every IRIS, of what is at no IRIS, and of every commune.
  ///
  /// Each commune's total is the sum of its rows, or the partner's own where it is declared; then
  /// its unlocated row is what the IRIS leave of it. Units at an IRIS that the contours do not have
  /// are counted as unlocated in their commune, and said. Units outside the communes are left out.
  ///
  /// - Parameters:
  ///   - definition: its method is `nil` exactly when the denominator is `.none`, its denominator's
  ///     source exactly when it is not `.tally`
  ///   - numerator: units per IRIS and category
  ///   - isCounted: which categories of the numerator
  ///   - denominator: same IRIS vintage as `irises`; a commune's is the sum over its IRIS, known
  ///     only when all are; a source's adds its own unlocated units
  ///   - irises: every IRIS of the territory · any order
  ///   - totals: the partner's own totals by commune · units
  /// - Returns: rows sorted by zone, no IRIS missing; problems `rates.unknown-iris`,
  ///   `rates.outside-territory`, `rates.no-population`, `rates.bad-population`,
  ///   `rates.above-whole`, `rates.total-below-sum` (stops)
  /// - Complexity: O(places · categories + IRIS)
  /// - Exactness: counts exact; rates 1e-12 relative
  /// - Confidential: yes, small counts
  public static func make(
    definition: IndicatorDefinition, numerator: Tally,
    where isCounted: (Tally.Category) -> Bool = { _ in true }, denominator: Base = .none,
    irises: some Sequence<Iris>, totals: [Commune: Count]? = nil
  ) -> (IndicatorTable, ProblemLog) {
    precondition(
      (definition.method == nil) == denominator.isNone, "a method exactly for a denominator")
    precondition(
      (definition.denominatorSource != nil) == denominator.isTally,
      "a denominator's source exactly for a tally")
    var maker = TableMaker(definition: definition, irises: irises)
    maker.count(numerator, where: isCounted)
    maker.settle(totals: totals ?? [:])
    maker.divide(by: denominator)
    let known = definition.counting(
      numerator.categories.filter(isCounted).map(\.marked).sorted(),
      over: denominator.selection.map(\.marked).sorted(),
      wholes: (numerator.categories.allSatisfy(isCounted), denominator.isWhole))
    return (IndicatorTable(definition: known, measures: maker.measures()), maker.problems)
  }
}

extension IndicatorTable.Base {
  fileprivate var isNone: Bool { if case .none = self { true } else { false } }

  fileprivate var isTally: Bool { if case .tally = self { true } else { false } }

  /// Whether everybody of a source is in it.
  fileprivate var isWhole: Bool {
    if case .tally(let tally, _, let isCounted) = self {
      tally.categories.allSatisfy(isCounted)
    } else {
      false
    }
  }

  fileprivate var selection: [Tally.Category] {
    if case .tally(let tally, _, let isCounted) = self {
      tally.categories.filter(isCounted)
    } else {
      []
    }
  }
}
