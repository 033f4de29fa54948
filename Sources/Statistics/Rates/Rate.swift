/// A rate with its pedigree: the value never travels without its intervals and method.
public struct Rate: Sendable, Hashable {
  /// How the value and its intervals were computed.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// A proportion, with the Wilson score interval.
    case wilson
    /// Events over a population, with Byar's interval; exact Poisson under ten events.
    case byar
  }

  /// Lower and upper bound of one confidence.
  public struct Interval: Sendable, Hashable {
    /// Lower bound, in the unit of the rate.
    public let lower: Double
    /// Upper bound, in the unit of the rate.
    public let upper: Double

    /// An interval from its bounds.
    public init(lower: Double, upper: Double) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// Numerator over denominator times `per`.
  public let value: Double
  /// Bounds at 95 %.
  public let interval95: Interval
  /// Bounds at 99.8 %.
  public let interval998: Interval
  /// The factor: 100 for percentages, 1000 …
  public let per: Double
  /// How it was computed.
  public let method: Method

  package init(
    value: Double, interval95: Interval, interval998: Interval, per: Double, method: Method
  ) {
    self.value = value
    self.interval95 = interval95
    self.interval998 = interval998
    self.per = per
    self.method = method
  }
}
