internal import Rates
internal import Territory

/// The numbers that earlier releases show of some indicators.
struct EarlierFigures {
  private var counts: [Key: Set<Int>] = [:]
  private var denominators: [Key: Set<Double>] = [:]
  private var withheld: Set<Key> = []
  private var areas: [AreaKey: Set<Int>] = [:]
  private var grounds: [SeriesKey: Set<GroundFigures>] = [:]
  private var baseGrounds: [SeriesKey: Set<GroundFigures>] = [:]

  private struct SeriesKey: Hashable {
    let indicator: String
    let source: String
    let vintage: String

    init(_ definition: IndicatorDefinition) {
      indicator = definition.id
      source = definition.source
      vintage = definition.numeratorVintage
    }
  }

  private struct Key: Hashable {
    let series: SeriesKey
    let zone: Zone

    init(_ definition: IndicatorDefinition, _ zone: Zone) {
      series = SeriesKey(definition)
      self.zone = zone
    }
  }

  private struct AreaKey: Hashable {
    let series: SeriesKey
    let zoning: String
    let area: String

    init(_ definition: IndicatorDefinition, _ zoning: Zoning, _ area: String) {
      series = SeriesKey(definition)
      self.zoning = zoning.id
      self.area = area
    }
  }

  init(_ knowledge: PublicKnowledge) {
    for (release, redrawn) in zip(knowledge.earlier, knowledge.redrawn) {
      addAreas(of: release)
      addRows(of: release, redrawn)
      addGrounds(of: release, redrawn)
    }
  }

  private mutating func addAreas(of release: Release) {
    for table in release.zonings {
      for (area, figures) in zip(table.zoning.areas, table.figures) {
        for (definition, figure) in zip(release.indicators, figures) {
          let key = AreaKey(definition, table.zoning, area.code)
          if let count = figure.count { areas[key, default: []].insert(count) }
        }
      }
    }
  }

  /// Its rows but for redrawn IRIS: the same code is another ground there.
  private mutating func addRows(of release: Release, _ redrawn: [RedrawnGround]) {
    let gone = redrawn.reduce(into: Set<Zone>()) { $0.formUnion($1.before.map { .iris($0) }) }
    for row in release.rows where !gone.contains(row.zone) {
      for (definition, figure) in zip(release.indicators, row.figures) {
        let key = Key(definition, row.zone)
        if let count = figure.count { counts[key, default: []].insert(count) }
        if figure.status == .withheld { withheld.insert(key) }
        guard definition.denominatorSource != nil, let base = figure.denominator else { continue }
        denominators[key, default: []].insert(base)
      }
    }
  }

  private mutating func addGrounds(of release: Release, _ redrawn: [RedrawnGround]) {
    for (column, definition) in release.indicators.enumerated() {
      let key = SeriesKey(definition)
      grounds[key, default: []].formUnion(
        release.grounds(redrawn, in: column) { $0.status == .notApplicable ? 0 : $0.count })
      if definition.denominatorSource == nil { continue }
      baseGrounds[key, default: []].formUnion(
        release.grounds(redrawn, in: column) { $0.denominator.flatMap { Int(exactly: $0) } })
    }
  }

  /// What earlier releases tell of redrawn ground, in a fixed order.
  func grounds(of definition: IndicatorDefinition) -> [GroundFigures] {
    Self.sorted(grounds[SeriesKey(definition)])
  }

  /// The same for what it is divided by.
  func baseGrounds(of definition: IndicatorDefinition) -> [GroundFigures] {
    Self.sorted(baseGrounds[SeriesKey(definition)])
  }

  private static func sorted(_ grounds: Set<GroundFigures>?) -> [GroundFigures] {
    let keyed = (grounds ?? []).map { ($0.irises.sorted(), $0) }
    return keyed.sorted { left, right in
      left.0 == right.0
        ? (left.1.shown, left.1.withheld, left.1.floor)
          < (right.1.shown, right.1.withheld, right.1.floor)
        : left.0.lexicographicallyPrecedes(right.0)
    }.map(\.1)
  }

  /// Whether the same count has been shown of the same indicator, source and date.
  func show(_ count: Int?, of definition: IndicatorDefinition, in zone: Zone) -> Bool {
    count.map { counts[Key(definition, zone)]?.contains($0) ?? false } ?? false
  }

  /// Whether a release kept this number back: what shows it now tells of what was hidden beside it.
  func withheld(_ definition: IndicatorDefinition, in zone: Zone) -> Bool {
    withheld.contains(Key(definition, zone))
  }

  /// The same for an area of another zoning.
  func show(
    _ count: Int?, of definition: IndicatorDefinition, in zoning: Zoning, area: String
  ) -> Bool {
    count.map { areas[AreaKey(definition, zoning, area)]?.contains($0) ?? false } ?? false
  }

  /// The same for what it is divided by.
  func showBase(_ base: Double?, of definition: IndicatorDefinition, in zone: Zone) -> Bool {
    base.map { denominators[Key(definition, zone)]?.contains($0) ?? false } ?? false
  }
}
