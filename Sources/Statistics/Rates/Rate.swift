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
  /// How the intervals were computed: `byar` also where `wilson` was asked for more units than
  /// inhabitants.
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

extension Rate {
  /// A count over a population.
  ///
  /// A count above its population is no proportion: the value stands, above 100 %, and the interval
  /// is that of events. Nothing is clipped.
  ///
  /// - Parameters:
  ///   - count: units, 0 or more
  ///   - population: same vintage of IRIS as the count · may be a weighted decimal
  ///   - per: factor of the rate · above 0
  ///   - method: what the campaign asks for
  /// - Returns: the rate in units per `per` inhabitants; `nil` without a population (not a finite
  ///   number above 0)
  /// - Exactness: 1e-12 relative
  /// - Source: RATES.md; see the pages of this module's catalogue
  public static func of(
    _ count: Int, over population: Double, per: Double, method: Method
  ) -> Rate? {
    precondition(count >= 0 && per > 0 && per.isFinite, "a count and a factor")
    guard population.isFinite, population > 0 else { return nil }
    let count = Double(count)
    let used: Method = count > population ? .byar : method
    func interval(_ confidence: Confidence) -> Interval {
      switch used {
      case .wilson: .wilson(count, of: population, confidence).times(per)
      case .byar: .events(count, confidence).times(per / population)
      }
    }
    return Rate(
      value: count / population * per, interval95: interval(.of95), interval998: interval(.of998),
      per: per, method: used)
  }
}

extension Rate.Interval {
  fileprivate func times(_ factor: Double) -> Self {
    Self(lower: lower * factor, upper: upper * factor)
  }
}
