internal import Disclosure
internal import Rates

/// Rates with the effect of age taken out, from the classes that are shown.
struct Standardisation {
  private let analysis: Analysis
  private let release: Release
  /// By class of the standard, the indicator's place.
  private let parts: [Int?]

  init(_ analysis: Analysis, _ release: Release) {
    self.analysis = analysis
    self.release = release
    parts = (analysis.standard?.classes ?? []).map { own in
      release.indicators.firstIndex { $0.id == own.part }
    }
  }

  /// One line for each IRIS and commune where everything that the method takes is shown.
  func lines(by method: Analysis.Method) -> [AnalysisTable.Line] {
    guard let standard = analysis.standard,
      let whole = release.indicators.firstIndex(where: { $0.id == analysis.indicator }),
      !parts.isEmpty, !parts.contains(nil)
    else { return [] }
    return release.rows.compactMap { row in
      let rate =
        method == .indirect
        ? index(row, whole, standard) : direct(row, standard, method, release.indicators[whole].per)
      return rate.map { rate in
        AnalysisTable.Line(
          zone: row.zone, indicator: analysis.indicator, method: method, value: rate.value,
          interval: rate.interval95, word: nil, probability: nil, reference: rate.reference)
      }
    }
  }

  /// Every class must be shown: a weighted sum of counts tells of each.
  private func direct(
    _ row: Release.Row, _ standard: Standard, _ method: Analysis.Method, _ per: Double
  ) -> StandardisedRate? {
    var strata: [Stratum] = []
    for (own, part) in zip(standard.classes, parts) {
      guard let part, let figure = row.figures[part].shown, let inhabitants = own.inhabitants else {
        return nil
      }
      strata.append(
        Stratum(
          count: Double(figure.count), population: figure.population, reference: inhabitants))
    }
    return StandardisedRate.direct(
      strata, reference: standard.reference, per: per,
      method: method == .dobson ? .dobson : .fayFeuer)
  }

  /// The count of all classes must be shown; their populations are the census's.
  private func index(
    _ row: Release.Row, _ whole: Int, _ standard: Standard
  ) -> StandardisedRate? {
    guard row.figures[whole].status == .released, let count = row.figures[whole].count else {
      return nil
    }
    var strata: [Stratum] = []
    for (place, (own, part)) in zip(standard.classes, parts).enumerated() {
      guard let part, let population = row.figures[part].denominator, let rate = own.rate else {
        return nil
      }
      // the classes' counts are not needed: the first carries all that was observed
      strata.append(
        Stratum(count: place == 0 ? Double(count) : 0, population: population, reference: rate))
    }
    return StandardisedRate.index(strata, reference: standard.reference)
  }
}
