internal import Diagnostics
internal import Geometry
internal import Intake
internal import Projection
internal import Tables
internal import Territory
internal import Yams

extension CampaignReader {
  /// The partners' files.
  ///
  /// - Parameters:
  ///   - codes: official lists that tell lost zeros
  func readSources(codes: [String]) -> [Campaign.Source] {
    let sections = root.sections("sources", allowed: CampaignKeys.source.names)
    if sections.isEmpty {
      root.record(Wording.missingKey("sources", at: root.place(of: "sources")))
    }
    var seen: Set<String> = []
    let sources = sections.map { section in
      var source = readSource(section)
      source.layout.codeLists = codes
      source.totals?.codeLists = codes
      if !seen.insert(source.id).inserted {
        section.record(Wording.duplicate(source.id, at: section.place(of: "id")))
      }
      return source
    }
    checkLinks(sources, sections)
    return sources
  }

  private func readSource(_ section: Section) -> Campaign.Source {
    let unit: Tally.Unit = section.choice("unit", default: .person)
    let rule = countingRule(section, unit: unit)
    if unit == .count && rule.countColumn == nil {
      section.record(Wording.missingKey("count", at: section.place(of: "count")))
    }
    let layout = SourceLayout(
      file: path(section.text("file")), declaration: declaration(section), route: route(section),
      rule: rule, categories: categories(section),
      unavailable: rows(section, "unavailable"), excluded: rows(section, "exclude"),
      key: unit == .amount ? keyOfAmounts(section) : key(section))
    let totals = totals(section, masks: rule.masks)
    var source = Campaign.Source(
      id: identifier(section, "id", pattern: .column),
      referenceDate: referenceDate(section), layout: layout,
      totals: totals?.layout, edition: edition(section),
      owner: section.optionalText("owner"), threshold: section.integer("threshold"))
    source.restIsUnlocated = totals?.leavesRest ?? false
    if section.has("sum_of") { source.sumOf = section.texts("sum_of") }
    source.partOf = section.optionalText("part_of")
    return source
  }

  private func referenceDate(_ section: Section) -> String {
    let text = section.text("reference_date")
    if !text.isEmpty && ReferenceDate(text) == nil {
      section.record(Wording.badReferenceDate(at: section.place(of: "reference_date")))
    }
    return text
  }

  /// Codes are of an edition; positions and addresses are brought to the campaign's directly.
  private func edition(_ section: Section) -> Edition? {
    guard let name = section.optionalText("edition") else { return nil }
    if !section.has("iris") {
      section.record(Wording.editionWithoutCodes(at: section.place(of: "edition")))
    }
    return Edition(name)
  }

  private func route(_ section: Section) -> SourceLayout.Route {
    let given = ["address", "position", "iris"].filter(section.has)
    if given.count > 1 {
      section.record(Wording.severalRoutes(at: section.place(of: given[1])))
    }
    if section.has("iris") { return .iris(section.texts("iris")) }
    if section.has("address") { return .address(addressRoute(section)) }
    let keys = CampaignKeys.position.names
    return .position(position(section.requiredSection("position", allowed: keys)))
  }

  private func position(_ section: Section) -> PositionColumns {
    let written = section.text("crs")
    let system = ReferenceSystem.parse(written)
    if system == nil && !written.isEmpty {
      section.record(Wording.unknownSystem(written, at: section.place(of: "crs")))
    }
    return PositionColumns(
      x: section.text("x"), y: section.text("y"), system: system ?? .crs84,
      mark: section.choice("decimal", default: DecimalMark.point),
      commune: section.optionalText("commune"), reach: section.number("reach"))
  }

  private func countingRule(_ section: Section, unit: Tally.Unit) -> CountingRule {
    var masks: [String: CountingRule.Mask] = [:]
    for (text, value) in section.pairs("masked") {
      guard let mask = Self.mask(value) else {
        section.record(Wording.badMask(at: section.place(of: "masked")))
        continue
      }
      masks[text] = mask
    }
    return CountingRule(
      unit: unit, countColumn: section.optionalText("count"), amount: amount(section, unit: unit),
      masks: masks)
  }

  private static func mask(_ node: Node) -> CountingRule.Mask? {
    if node.scalar?.string == "missing" { return .missing }
    let bounds = node.sequence.map(Array.init)?.compactMap { $0.scalar.flatMap { Int($0.string) } }
    guard let bounds, bounds.count == 2, 0 <= bounds[0], bounds[0] <= bounds[1] else { return nil }
    return .interval(bounds[0]...bounds[1])
  }

  private func categories(_ section: Section) -> [CategoryColumn] {
    section.pairs("categories").compactMap { dimension, value in
      value.scalar.map { CategoryColumn(dimension: dimension, column: $0.string) }
    }
  }

  private func key(_ section: Section) -> RepeatedKey? {
    let rule = section.choice("duplicates", default: RepeatedKey.Rule.keep)
    guard let column = section.optionalText("key") else {
      if section.has("duplicates") {
        section.record(Wording.missingKey("key", at: section.place(of: "duplicates")))
      }
      return nil
    }
    return RepeatedKey(column: column, rule: rule)
  }

  private func rows(_ section: Section, _ key: String) -> [UnavailableRows] {
    section.pairs(key).map { column, value in
      let nodes = value.sequence.map(Array.init) ?? [value]
      return UnavailableRows(column: column, values: Set(nodes.compactMap(\.scalar?.string)))
    }
  }

  /// The partner's own totals, and whether what they count beyond the rows is at no IRIS.
  private func totals(
    _ section: Section, masks: [String: CountingRule.Mask]
  ) -> (layout: SourceLayout, leavesRest: Bool)? {
    guard let totals = section.section("totals", allowed: CampaignKeys.totals.names) else {
      return nil
    }
    let layout = SourceLayout(
      file: path(totals.text("file")), declaration: declaration(totals),
      route: .commune(totals.text("commune")),
      rule: CountingRule(unit: .count, countColumn: totals.text("count"), masks: masks))
    _ = totals.choice("rest", default: Rest.unlocated)
    return (layout, totals.has("rest"))
  }

  func declaration(_ section: Section) -> Declaration {
    var declaration = Declaration()
    declaration.member = section.optionalText("sheet") ?? section.optionalText("member")
    declaration.headerLine = section.integer("header_line")
    if section.has("encoding") {
      declaration.encoding = section.choice("encoding", default: TextEncoding.utf8)
    }
    if let text = section.optionalText("separator") {
      let byte = text == "tab" ? 0x09 : text.utf8.first
      if text != "tab" && text.utf8.count != 1 {
        section.record(Wording.badSeparator(at: section.place(of: "separator")))
      }
      declaration.separator = byte
    }
    return declaration
  }
}

/// Where what a total counts beyond its rows is.
private enum Rest: String, CaseIterable {
  case unlocated
}
