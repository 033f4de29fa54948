internal import Stages

/// The day that the files state as their last change: never the clock's, so that the same material
/// gives the same bytes.
enum OutputDate {
  /// What the campaign declares; else `SOURCE_DATE_EPOCH`; else the latest date of the sources.
  ///
  /// - Source: reproducible-builds.org, SOURCE_DATE_EPOCH
  static func of(_ campaign: Campaign) -> String {
    if let declared = campaign.outputs.date { return declared }
    if let declared = RunMoment.declared { return declared.day.text }
    return campaign.sources.map(\.referenceDate).filter(isDay).max() ?? "1980-01-01"
  }

  /// Whether a text is a day, `2026-01-31`.
  static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [4, 2, 2]
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
