public import Diagnostics
internal import Files

/// Last year's campaign, played again in another folder.
///
/// One folder for each year: `2025/campagne.yml` has been run; `2026/recu` holds what the partners
/// have sent since, `2026/references` what new public data are not in the library.
public struct ReplayRequest: Sendable {
  /// Last year's folder.
  public let from: String
  /// This year's.
  public let to: String
  /// The library of reference data.
  public let library: String
  /// The new dates of validity, if the agreement was renewed.
  private(set) var valid: DayRange?
  /// The new window of collection.
  private(set) var collection: DayRange?
  /// What a source's figures describe, by its identifier, where its file's name does not say it.
  private(set) var referenceDates: [String: String] = [:]

  /// The first and the last day of a span.
  struct DayRange: Sendable, Hashable {
    let from: String
    let to: String

    /// - Returns: `nil` unless the text is two days, the first before the last:
    ///   `2026-01-01..2026-12-31`
    init?(_ text: String) {
      let days = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
      guard days.count == 2, text == "\(days[0])..\(days[1])", days.allSatisfy(Day.isOne),
        days[0] <= days[1]
      else { return nil }
      (from, to) = (days[0], days[1])
    }
  }

  /// A replay by its folders.
  public init(from: String, to: String, library: String) {
    self.from = from
    self.to = to
    self.library = library
  }

  /// The dates as the user typed them: `2026-01-01..2026-12-31`.
  ///
  /// - Throws: `replay.bad-dates`
  public mutating func setValid(_ text: String?) throws(Problem) {
    valid = try Self.range(text, option: "--valid")
  }

  /// The window as the user typed it.
  ///
  /// - Throws: `replay.bad-dates`
  public mutating func setCollection(_ text: String?) throws(Problem) {
    collection = try Self.range(text, option: "--collection")
  }

  /// The days as the user typed them: `c2s=2026-12-31`.
  ///
  /// - Throws: `replay.bad-dates`
  public mutating func setReferenceDates(_ texts: [String]) throws(Problem) {
    for text in texts {
      let parts = text.split(separator: "=").map(String.init)
      guard parts.count == 2, Day.isOne(parts[1]) else {
        throw Wording.badDates("--reference-date", example: "c2s=2026-12-31")
      }
      referenceDates[parts[0]] = parts[1]
    }
  }

  private static func range(_ text: String?, option: String) throws(Problem) -> DayRange? {
    guard let text else { return nil }
    if let range = DayRange(text) { return range }
    throw Wording.badDates(option, example: "2026-01-01..2026-12-31")
  }

  /// Last year's campaign.
  var oldCampaign: String { FilePath.join(from, "campagne.yml") }
  /// This year's.
  public var newCampaign: String { FilePath.join(to, "campagne.yml") }

  /// The year of a folder's name: what is written in identifiers and comments.
  static func year(of folder: String) -> String {
    Day.year(in: folder) ?? FilePath.name(of: folder)
  }
}
