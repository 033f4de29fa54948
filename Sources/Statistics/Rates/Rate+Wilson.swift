extension Rate.Interval {
  /// Wilson's score interval of a proportion, as a share.
  ///
  /// The lower bound is written as the product of the roots over the upper one, so that it does
  /// not cancel for rare events and is exactly 0 for none.
  ///
  /// - Parameters:
  ///   - count: units that have the property · 0…`whole`
  ///   - whole: all units · above 0, may be a weighted decimal
  ///   - confidence: of the interval
  /// - Returns: bounds in 0…1
  /// - Exactness: 1e-12 relative
  /// - Source: Wilson 1927; PHE, phe_proportion
  static func wilson(_ count: Double, of whole: Double, _ confidence: Confidence) -> Self {
    precondition(count >= 0 && whole > 0 && count <= whole, "a part of a whole that is not empty")
    let z = confidence.deviate
    let centre = 2 * count + z * z
    let reach = z * (z * z + 4 * count * (whole - count) / whole).squareRoot()
    let lower = 2 * count * count / whole / (centre + reach)
    let upper = count == whole ? 1 : (centre + reach) / (2 * (whole + z * z))
    return Self(lower: lower, upper: upper)
  }
}
