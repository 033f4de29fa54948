internal import Rates

/// The numbers that earlier releases show of some indicators.
struct EarlierFigures {
  private var counts: [Key: Set<Int>] = [:]
  private var denominators: [Key: Set<Double>] = [:]

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

  init(_ releases: [Release]) {
    for release in releases {
      for row in release.rows {
        for (definition, figure) in zip(release.indicators, row.figures) {
          let key = Key(definition, row.zone)
          if let count = figure.count { counts[key, default: []].insert(count) }
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

  /// The same for what it is divided by.
  func showBase(_ base: Double?, of definition: IndicatorDefinition, in zone: Zone) -> Bool {
    base.map { denominators[Key(definition, zone)]?.contains($0) ?? false } ?? false
  }
}
