/// Between which bounds chance alone leaves the rate of an area, by its population: a funnel that
/// narrows as areas grow.
///
/// - Source: Spiegelhalter 2005; PHE, calculate_funnel_limits (Wilson's form for proportions)
public struct FunnelLimits: Sendable, Hashable {
  /// What the method is called in a file's method column.
  public static let method = "entonnoir"

  /// Where an area lies.
  public enum Position: String, Sendable, Hashable, CaseIterable {
    case farBelow = "sous 99,8 %"
    case below = "sous 95 %"
    case inside = "dans l’entonnoir"
    case above = "au-dessus de 95 %"
    case farAbove = "au-dessus de 99,8 %"
  }

  /// What areas are compared with, in units per inhabitant.
  public let benchmark: Double
  /// What the rate is: a proportion or events over a population.
  public let method: Rate.Method

  /// - Parameters:
  ///   - benchmark: the rate of the whole territory · 0…1 for a proportion
  public init(around benchmark: Double, method: Rate.Method) {
    precondition(benchmark >= 0 && benchmark.isFinite, "a rate")
    precondition(method == .byar || benchmark <= 1, "a proportion is at most 1")
    self.benchmark = benchmark
    self.method = method
  }

  /// The limits for a population.
  ///
  /// A proportion has Wilson's interval of the expected number; events have the Poisson or Byar
  /// interval of it.
  ///
  /// - Parameters:
  ///   - population: above 0
  /// - Returns: bounds in units per inhabitant
  /// - Exactness: 1e-12 relative
  public func limits(for population: Double, _ confidence: Confidence) -> Rate.Interval {
    let expected = benchmark * population
    switch method {
    case .wilson: return .wilson(min(expected, population), of: population, confidence)
    case .byar: return Rate.Interval.events(expected, confidence).scaled(by: 1 / population)
    }
  }

  /// Where a figure that everybody may see lies.
  public func position(of figure: ShownFigure) -> Position {
    let wide = limits(for: figure.population, .of998)
    let narrow = limits(for: figure.population, .of95)
    if figure.rate < wide.lower { return .farBelow }
    if figure.rate > wide.upper { return .farAbove }
    if figure.rate < narrow.lower { return .below }
    return figure.rate > narrow.upper ? .above : .inside
  }
}
