internal import Glibc

/// How sure an interval is: 95 % or 99.8 %.
public struct Confidence: Sendable, Hashable {
  /// What lies beyond each bound: 0.025 at 95 %.
  public let tail: Double
  /// The normal deviate that leaves `tail` above it.
  ///
  /// - Exactness: 1e-15 relative
  public let deviate: Double

  /// Two standard errors.
  public static let of95 = Confidence(tail: 0.025)
  /// Three standard errors: the limit of control charts.
  public static let of998 = Confidence(tail: 0.001)

  private init(tail: Double) {
    self.tail = tail
    deviate = Self.deviate(leaving: tail)
  }

  /// Newton's method on the upper tail of the normal law: it is convex there, so that a start to
  /// the left never overshoots.
  private static func deviate(leaving tail: Double) -> Double {
    var z = 1.0
    for _ in 0..<60 {
      let excess = erfc(z / 2.0.squareRoot()) / 2 - tail
      let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      let step = excess / density
      z += step
      if step.magnitude <= 1e-16 * z { break }
    }
    return z
  }
}
