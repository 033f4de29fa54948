internal import Geocoding

/// The day that a spreadsheet made of the number before a street.
struct LeadingDay {
  /// Whether another pair of numbers makes the same day.
  let isUnclear: Bool

  /// - Returns: `nil` unless a day stands before a word
  init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[1].contains(where: \.isLetter), let day = Self.day(parts[0])
    else {
      return nil
    }
    isUnclear = day
  }

  /// Whether a day is unclear; `nil` for what is none.
  private static func day(_ word: Substring) -> Bool? {
    let parts = word.split(whereSeparator: { "-/.".contains($0) })
    let numbers = parts.compactMap { Int($0) }
    switch (parts.count, numbers.count) {
    case (1, 1) where word.utf8.count == 5 && (30_000..<60_000).contains(numbers[0]):
      return SpreadsheetDay.date(numbers[0]).day == 1
    case (2, 1): return isMonth(parts[1]) || isMonth(parts[0]) ? false : nil
    case (3, 3):
      let (day, year) = numbers[0] > 31 ? (numbers[2], numbers[0]) : (numbers[0], numbers[2])
      guard (1900...2100).contains(year), (1...31).contains(day), (1...12).contains(numbers[1])
      else { return nil }
      return day == 1
    default: return nil
    }
  }

  private static func isMonth(_ word: Substring) -> Bool {
    StatedPeriod.isMonthName(String(word))
  }
}
