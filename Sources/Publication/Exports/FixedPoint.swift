internal import Glibc
internal import Tables

/// A number rounded once, to a stated number of decimals: every file writes the same digits, and a
/// class bound compares with what is written, not with what was computed.
///
/// - Exactness: the nearest multiple of 10^-decimals, halves away from zero, on the product in
///   doubles
package struct FixedPoint: Sendable, Hashable, Comparable {
  /// The number times 10^decimals.
  package let scaled: Int64
  /// How many digits stand after the mark.
  package let decimals: Int

  package init(scaled: Int64, decimals: Int) {
    self.scaled = scaled
    self.decimals = decimals
  }

  /// - Returns: `nil` for what is not finite or needs more than 15 digits
  package init?(_ number: Double, decimals: Int) {
    let product = (number * pow(10, Double(decimals))).rounded(.toNearestOrAwayFromZero)
    guard product.magnitude < 1e15 else { return nil }
    self.init(scaled: Int64(product), decimals: decimals)
  }

  /// The nearest double: printed with as many decimals, it has the same digits.
  package var value: Double { Double(scaled) / pow(10, Double(decimals)) }

  /// How many decimals are left once trailing zeros are dropped.
  package var neededDecimals: Int {
    var rest = scaled
    var needed = decimals
    while needed > 0 && rest % 10 == 0 {
      rest /= 10
      needed -= 1
    }
    return needed
  }

  /// Digits with a decimal point, for expressions.
  var plainText: String { DecimalText.text(value, decimals: decimals) }

  /// Only numbers of one column are compared.
  package static func < (left: Self, right: Self) -> Bool {
    precondition(left.decimals == right.decimals, "numbers of one column")
    return left.scaled < right.scaled
  }
}
