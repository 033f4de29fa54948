internal import Rates

extension Release {
  /// The release without what was made from one source; the other figures stay as they are, and
  /// nothing that was withheld for the source's sake appears.
  ///
  /// - Parameters:
  ///   - source: counted above or below the line
  /// - Returns: `nil` when no indicator is left
  public func without(source: String) -> Release? {
    let kept = indicators.indices.filter { !indicators[$0].derives(from: source) }
    if kept.isEmpty { return nil }
    return Release(
      indicators: kept.map { indicators[$0] },
      rows: rows.map { row in Row(zone: row.zone, figures: kept.map { row.figures[$0] }) },
      zonings: zonings.map { table in
        ZoningTable(
          zoning: table.zoning, figures: table.figures.map { figures in kept.map { figures[$0] } })
      }, threshold: threshold, zerosAreWithheld: zerosAreWithheld)
  }

  /// Whether a figure was made from a source.
  public func derives(from source: String) -> Bool {
    indicators.contains { $0.derives(from: source) }
  }
}
