internal import Stages

/// What the counts of a source describe: a day, `2025-12-31`, a month, `2025-12`, or a year, `2025`.
struct ReferenceDate: Hashable {
  /// As written.
  let text: String

  /// - Returns: `nil` for any other text, and for a day that no calendar has
  init?(_ text: String) {
    let rest = ["-01-01", "-01", ""].first { text.utf8.count + $0.utf8.count == 10 }
    guard let rest, let day = Day(text + rest), let year = Int(day.text.prefix(4)),
      Self.years.contains(year)
    else { return nil }
    self.text = text
  }

  /// Nothing that partners count is older, or yet to come.
  static let years = 1900...2100
  /// What JSON Schema can say of it; how many days a month has, it cannot.
  static let pattern =
    "^(19[0-9]{2}|20[0-9]{2}|2100)(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
  /// The same of a day.
  static let dayPattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
}
