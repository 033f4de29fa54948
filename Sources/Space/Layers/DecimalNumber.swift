/// A decimal number as it was written: sign, digits and power of ten.
struct DecimalNumber {
  /// All digits without the point; meaningless when there are more than 19.
  var digits: UInt64 = 0
  /// How many digits were written, leading zeros included.
  var count = 0
  /// The power of ten of the last digit.
  var exponent = 0
  var isNegative = false
  /// Whether it has neither point nor exponent.
  var isWhole = true

  /// The nearest double, when whole-number arithmetic suffices to find it.
  ///
  /// Two ways. Up to 2^53 and 10^22 both operands are exact doubles and one operation rounds once.
  /// Otherwise, for up to 19 digits and a divisor up to 10^19, a 128-bit division gives the first
  /// 64 bits of the quotient and whether anything follows: enough to round to nearest, ties to even.
  ///
  /// - Returns: nil when neither applies: the general algorithm must decide
  /// - Exactness: exact, the double that `strtod` gives
  /// - Source: W. D. Clinger, How to read floating point numbers accurately, PLDI 1990
  var nearestDouble: Double? {
    guard count <= 19 else { return nil }
    let magnitude: Double
    if digits <= 1 << 53 && (-22...22).contains(exponent) {
      let power = Self.powers[abs(exponent)]
      magnitude = exponent < 0 ? Double(digits) / power : Double(digits) * power
    } else if (-19...0).contains(exponent) {
      magnitude = Self.quotient(digits, by: Self.wholePowers[-exponent])
    } else {
      return nil
    }
    return isNegative ? -magnitude : magnitude
  }

  /// The nearest double to the quotient of two positive whole numbers.
  private static func quotient(_ numerator: UInt64, by denominator: UInt64) -> Double {
    let left = numerator << UInt64(numerator.leadingZeroBitCount)
    let right = denominator << UInt64(denominator.leadingZeroBitCount)
    let isBelowOne = left < right
    let (bits, rest) = right.dividingFullWidth(
      isBelowOne ? (high: left, low: 0) : (high: left >> 1, low: left << 63))
    let scale =
      (isBelowOne ? -64 : -63) + denominator.leadingZeroBitCount - numerator.leadingZeroBitCount
    let significand = Double(rounded(bits, isInexact: rest != 0))
    return significand * Double(bitPattern: UInt64(1023 + 11 + scale) << 52)
  }

  /// The upper 53 of 64 bits, rounded to nearest, ties to even.
  private static func rounded(_ bits: UInt64, isInexact: Bool) -> UInt64 {
    let kept = bits >> 11
    let dropped = bits & 0x7FF
    let isAboveHalf = dropped > 0x400 || (dropped == 0x400 && isInexact)
    let isTie = dropped == 0x400 && !isInexact
    return kept + (isAboveHalf || (isTie && kept & 1 == 1) ? 1 : 0)
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static let wholePowers: [UInt64] = (0...19).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
