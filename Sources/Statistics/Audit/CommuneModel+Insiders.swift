extension CommuneModel {
  /// What an insider knows of the withheld cells, by cell; the audited release says what his indicators
  /// count.
  ///
  /// - Parameters:
  ///   - cells: as `withheldCells` has them
  func numbers(of insider: Insider, among cells: [String: Int]) -> [Int: Int] {
    insider.insights.reduce(into: [:]) { known, insight in
      guard let indicator = indicators.first(where: { $0.id == insight.indicator }) else { return }
      let series = insight.isBase ? indicator.baseSeries : indicator.series
      guard let series, let cell = cells[Self.name(series, insight.zone)] else { return }
      known[cell] = insight.value
    }
  }

  /// The withheld cells by series and zone.
  var withheldCells: [String: Int] {
    origins.indices.reduce(into: [:]) { cells, cell in
      guard system.cells[cell].role == .withheld else { return }
      let name = Self.name(origins[cell].series, origins[cell].zone.name)
      if cells[name] == nil { cells[name] = cell }
    }
  }

  private static func name(_ series: String, _ zone: String) -> String { "\(series)|\(zone)" }

  /// Whether a cell counts only what some sources deliver.
  func isDelivered(_ cell: Int, in sources: Set<String>) -> Bool {
    indicators.contains { indicator in
      let own = sources.contains(indicator.deliveredBy)
      let base = indicator.baseSource.map(sources.contains) ?? false
      let series = origins[cell].series
      return own && ([indicator.series] + indicator.partSeries).contains(series)
        || base
          && ([indicator.baseSeries].compactMap(\.self) + indicator.basePartSeries)
            .contains(series)
    }
  }
}
