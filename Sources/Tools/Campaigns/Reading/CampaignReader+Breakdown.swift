internal import Diagnostics
internal import Intake
internal import Rates
internal import Yams

/// One part of a breakdown: « a0_17: [0-5, 6-17] ».
private struct BreakdownPart {
  /// What its identifier ends with.
  let suffix: String
  /// The column of categories that it comes from.
  let dimension: String
  /// The labels that it counts.
  let labels: Set<String>
  /// The census columns of the same persons; empty for none.
  let columns: [String]
}

extension CampaignReader {
  /// The indicators that a breakdown makes of one: its parts, and with `crossed` every pair of parts
  /// of two dimensions.
  ///
  /// A part is divided by its own census columns where it names some, by the same source as the whole
  /// where that is one, else it is a plain count: a share of the whole population would say nothing.
  func parts(
    of indicator: Campaign.Indicator, _ section: Section, source: Campaign.Source?,
    sources: [Campaign.Source], hasCensus: Bool
  ) -> [Campaign.Indicator] {
    let dimensions = section.pairs("breakdown").map { dimension, node in
      breakdown(dimension, node, section, source: source)
    }
    let parts = dimensions.flatMap(\.self)
    if !hasCensus && parts.contains(where: { !$0.columns.isEmpty }) {
      section.record(Wording.populationMissing(at: section.place(of: "breakdown")))
    }
    let base = sources.first { .source($0.id) == indicator.denominator }
    let singles = parts.map { self.indicator($0.only, of: indicator, base: base, section) }
    guard section.flag("crossed") else { return singles }
    let pairs = Self.pairs(dimensions).map {
      self.indicator($0, of: indicator, base: base, section)
    }
    return singles + pairs
  }

  private func breakdown(
    _ dimension: String, _ node: Node, _ section: Section, source: Campaign.Source?
  ) -> [BreakdownPart] {
    let known = source?.layout.categories.map(\.dimension) ?? []
    if source != nil && !known.contains(dimension) {
      section.record(
        Wording.unknownValue(dimension, allowed: known, at: section.place(of: "breakdown")))
    }
    guard let mapping = node.mapping, !mapping.isEmpty else {
      section.record(
        Wording.expected("des parties et leurs libellés", at: section.place(of: "breakdown")))
      return []
    }
    var taken: Set<String> = []
    return mapping.compactMap { key, value in
      guard let suffix = key.string else { return nil }
      let part = Self.part(suffix, dimension, value)
      if part.labels.isEmpty {
        section.record(
          Wording.expected("des libellés", at: section.place(of: "breakdown")))
      }
      if !taken.isDisjoint(with: part.labels) {
        section.record(Wording.overlappingParts(suffix, at: section.place(of: "breakdown")))
      }
      taken.formUnion(part.labels)
      return part
    }
  }

  private static func part(_ suffix: String, _ dimension: String, _ node: Node) -> BreakdownPart {
    BreakdownPart(
      suffix: suffix, dimension: dimension, labels: Set(texts(node["labels"] ?? node)),
      columns: node["denominator"].map(texts) ?? [])
  }

  private static func texts(_ node: Node) -> [String] {
    (node.sequence.map(Array.init) ?? [node]).compactMap(\.scalar?.string)
  }

  private static func pairs(_ dimensions: [[BreakdownPart]]) -> [[BreakdownPart]] {
    dimensions.indices.flatMap { first in
      dimensions.indices.filter { $0 > first }.flatMap { second in
        dimensions[first].flatMap { left in dimensions[second].map { [left, $0] } }
      }
    }
  }

  private func indicator(
    _ parts: [BreakdownPart], of whole: Campaign.Indicator, base: Campaign.Source?,
    _ section: Section
  ) -> Campaign.Indicator {
    let id = ([whole.id] + parts.map(\.suffix)).joined(separator: "_")
    if !Self.isColumnName(id) {
      section.record(Wording.badIdentifier(at: section.place(of: "breakdown")))
    }
    var selection = whole.selection
    for part in parts { selection[part.dimension] = part.labels }
    let denominator = Self.denominator(of: parts, whole, base)
    var part = Campaign.Indicator(
      id: id, title: "\(whole.title) – \(parts.map(\.words).joined(separator: ", "))",
      numerator: whole.numerator, selection: selection, denominator: denominator, per: whole.per,
      method: denominator == .none ? nil : whole.method ?? .wilson, bounds: nil, scale: whole.scale,
      whole: whole.id,
      dimensions: Set(parts.map(\.dimension)))
    part.isAmount = whole.isAmount
    part.level = section.choice("breakdown_level", default: whole.level)
    return part
  }

  private static func denominator(
    of parts: [BreakdownPart], _ whole: Campaign.Indicator, _ base: Campaign.Source?
  ) -> Campaign.Denominator {
    if parts.count == 1 && !parts[0].columns.isEmpty { return .census(parts[0].columns) }
    let known = Set(base?.layout.categories.map(\.dimension) ?? [])
    return base != nil && known.isSuperset(of: parts.map(\.dimension)) ? whole.denominator : .none
  }
}

extension BreakdownPart {
  fileprivate var only: [BreakdownPart] { [self] }

  /// « sexe : F ».
  fileprivate var words: String { "\(dimension) : \(labels.sorted().joined(separator: ", "))" }
}
