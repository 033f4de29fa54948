internal import Diagnostics
internal import Disclosure

extension CampaignReader {
  /// What is withheld, source by source.
  ///
  /// A source's own threshold, else the campaign's, else the one that is documented beyond doubt for
  /// its owner; none of them: no release (thresholds.csv, unknown partner).
  ///
  /// - Parameters:
  ///   - owner: whose data, unless a source says otherwise; a threshold under the documented one is
  ///     said, the agreement decides
  /// - Returns: the rule, and the folder of earlier releases
  func readProtection(
    owner: String, sources: [Campaign.Source], indicators: [Campaign.Indicator]
  ) -> (rule: ProtectionRule, ledger: String?) {
    let section = root.requiredSection("disclosure", allowed: CampaignKeys.disclosure.names)
    let declared = section.integer("threshold")
    if let declared, declared < 2 {
      section.record(Wording.thresholdTooLow(at: section.place(of: "threshold")))
    } else if let declared, declared < PartnerThreshold.documented(for: owner).threshold {
      section.record(Wording.thresholdUnusual(owner, at: section.place(of: "threshold")))
    }
    let pairs = sources.map { ($0.id, terms(of: $0, owner: owner, declared: declared, section)) }
    let own = Dictionary(pairs) { first, _ in first }
    let usual = max(2, declared ?? own.values.map(\.threshold).max() ?? 2)
    let rule = ProtectionRule(
      threshold: usual, zeros: section.choice("zeros", default: .shown),
      minimumDenominator: section.number("minimum_denominator") ?? Double(usual), sources: own,
      keptToCommunes: Set(indicators.filter { $0.level == .commune }.map(\.id)))
    return (rule, section.optionalText("ledger").map(path))
  }

  private func terms(
    of source: Campaign.Source, owner agreed: String, declared: Int?, _ section: Section
  ) -> ProtectionRule.SourceTerms {
    let owner = source.owner ?? agreed
    let known = PartnerThreshold.documented(for: owner)
    let documented = known.confidence == .high ? known.threshold : nil
    let place = root.place(of: "sources")
    if let own = source.threshold {
      if own < 2 {
        root.record(Wording.thresholdTooLow(at: place))
      } else if own < known.threshold {
        root.record(Wording.thresholdUnusual(owner, of: source.id, at: place))
      }
    } else if let declared {
      if source.owner != nil && declared < known.threshold {
        root.record(Wording.thresholdUnusual(owner, of: source.id, at: place))
      }
    } else if let documented {
      root.record(Wording.thresholdDocumented(owner, of: source.id, at: place))
      return .init(owner: owner, threshold: documented)
    } else {
      section.record(Wording.thresholdMissing(owner, at: section.place(of: "threshold")))
    }
    return .init(owner: owner, threshold: max(2, source.threshold ?? declared ?? 2))
  }
}
