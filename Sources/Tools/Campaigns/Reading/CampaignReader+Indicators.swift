internal import Diagnostics
internal import Intake
internal import Rates
internal import Stages
internal import Territory
internal import Yams

extension CampaignReader {
  /// The reference data.
  func readReferences() -> Campaign.References {
    let section = root.requiredSection("references", allowed: CampaignKeys.references.names)
    let boundaries = section.requiredSection(
      "boundaries", allowed: CampaignKeys.boundaries.names)
    return Campaign.References(
      boundaries: Campaign.BoundariesReference(
        file: path(boundaries.text("file")), layer: boundaries.optionalText("layer"),
        edition: Edition(boundaries.text("edition")),
        declaredSystem: boundaries.optionalText("crs")),
      population: readPopulation(section),
      addresses: readAddresses(section, contours: boundaries),
      crosswalks: readCrosswalks(section), codes: section.texts("codes").map(path))
  }

  private func readPopulation(_ references: Section) -> Campaign.PopulationReference? {
    let keys = CampaignKeys.population.names
    guard let section = references.section("population", allowed: keys) else { return nil }
    let written = section.optionalText("vintage")
    let vintage = written.flatMap { CensusVintage($0) }
    if written != nil && vintage == nil {
      section.record(Wording.badVintage(at: section.place(of: "vintage")))
    }
    return Campaign.PopulationReference(
      file: path(section.text("file")), vintage: vintage, irisColumns: section.texts("iris"),
      acceptedMismatch: section.optionalText("accept"),
      edition: section.optionalText("edition").map { Edition($0) })
  }

  /// What is computed.
  func readIndicators(
    sources: [Campaign.Source], references: Campaign.References
  ) -> [Campaign.Indicator] {
    let sections = root.sections("indicators", allowed: CampaignKeys.indicator.names)
    if sections.isEmpty {
      root.record(Wording.missingKey("indicators", at: root.place(of: "indicators")))
    }
    var seen: Set<String> = []
    return sections.flatMap { section in
      let indicator = readIndicator(section, sources: sources, references: references)
      let parts = parts(
        of: indicator, section, source: sources.first { $0.id == indicator.numerator },
        sources: sources, hasCensus: references.population != nil)
      for indicator in [indicator] + parts where !seen.insert(indicator.id).inserted {
        section.record(Wording.duplicate(indicator.id, at: section.place(of: "id")))
      }
      return [indicator] + parts
    }
  }

  private func readIndicator(
    _ section: Section, sources: [Campaign.Source], references: Campaign.References
  ) -> Campaign.Indicator {
    let numerator = section.text("numerator")
    let source = known(numerator, among: sources, section, key: "numerator")
    let denominator = denominator(section, sources: sources, references: references)
    let per = section.number("per") ?? 100
    if per <= 0 {
      section.record(Wording.expected("un nombre positif", at: section.place(of: "per")))
    }
    var indicator = Campaign.Indicator(
      id: identifier(section, "id", pattern: .column), title: section.text("title"),
      numerator: numerator, selection: selection(section, of: source), denominator: denominator,
      per: per, method: denominator == .none ? nil : section.choice("method", default: .wilson),
      bounds: bounds(section), scale: scale(section))
    indicator.isAmount = isAmount(section, of: source)
    indicator.level = section.choice("level", default: .iris)
    return indicator
  }

  /// Bounds around the whole territory are found, not chosen.
  private func scale(_ section: Section) -> Campaign.Scale {
    let scale = section.choice("scale", default: Campaign.Scale.sequential)
    if scale == .diverging && section.has("bounds") {
      section.record(
        Wording.expected(
          "bounds ou scale: diverging, non les deux", at: section.place(of: "scale")))
    }
    return scale
  }

  /// As many tints as there are make at most five classes.
  private func bounds(_ section: Section) -> [Double]? {
    guard section.has("bounds") else { return nil }
    let words = section.texts("bounds")
    let bounds = words.compactMap { Double($0) }.filter(\.isFinite)
    let isAscending = zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }
    if bounds.count != words.count || !isAscending || !(1...4).contains(bounds.count) {
      section.record(
        Wording.expected("un à quatre nombres croissants", at: section.place(of: "bounds")))
      return nil
    }
    return bounds
  }

  private func denominator(
    _ section: Section, sources: [Campaign.Source], references: Campaign.References
  ) -> Campaign.Denominator {
    if section.has("denominator_source") {
      let id = section.text("denominator_source")
      _ = known(id, among: sources, section, key: "denominator_source")
      return .source(id)
    }
    let columns = section.texts("denominator")
    if !columns.isEmpty && references.population == nil {
      section.record(Wording.populationMissing(at: section.place(of: "denominator")))
    }
    return columns.isEmpty ? .none : .census(columns)
  }

  private func known(
    _ id: String, among sources: [Campaign.Source], _ section: Section, key: String
  ) -> Campaign.Source? {
    if let source = sources.first(where: { $0.id == id }) { return source }
    let ids = sources.map(\.id)
    if !id.isEmpty {
      section.record(Wording.unknownValue(id, allowed: ids, at: section.place(of: key)))
    }
    return nil
  }

  private func selection(_ section: Section, of source: Campaign.Source?) -> [String: Set<String>] {
    let dimensions = source?.layout.categories.map(\.dimension) ?? []
    var selection: [String: Set<String>] = [:]
    for (dimension, value) in section.pairs("where") {
      if source != nil && !dimensions.contains(dimension) {
        section.record(
          Wording.unknownValue(dimension, allowed: dimensions, at: section.place(of: "where")))
      }
      let nodes = value.sequence.map(Array.init) ?? [value]
      selection[dimension] = Set(nodes.compactMap(\.scalar?.string))
    }
    return selection
  }

  /// Refuses what the agreement's annex does not name (agreement, article 2).
  func checkAnnex(_ agreement: Campaign.Agreement, indicators: [Campaign.Indicator]) {
    for indicator in indicators where !agreement.annex.isEmpty {
      let whole = indicator.whole.flatMap { id in indicators.first { $0.id == id } }
      if agreement.terms.cover(indicator.id, of: indicator.agreedSources) { continue }
      if let whole, agreement.terms.cover(whole.id, of: whole.agreedSources) { continue }
      root.record(Wording.outsideAnnex(indicator.id, at: root.place(of: "indicators")))
    }
  }
}
