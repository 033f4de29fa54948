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
    return campaign.sources.map(\.referenceDate).compactMap { Day($0)?.text }.max() ?? "1980-01-01"
  }
}
