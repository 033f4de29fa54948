internal import Diagnostics
internal import Exports
internal import Intake
internal import Population
internal import Rates
internal import Territory

extension Campaign.Denominator {
  /// The census columns; `nil` when the denominator is something else.
  var columns: [String]? {
    if case .census(let columns) = self { columns } else { nil }
  }
}

extension Campaign.Indicator {
  /// Whether the indicator counts a category of its source.
  func selects(_ category: Tally.Category, dimensions: [String]) -> Bool {
    zip(dimensions, category.labels).allSatisfy { dimension, label in
      selection[dimension]?.contains(label) ?? true
    }
  }
}

extension CampaignRun {
  /// What the files say of an indicator.
  func definition(
    of indicator: Campaign.Indicator, source: Campaign.Source,
    over base: IndicatorTable.Base
  ) -> IndicatorDefinition {
    let described = describe(base, of: indicator)
    let unit = source.layout.rule.unit
    return IndicatorDefinition(
      id: indicator.id, title: indicator.title, source: source.id,
      unit: unit == .amount ? .person : unit,
      numeratorVintage: source.referenceDate, denominatorLabel: described.label,
      denominatorVintage: described.vintage, denominatorSource: described.source,
      per: indicator.per, method: indicator.method, links: campaign.links)
  }

  /// The same of euros over the persons who get them.
  func definition(
    ofAmounts indicator: Campaign.Indicator, source: Campaign.Source
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id: indicator.id, title: indicator.title, source: source.id, unit: .amount,
      numeratorVintage: source.referenceDate, denominatorLabel: "bénéficiaires",
      denominatorVintage: source.referenceDate, denominatorSource: source.id, per: 1, method: nil)
  }

  private func describe(
    _ base: IndicatorTable.Base, of indicator: Campaign.Indicator
  ) -> (label: String, vintage: String, source: String?) {
    switch (base, indicator.denominator) {
    case (.population(let population), _): (population.label, population.vintage.name, nil)
    case (.tally, .source(let id)): (id, campaign.source(id)?.referenceDate ?? "", id)
    default: ("", "", nil)
    }
  }

  /// The mention and vintages that every file carries.
  var notice: Notice {
    let contours = "IGN–INSEE, \(campaign.references.boundaries.edition.name)"
    let census = report.census.map { "INSEE, recensement de la population, \($0)" }
    let addresses = campaign.hasAddresses ? campaign.references.addresses?.edition : nil
    return Notice(
      mention: campaign.agreement.mention, campaign: campaign.name,
      edition: campaign.references.boundaries.edition.name,
      attributions: [contours] + [census, addresses].compactMap(\.self) + report.passages,
      warning: campaign.warning,
      date: OutputDate.of(campaign), holder: campaign.agreement.holder)
  }
}

extension Campaign {
  /// The source of this identifier.
  func source(_ id: String) -> Source? { sources.first { $0.id == id } }

  /// Whether a source holds addresses in clear.
  var hasAddresses: Bool { sources.contains(where: \.hasAddresses) }

  /// The address base, where a source needs it.
  var addressFiles: GeocodingReferences? { hasAddresses ? references.addresses?.files : nil }
}

extension Campaign.Source {
  /// Whether its rows hold addresses in clear.
  var hasAddresses: Bool { if case .address = layout.route { true } else { false } }
}
