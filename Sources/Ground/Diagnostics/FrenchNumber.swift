internal import Glibc

/// Numbers as French readers expect them: `48 120`, `12,5`.
///
/// For messages and reports only; files for machines have their own rule.
public enum FrenchNumber {
  /// Thousands are separated by a narrow no-break space (U+202F).
  public static func grouped(_ number: some BinaryInteger) -> String {
    let digits = String(number.magnitude)
    let sign = number < 0 ? "−" : ""
    return sign + grouped(digits: digits)
  }

  /// « 0 ligne », « 1 ligne », « 2 lignes »: in French, two begin the plural.
  ///
  /// - Parameters:
  ///   - singular: one word or several
  ///   - plural: the singular and an « s » unless given
  public static func counted(
    _ number: some BinaryInteger, _ singular: String, _ plural: String? = nil
  ) -> String {
    "\(grouped(number)) \(number.magnitude < 2 ? singular : plural ?? singular + "s")"
  }

  /// - Exactness: rounded to `decimals`, halves away from zero, on the product in doubles.
  public static func decimal(_ number: Double, decimals: Int) -> String {
    precondition((0...15).contains(decimals), "between 0 and 15 decimals")
    guard number.isFinite else { return "?" }
    let scaled = (number.magnitude * pow(10, Double(decimals))).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return "\(number)" }
    let digits = String(Int64(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = number < 0 && scaled > 0 ? "−" : ""
    let whole = sign + grouped(digits: String(padded.dropLast(decimals)))
    return decimals == 0 ? whole : whole + "," + padded.suffix(decimals)
  }

  private static func grouped(digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result += "\u{202F}" }
      result.append(digit)
    }
    return result
  }
}
