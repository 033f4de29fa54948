internal import Glibc

/// A figure taken from one state to another by changing one factor at a time.
///
/// Levels are rounded, not parts: parts are differences of rounded levels, so that what is printed adds
/// up to what is printed, to the last digit.
///
/// - Exactness: whole units of the last decimal
public struct Chain: Sendable, Hashable {
  /// The figure once one more factor is changed.
  public struct Step: Sendable, Hashable {
    /// What was changed.
    public let factor: Factor
    /// The figure then.
    public let level: Double

    /// A step from its parts.
    public init(_ factor: Factor, _ level: Double) {
      self.factor = factor
      self.level = level
    }
  }

  /// The figure before anything is changed.
  public let start: Double
  /// In the order of the factors.
  public let steps: [Step]
  /// How many decimals are kept.
  public let decimals: Int

  /// - Parameters:
  ///   - start: the figure before · finite, below 10⁹
  ///   - steps: finite levels, in the order of the factors
  ///   - decimals: 0…6
  public init(start: Double, steps: [Step], decimals: Int) {
    precondition((0...6).contains(decimals), "between 0 and 6 decimals")
    self.start = start
    self.steps = steps
    self.decimals = decimals
  }

  /// The figure once everything is changed.
  public var end: Double { steps.last?.level ?? start }

  /// What each factor moved, in units of the last decimal.
  public var parts: [(factor: Factor, units: Int)] {
    let levels = ([start] + steps.map(\.level)).map(units)
    return zip(steps, zip(levels, levels.dropFirst())).map { ($0.factor, $1.1 - $1.0) }
  }

  /// What one factor moved, in units of the last decimal; `nil` when it was not changed.
  public func units(of factor: Factor) -> Int? { parts.first { $0.factor == factor }?.units }

  /// What all factors moved together, in units of the last decimal: the sum of the parts.
  public var total: Int { units(end) - units(start) }

  /// A number of units of the last decimal as a figure.
  public func figure(_ units: Int) -> Double { Double(units) / pow(10, Double(decimals)) }

  private func units(_ level: Double) -> Int {
    Int((level * pow(10, Double(decimals))).rounded(.toNearestOrAwayFromZero))
  }
}
