internal import Glibc

/// The gamma law of scale 1: half a chi-square with twice the degrees of freedom.
///
/// - Exactness: tails and quantiles 1e-12 relative for shapes up to 1,000
/// - Source: Abramowitz & Stegun 6.5.29 (series), 6.5.31 (continued fraction); Lentz 1976
struct GammaLaw {
  /// Half of the degrees of freedom.
  let shape: Double

  init(shape: Double) {
    precondition(shape > 0, "a gamma law has a positive shape")
    self.shape = shape
  }

  /// The value with this probability under it.
  func quantile(below probability: Double) -> Double {
    solve { x in probability - tails(at: x).lower }
  }

  /// The value with this probability above it.
  func quantile(above probability: Double) -> Double {
    solve { x in tails(at: x).upper - probability }
  }

  /// The probabilities under and above a value; the smaller one is computed, the other is its
  /// complement.
  func tails(at x: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    if x < shape + 1 {
      let lower = series(x) * front(x) / shape
      return (lower, 1 - lower)
    }
    let upper = fraction(x) * front(x)
    return (1 - upper, upper)
  }

  /// Newton's method kept inside a bracket that halves when a step would leave it.
  ///
  /// - Parameters:
  ///   - excess: falls with its argument, with the density as slope
  private func solve(_ excess: (Double) -> Double) -> Double {
    var low = 0.0
    var high = shape + 1
    while excess(high) > 0 { high *= 2 }
    var x = (low + high) / 2
    for _ in 0..<200 {
      let error = excess(x)
      if error > 0 { low = x } else { high = x }
      let newton = x + error / (front(x) / x)
      let next = newton > low && newton < high ? newton : (low + high) / 2
      let isClose = (next - x).magnitude <= 2e-16 * x
      x = next
      if isClose { break }
    }
    return x
  }
}

extension GammaLaw {
  /// x^a e^−x / Γ(a).
  private func front(_ x: Double) -> Double { exp(shape * log(x) - x - lgamma(shape).0) }

  private func series(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var divisor = shape
    while term > sum * 1e-17 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return sum
  }

  /// Lentz's evaluation of Γ(a, x) / (x^a e^−x), for x above a + 1.
  private func fraction(_ x: Double) -> Double {
    var b = x + 1 - shape
    var c = Double.greatestFiniteMagnitude
    var d = 1 / b
    var product = d
    for index in 1...10_000 {
      let numerator = -Double(index) * (Double(index) - shape)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      product *= c * d
      if (c * d - 1).magnitude < 1e-16 { break }
    }
    return product
  }
}
