internal import Rates
public import Territory

extension Release {
  /// The figures of another zoning than the IRIS.
  public struct ZoningTable: Sendable, Hashable {
    /// What its areas are.
    public let zoning: Zoning
    /// One for each area, in their order; in each, one for each indicator.
    public let figures: [[Figure]]

    /// The same figures as rows, for whoever writes columns: the zone is the first commune of the area.
    package var rows: [Row] {
      zip(zoning.areas, figures).compactMap { area, figures in
        zoning.commune(of: area.code).map { Row(zone: .commune($0), figures: figures) }
      }
    }

    package init(zoning: Zoning, figures: [[Figure]]) {
      self.zoning = zoning
      self.figures = figures
    }
  }
}

extension Zoning {
  /// The first commune where an area has somebody; `nil` for an area without members.
  package func commune(of area: String) -> Commune? {
    switch members {
    case .irises(let options):
      options.filter { $0.value.contains(area) }.map(\.key.commune).min()
    case .communes(let areas): areas.filter { $0.value == area }.map(\.key).min()
    }
  }
}

extension Release.Figure {
  /// An area's figure from its communes' parts: shown when each of them could be. What it is divided by is
  /// shown where that alone may be, as in the rows.
  ///
  /// - Parameters:
  ///   - minimum: under how many inhabitants a rate is not significant
  init(adding parts: [PartFigure], _ definition: IndicatorDefinition, minimum: Double?) {
    let statuses = Set(parts.map(\.status))
    let counts = parts.compactMap(\.count)
    let bases = parts.compactMap(\.denominator)
    let base = bases.count == parts.count && !parts.isEmpty ? bases.reduce(0, +) : nil
    guard statuses == [.released], counts.count == parts.count else {
      let isWithheld = statuses.contains(.withheld)
      self.init(
        status: isWithheld || parts.isEmpty ? .withheld : .missing, count: nil, denominator: base,
        rate: nil, comparison: nil)
      return
    }
    let count = counts.reduce(0, +)
    let rate = definition.method.flatMap { method in
      base.flatMap { Rate.of(count, over: $0, per: definition.per, method: method) }
    }
    let isSmall = definition.method != nil && (base ?? 0) < (minimum ?? 0)
    self.init(
      status: isSmall || (definition.method != nil && rate == nil) ? .notSignificant : .released,
      count: count, denominator: base, rate: isSmall ? nil : rate, comparison: nil)
  }
}
