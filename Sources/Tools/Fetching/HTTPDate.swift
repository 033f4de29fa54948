/// The day of an HTTP date: `Wed, 15 Jul 2026 03:12:45 GMT` → `2026-07-15`.
///
/// - Source: RFC 9110, section 5.6.7
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// - Returns: `nil` when it is none
  static func day(of text: String) -> String? {
    let words = text.split(separator: " ")
    guard words.count >= 4, let month = months.firstIndex(of: String(words[2])),
      let day = Int(words[1]), (1...31).contains(day), let year = Int(words[3]),
      (1990...2199).contains(year)
    else { return nil }
    return "\(year)-\(twoDigits(month + 1))-\(twoDigits(day))"
  }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
}
