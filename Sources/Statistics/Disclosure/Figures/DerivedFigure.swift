internal import Glibc
package import Rates

/// A published number that was computed from a count: a rate, an end of its interval, a share of a
/// total, an evolution. It tells of the count what its decimals let through.
///
/// - Confidential: no, it is published
/// - Source: DISCLOSURE.md, « Derived figures »
package struct DerivedFigure: Sendable {
  /// What the number is.
  package enum Kind: Sendable, Hashable {
    /// Numerator over denominator.
    case ratio
    /// The lower end of the 95 % interval.
    case lower(Rate.Method)
    /// The upper end.
    case upper(Rate.Method)
  }

  /// What it is divided by.
  package enum Denominator: Sendable, Hashable {
    case number(Double)
    case cell(Int)

    var cell: Int? { if case .cell(let cell) = self { cell } else { nil } }
  }

  package let kind: Kind
  /// A cell of the system.
  package let numerator: Int?
  package let denominator: Denominator
  package let per: Double
  /// As printed.
  package let value: Double
  /// How many decimals are printed.
  package let decimals: Int

  package init(
    _ kind: Kind, of numerator: Int?, over denominator: Denominator, per: Double, value: Double,
    decimals: Int
  ) {
    self.kind = kind
    self.numerator = numerator
    self.denominator = denominator
    self.per = per
    self.value = value
    self.decimals = decimals
  }

  /// Between which ratios of numerator and denominator it was printed as it is.
  ///
  /// - Returns: for an end of an interval over a known number, the ratios of the counts that give it
  package var ratios: ClosedRange<Double> {
    if kind != .ratio, case .number(let number) = denominator, let counts = counts(over: number) {
      return Double(counts.lowerBound) / number...Double(counts.upperBound) / number
    }
    let half = 0.5 * pow(10, -Double(decimals)) * (1 + 1e-12)
    return max(0, value - half) / per...(value + half) / per
  }

  /// The counts over a known number that are printed so; `nil` for none.
  package func counts(over number: Double) -> ClosedRange<Int>? {
    let fitting = Self.counts(upTo: number) { printed($0, over: number) }
      .filter { ($0.1 - value).magnitude < 0.5 * pow(10, -Double(decimals)) }.map(\.0)
    guard let first = fitting.first, let last = fitting.last else { return nil }
    return first...last
  }

  private static func counts(
    upTo number: Double, _ printed: (Int) -> Double?
  ) -> [(Int, Double)] {
    (0...max(0, Int(number))).compactMap { count in printed(count).map { (count, $0) } }
  }

  private func printed(_ count: Int, over number: Double) -> Double? {
    let method: Rate.Method
    switch kind {
    case .ratio: method = .wilson
    case .lower(let own), .upper(let own): method = own
    }
    guard let rate = Rate.of(count, over: number, per: per, method: method) else { return nil }
    let scale = pow(10, Double(decimals))
    let exact: Double
    switch kind {
    case .ratio: exact = rate.value
    case .lower: exact = rate.interval95.lower
    case .upper: exact = rate.interval95.upper
    }
    return (exact * scale).rounded() / scale
  }
}

extension DerivedFigure {
  /// The most decimals that a rate may have so that the counts it could stand for are many enough.
  ///
  /// - Parameters:
  ///   - width: how many counts apart the smallest and the largest must be
  /// - Returns: `nil` when even no decimal tells too much
  /// - Source: DISCLOSURE.md: 10^−d · P / f ≥ W
  package static func decimals(
    hiding width: Int, over number: Double, per: Double, atMost decimals: Int
  ) -> Int? {
    (0...max(0, decimals)).reversed().first {
      pow(10, -Double($0)) * number / per >= Double(width)
    }
  }
}
