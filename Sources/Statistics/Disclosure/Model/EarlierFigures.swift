internal import Rates
internal import Territory

/// The numbers that earlier releases show of some indicators.
struct EarlierFigures {
  private var counts: [Key: Set<Int>] = [:]
  private var denominators: [Key: Set<Double>] = [:]
  private var withheld: Set<Key> = []
  private var areas: [AreaKey: Set<Int>] = [:]

  private struct Key: Hashable {
    let indicator: String
    let source: String
    let vintage: String
    let zone: Zone

    init(_ definition: IndicatorDefinition, _ zone: Zone) {
      indicator = definition.id
      source = definition.source
      vintage = definition.numeratorVintage
      self.zone = zone
    }
  }

  private struct AreaKey: Hashable {
    let indicator: String
    let source: String
    let vintage: String
    let zoning: String
    let area: String

    init(_ definition: IndicatorDefinition, _ zoning: Zoning, _ area: String) {
      indicator = definition.id
      source = definition.source
      vintage = definition.numeratorVintage
      self.zoning = zoning.id
      self.area = area
    }
  }

  init(_ releases: [Release]) {
    for release in releases {
      for table in release.zonings {
        for (area, figures) in zip(table.zoning.areas, table.figures) {
          for (definition, figure) in zip(release.indicators, figures) {
            let key = AreaKey(definition, table.zoning, area.code)
            if let count = figure.count { areas[key, default: []].insert(count) }
          }
        }
      }
      for row in release.rows {
        for (definition, figure) in zip(release.indicators, row.figures) {
          let key = Key(definition, row.zone)
          if let count = figure.count { counts[key, default: []].insert(count) }
          if figure.status == .withheld { withheld.insert(key) }
          guard definition.denominatorSource != nil, let base = figure.denominator else { continue }
          denominators[key, default: []].insert(base)
        }
      }
    }
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
