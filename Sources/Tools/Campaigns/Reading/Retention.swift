internal import Glibc

/// How long rows may be kept, as an agreement says it: « 30 jours », `30 days`, « 6 mois », « 0 jour ».
public struct Retention: Sendable, Hashable {
  private enum Unit: Sendable, Hashable {
    case days, weeks, months, years
  }

  private static let words: [(unit: Unit, names: Set<String>)] = [
    (.days, ["day", "days", "jour", "jours"]), (.weeks, ["week", "weeks", "semaine", "semaines"]),
    (.months, ["month", "months", "mois"]), (.years, ["year", "years", "an", "ans"]),
  ]

  private let count: Int
  private let unit: Unit

  /// - Returns: `nil` unless the text is a whole number and a unit
  public init?(_ text: String) {
    let parts = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard parts.count == 2, let count = Int(parts[0]), (0...36_500).contains(count),
      let unit = Self.words.first(where: { $0.names.contains(parts[1]) })?.unit
    else { return nil }
    self.count = count
    self.unit = unit
  }

  /// The moment from which what began at another has been kept long enough.
  ///
  /// Months and years are the calendar's, in universal time; a day that the month does not have is
  /// the first of the next.
  ///
  /// - Parameters:
  ///   - start: seconds since 1970
  func end(from start: Int) -> Int {
    switch unit {
    case .days: return start + count * 86_400
    case .weeks: return start + count * 7 * 86_400
    case .months, .years:
      var time = time_t(start)
      var parts = tm()
      gmtime_r(&time, &parts)
      if unit == .months { parts.tm_mon += Int32(count) } else { parts.tm_year += Int32(count) }
      return Int(timegm(&parts))
    }
  }
}
