internal import Boundaries
internal import Diagnostics
internal import Population
internal import Rates
internal import Territory

extension CampaignRun {
  /// A table for each indicator, in the order of the campaign.
  mutating func makeTables(
    _ contours: Contours, tallies: [String: SourceTally], denominators: [[String]: Denominator],
    zonings: CampaignZonings
  ) throws(Problem) -> [IndicatorTable] {
    var tables: [IndicatorTable] = []
    for indicator in campaign.indicators {
      guard let source = campaign.source(indicator.numerator), let numerator = tallies[source.id]
      else { preconditionFailure("the reader checked every source name") }
      let over = base(of: indicator, tallies: tallies, denominators: denominators)
      let dimensions = numerator.tally.dimensions
      let (table, problems) = IndicatorTable.make(
        definition: definition(of: indicator, source: source, over: over),
        numerator: numerator.tally,
        where: { indicator.selects($0, dimensions: dimensions) }, denominator: over,
        irises: contours.areas.map(\.iris),
        totals: indicator.selection.isEmpty ? numerator.totals : nil)
      try note(problems)
      tables.append(
        table.known(
          by: zonings.pieces(of: numerator.tally) { indicator.selects($0, dimensions: dimensions) },
          base: over.pieces(by: zonings)))
    }
    return tables
  }

  private func base(
    of indicator: Campaign.Indicator, tallies: [String: SourceTally],
    denominators: [[String]: Denominator]
  ) -> IndicatorTable.Base {
    switch indicator.denominator {
    case .none: return .none
    case .census(let columns):
      return denominators[columns].map(IndicatorTable.Base.population) ?? .none
    case .source(let id):
      guard let source = tallies[id] else { return .none }
      let dimensions = source.tally.dimensions
      return .tally(source.tally, totals: indicator.selection.isEmpty ? source.totals ?? [:] : [:])
      {
        indicator.selects($0, dimensions: dimensions)
      }
    }
  }
}
