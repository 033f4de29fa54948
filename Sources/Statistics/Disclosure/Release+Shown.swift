public import Rates

extension Release.Figure {
  /// The figure for statistics that look at several areas; `nil` where anything is withheld.
  ///
  /// - Source: RATES.md, « never publish EBlocal or LISA values for masked IRIS »
  public var shown: ShownFigure? {
    guard status == .released, let count, let denominator else { return nil }
    return ShownFigure(count: count, population: denominator)
  }
}
