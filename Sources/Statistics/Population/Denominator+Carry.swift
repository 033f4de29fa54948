public import Crosswalks
internal import Territory

extension Denominator {
  /// The same population on the IRIS of another edition.
  ///
  /// - Parameters:
  ///   - crosswalk: from the edition that the census is published in
  /// - Returns: no value for an IRIS where a part has none, or where nothing leads
  /// - Exactness: that of `Crosswalk.carried`: the parts of an IRIS add up to its value exactly
  public func carried(by crosswalk: Crosswalk) -> Denominator {
    Denominator(
      vintage: vintage, columns: columns, label: label, values: crosswalk.carried(values))
  }
}
