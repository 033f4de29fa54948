internal import Glibc

/// A figure computed from a count, as it is printed: what it tells of the count.
///
/// The formulas are written again here, from their sources: the audit shares none with the engine.
///
/// - Source: RATES.md; Wilson 1927; Breslow & Day 1987; Garwood 1936 for exact Poisson bounds
public struct DerivedFigure: Sendable, Hashable {
  /// How it was computed.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Count over base times factor.
    case rate
    /// Bounds of Wilson's interval.
    case wilsonLower = "wilson_lower"
    case wilsonUpper = "wilson_upper"
    /// Bounds of Byar's interval, exact Poisson under ten.
    case byarLower = "byar_lower"
    case byarUpper = "byar_upper"
  }

  /// How it was computed.
  public let kind: Kind
  /// 100 for percentages.
  public let factor: Double
  /// The normal deviate of an interval's bound.
  public let deviate: Double
  /// The printed number.
  public let printed: Double
  /// Half a unit of the last printed decimal.
  public let half: Double

  /// A printed figure.
  ///
  /// - Parameters:
  ///   - decimals: printed after the mark
  ///   - deviate: 1.96 at 95 %
  public init(
    _ kind: Kind, printed: Double, decimals: Int, factor: Double,
    deviate: Double = 1.959963984540054
  ) {
    self.kind = kind
    self.printed = printed
    self.factor = factor
    self.deviate = deviate
    half = 0.5 * pow(10, -Double(decimals))
  }

  /// The counts that print so over a base.
  ///
  /// - Parameters:
  ///   - base: above 0
  /// - Returns: an interval, since every figure grows with the count; `nil` when no count does
  public func counts(over base: Double) -> ClosedRange<Int>? {
    let first = Self.first { value($0, base) >= printed - half * 1.000001 }
    let beyond = Self.first { value($0, base) > printed + half * 1.000001 }
    return first < beyond ? first...beyond - 1 : nil
  }

  /// The bases that print so under a count, for a rate.
  public func bases(under count: Int) -> ClosedRange<Int>? {
    guard kind == .rate, count > 0 else { return nil }
    let most = printed > half ? factor * Double(count) / (printed - half) : Double(LinearSystem.box)
    let least = factor * Double(count) / (printed + half)
    let (low, high) = (Int(ceil(least - 1e-6)), Int(floor(min(most + 1e-6, 1e8))))
    return low <= high ? low...high : nil
  }

  /// The smallest count for which a growing condition holds.
  private static func first(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, 1)
    while high < LinearSystem.box && !holds(high) { (low, high) = (high, high * 2) }
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func value(_ count: Int, _ base: Double) -> Double {
    let x = Double(count)
    switch kind {
    case .rate: return factor * x / base
    case .wilsonLower: return factor * wilson(min(x, base), base, sign: -1)
    case .wilsonUpper: return factor * wilson(min(x, base), base, sign: 1)
    case .byarLower: return factor * events(x, sign: -1) / base
    case .byarUpper: return factor * events(x, sign: 1) / base
    }
  }

  private func wilson(_ x: Double, _ n: Double, sign: Double) -> Double {
    let square = deviate * deviate
    let root = (square + 4 * x * (1 - x / n)).squareRoot()
    return max(0, (2 * x + square + sign * deviate * root) / (2 * (n + square)))
  }

  private func events(_ x: Double, sign: Double) -> Double {
    if x < 10 { return sign < 0 ? poisson(x - 1, leaving: 1 - tail) : poisson(x, leaving: tail) }
    let y = sign < 0 ? x : x + 1
    let root = 1 - 1 / (9 * y) + sign * deviate / (3 * y.squareRoot())
    return y * root * root * root
  }

  private var tail: Double { erfc(deviate / 2.0.squareRoot()) / 2 }

  /// The mean of a Poisson law with this probability of at most `most` events; 0 for none.
  private func poisson(_ most: Double, leaving probability: Double) -> Double {
    if most < 0 { return 0 }
    var (low, high) = (0.0, 100.0)
    for _ in 0..<80 {
      let mean = (low + high) / 2
      var (term, sum) = (exp(-mean), 0.0)
      for event in 0...Int(most) {
        sum += term
        term *= mean / Double(event + 1)
      }
      if sum > probability { low = mean } else { high = mean }
    }
    return (low + high) / 2
  }
}
