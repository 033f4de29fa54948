/// The difference of two rates, with an interval made from theirs.
///
/// Method of variance estimates recovery: the distance from each rate to the bound that faces the other
/// counts. With Wilson's bounds it is Newcombe's hybrid score interval. It needs no more than what is
/// published.
///
/// - Exactness: doubles
/// - Source: Newcombe 1998, Statistics in Medicine 17, 873–890, method 10; Zou & Donner 2008, Statistics
///   in Medicine 27, 1693–1702
public struct RateDifference: Sendable, Hashable {
  /// Later minus earlier.
  public let value: Double
  /// Lower bound at 95 %.
  public let lower: Double
  /// Upper bound at 95 %.
  public let upper: Double
  /// Whether the two rates' own intervals have nothing in common: a stricter rule, shown beside.
  public let isDisjoint: Bool

  /// What the interval says.
  public enum Reading: String, Sendable, Hashable, CaseIterable {
    /// The whole interval lies above 0.
    case rise = "hausse"
    /// The whole interval lies below 0.
    case fall = "baisse"
    /// It holds 0: chance alone may explain the difference.
    case steady = "stable"
  }

  /// - Parameters:
  ///   - earlier: a rate and its bounds at 95 %
  ///   - later: the same, in the same unit
  public init(from earlier: RateBounds, to later: RateBounds) {
    value = later.value - earlier.value
    let down = Self.length(later.value - later.lower, earlier.upper - earlier.value)
    let up = Self.length(later.upper - later.value, earlier.value - earlier.lower)
    lower = value - down
    upper = value + up
    isDisjoint = later.lower > earlier.upper || earlier.lower > later.upper
  }

  /// What it says.
  public var reading: Reading { lower > 0 ? .rise : upper < 0 ? .fall : .steady }

  private static func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
}

/// A rate and its bounds at 95 %, all in one unit.
public struct RateBounds: Sendable, Hashable {
  /// The rate.
  public let value: Double
  /// Lower bound.
  public let lower: Double
  /// Upper bound.
  public let upper: Double

  /// A rate from its parts.
  public init(value: Double, lower: Double, upper: Double) {
    self.value = value
    self.lower = lower
    self.upper = upper
  }

  /// How many decimals files print a rate with.
  ///
  /// - Source: Exports, `IndicatorColumns.rateDecimals`
  public static func decimals(per factor: Double) -> Int {
    factor <= 1 ? 4 : factor <= 10 ? 3 : factor <= 1000 ? 2 : 1
  }
}
