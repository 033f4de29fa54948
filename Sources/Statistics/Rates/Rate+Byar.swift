internal import Glibc

extension Rate.Interval {
  /// The interval of a number of independent events: exact Poisson under ten, Byar's approximation
  /// from ten on.
  ///
  /// - Parameters:
  ///   - count: events · 0 or more
  ///   - confidence: of the interval
  /// - Returns: bounds in events; the lower one is 0 for no event
  /// - Exactness: 1e-12 relative to the formula; Byar's own error is under 1 % from ten events on
  /// - Source: Breslow & Day 1987; PHE, phe_rate (not epitools::pois.byar, another formula)
  static func events(_ count: Double, _ confidence: Confidence) -> Self {
    count < 10 ? exactPoisson(count, confidence) : byar(count, confidence)
  }

  /// Byar's approximation, for ten events or more.
  static func byar(_ count: Double, _ confidence: Confidence) -> Self {
    let next = count + 1
    let below = 1 - 1 / (9 * count) - confidence.deviate / (3 * count.squareRoot())
    let above = 1 - 1 / (9 * next) + confidence.deviate / (3 * next.squareRoot())
    return Self(lower: count * below * below * below, upper: next * above * above * above)
  }

  /// Half of the chi-square quantiles with 2x and 2x + 2 degrees of freedom.
  static func exactPoisson(_ count: Double, _ confidence: Confidence) -> Self {
    let lower = count == 0 ? 0 : GammaLaw(shape: count).quantile(below: confidence.tail)
    return Self(
      lower: lower, upper: GammaLaw(shape: count + 1).quantile(above: confidence.tail))
  }
}
