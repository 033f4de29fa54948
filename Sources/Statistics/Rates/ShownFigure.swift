/// A count and its population that everybody may see.
///
/// Smoothing, autocorrelation, classes and funnels take nothing else: what is computed from a
/// withheld count would give it away. `Disclosure` makes it from a figure that it releases; a
/// withheld figure has none, and its area is left out.
///
/// - Confidential: no
public struct ShownFigure: Sendable, Hashable {
  /// Units.
  public let count: Int
  /// Inhabitants, above 0; may be a weighted decimal.
  public let population: Double

  /// - Returns: `nil` without a population
  package init?(count: Int, population: Double) {
    guard count >= 0, population > 0, population.isFinite else { return nil }
    self.count = count
    self.population = population
  }

  /// Units per inhabitant.
  public var rate: Double { Double(count) / population }
}
