/// A rate with the effect of age taken out: comparable between areas, not a number of persons.
public struct StandardisedRate: Sendable, Hashable {
  /// How the value and its intervals were computed.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Direct standardisation, interval by Dobson from Byar's.
    case dobson
    /// Direct standardisation, interval by the gamma law.
    case fayFeuer = "fay-feuer"
    /// Indirect standardisation: observed over expected, base 100.
    case indirect
  }

  /// The standardised rate, or the index.
  public let value: Double
  /// Bounds at 95 %.
  public let interval95: Rate.Interval
  /// Bounds at 99.8 %.
  public let interval998: Rate.Interval
  /// The factor; 100 for an index.
  public let per: Double
  /// How it was computed.
  public let method: Method
  /// The population that it is standardised to: « France métropolitaine, RP2022 ».
  public let reference: String
}

extension StandardisedRate {
  /// Fewer events than this give no direct rate: its interval would mean nothing.
  ///
  /// - Source: PHE, phe_dsr
  public static let fewestEvents = 10.0

  /// The rate that an area would have with the ages of the reference population.
  ///
  /// v = Σ wᵢ xᵢ / nᵢ / Σ wᵢ and Var v = Σ (wᵢ / nᵢ)² xᵢ / (Σ wᵢ)².
  ///
  /// - Parameters:
  ///   - strata: one for each class of the reference · `reference` is its number of inhabitants
  ///   - reference: its name, vintage included
  ///   - per: factor of the rate · above 0
  ///   - method: `dobson` or `fayFeuer`
  ///   - spread: Σ f² xᵢ(f) by class where persons have several events, x(f) persons having f; `nil`
  ///     takes events for independent
  /// - Returns: `nil` under ten events, or where a class that counts has no population
  /// - Exactness: 1e-12 relative
  /// - Source: Dobson et al. 1991; Fay & Feuer 1997; PHE, calculate_dsr
  public static func direct(
    _ strata: [Stratum], reference: String, per: Double, method: Method = .dobson,
    spread: [Double]? = nil
  ) -> StandardisedRate? {
    precondition(method != .indirect && per > 0, "a direct method and a factor")
    let used = strata.filter { $0.reference > 0 }
    guard let sum = DirectSum(strata, spread: spread), used.allSatisfy({ $0.population > 0 }) else {
      return nil
    }
    func interval(_ confidence: Confidence) -> Rate.Interval {
      method == .dobson ? sum.dobson(confidence) : sum.fayFeuer(confidence)
    }
    return StandardisedRate(
      value: sum.value * per, interval95: interval(.of95).scaled(by: per),
      interval998: interval(.of998).scaled(by: per), per: per, method: method,
      reference: reference)
  }

  /// Events observed over events expected from the rates of the reference, base 100.
  ///
  /// O / E · 100, with E = Σ nᵢ rᵢ; its bounds are those of O events, exact Poisson under ten and
  /// Byar's from ten on.
  ///
  /// - Parameters:
  ///   - strata: one for each class · `reference` is the reference's events per inhabitant
  ///   - reference: its name, vintage included
  /// - Returns: `nil` when nothing is expected
  /// - Exactness: 1e-12 relative
  /// - Source: Breslow & Day 1987; PHE, calculate_ISRatio
  public static func index(_ strata: [Stratum], reference: String) -> StandardisedRate? {
    let observed = strata.reduce(0) { $0 + $1.count }
    let expected = strata.reduce(0) { $0 + $1.population * $1.reference }
    guard expected > 0, expected.isFinite else { return nil }
    func interval(_ confidence: Confidence) -> Rate.Interval {
      Rate.Interval.events(observed, confidence).scaled(by: 100 / expected)
    }
    return StandardisedRate(
      value: 100 * observed / expected, interval95: interval(.of95),
      interval998: interval(.of998), per: 100, method: .indirect, reference: reference)
  }
}

/// The sums that a direct rate and its intervals share.
private struct DirectSum {
  let value: Double
  let variance: Double
  let observed: Double
  let largestWeight: Double

  init?(_ strata: [Stratum], spread: [Double]?) {
    precondition(spread.map { $0.count == strata.count } ?? true, "one spread for each class")
    let whole = strata.reduce(0) { $0 + $1.reference }
    observed = strata.reduce(0) { $0 + $1.count }
    guard whole > 0, observed >= StandardisedRate.fewestEvents else { return nil }
    let weights = strata.map { $0.population > 0 ? $0.reference / whole / $0.population : 0 }
    value = zip(weights, strata).reduce(0) { $0 + $1.0 * $1.1.count }
    let counts = spread ?? strata.map(\.count)
    variance = zip(weights, counts).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
    largestWeight = weights.max() ?? 0
  }

  func dobson(_ confidence: Confidence) -> Rate.Interval {
    let events = Rate.Interval.byar(observed, confidence)
    let ratio = (variance / observed).squareRoot()
    return Rate.Interval(
      lower: value + ratio * (events.lower - observed),
      upper: value + ratio * (events.upper - observed))
  }

  func fayFeuer(_ confidence: Confidence) -> Rate.Interval {
    let next = value + largestWeight
    let spread = variance + largestWeight * largestWeight
    let lower =
      value > 0
      ? variance / value
        * GammaLaw(shape: value * value / variance).quantile(below: confidence.tail) : 0
    let upper =
      spread / next
      * GammaLaw(shape: next * next / spread)
      .quantile(above: confidence.tail)
    return Rate.Interval(lower: lower, upper: upper)
  }
}

extension Rate.Interval {
  /// Both bounds times a factor.
  func scaled(by factor: Double) -> Self { Self(lower: lower * factor, upper: upper * factor) }
}
