internal import Diagnostics
internal import Files
internal import Stages
internal import Yams

extension CampaignReader {
  /// Whose data, under which agreement.
  func readAgreement() -> Campaign.Agreement {
    let section = root.requiredSection("agreement", allowed: CampaignKeys.agreement.names)
    let retention = section.optionalText("retention")
    if let retention, Retention(retention) == nil {
      section.record(Wording.badRetention(at: section.place(of: "retention")))
    }
    return Campaign.Agreement(
      owner: section.text("owner"), holder: section.text("holder"),
      mention: section.text("mention"), annex: section.texts("annex"),
      retention: retention.flatMap(Retention.init), retentionText: retention,
      valid: readPeriod(section, "valid"), collection: readPeriod(section, "collection"))
  }

  private func readPeriod(_ agreement: Section, _ key: String) -> Period? {
    guard let section = agreement.section(key, allowed: CampaignKeys.period.names) else {
      return nil
    }
    let (from, to) = (readDay(section, "from"), readDay(section, "to"))
    if let from, let to, to < from {
      section.record(Wording.periodBackwards(at: section.place(of: "to")))
    }
    return Period(from: from, to: to)
  }

  private func readDay(_ section: Section, _ key: String) -> Day? {
    guard let text = section.optionalText(key) else { return nil }
    let day = Day(text)
    if day == nil { section.record(Wording.badDate(at: section.place(of: key))) }
    return day
  }
}

extension Campaign {
  /// The folder of its file, which paths are relative to.
  var folder: String { FilePath.folder(of: file) }

  /// Indicators with the sources that they count, for the annex.
  var agreedIndicators: [(id: String, sources: [String])] {
    indicators.map { ($0.id, $0.agreedSources) }
  }
}

extension Campaign.Indicator {
  /// The sources that it counts, above and below the line.
  var agreedSources: [String] {
    if case .source(let base) = denominator { [numerator, base] } else { [numerator] }
  }
}

extension Campaign.Agreement {
  /// What decides who may do what, and when.
  var terms: Terms {
    Terms(owner: owner, holder: holder, valid: valid, collection: collection, annex: annex)
  }
}
