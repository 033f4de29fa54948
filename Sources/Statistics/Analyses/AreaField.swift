internal import Disclosure
internal import Rates
internal import Territory

/// The IRIS of one indicator, with what everybody may see of each.
struct AreaField {
  private let definition: IndicatorDefinition
  private let irises: [Iris]
  private let figures: [ShownFigure?]
  private let contiguity: Contiguity
  private let inhabited: Set<Iris>
  /// The rate of all communes; `nil` where one of them is not shown.
  private let whole: Double?

  init(
    _ release: Release, _ index: Int, neighbours: [Iris: [Iris]], inhabited: Set<Iris>
  ) {
    definition = release.indicators[index]
    let rows = release.rows.compactMap { row -> (Iris, ShownFigure?)? in
      guard case .iris(let iris) = row.zone else { return nil }
      return (iris, row.figures[index].shown)
    }
    let irises = rows.map(\.0)
    let place = Dictionary(uniqueKeysWithValues: irises.enumerated().map { ($1, $0) })
    self.irises = irises
    figures = rows.map(\.1)
    contiguity = Contiguity(
      irises.map { (neighbours[$0] ?? []).compactMap { place[$0] }.sorted() })
    self.inhabited = inhabited
    whole = Self.whole(release, index)
  }

  private static func whole(_ release: Release, _ index: Int) -> Double? {
    let communes = release.rows.filter { if case .commune = $0.zone { true } else { false } }
    let shown = communes.compactMap { $0.figures[index].shown }
    guard shown.count == communes.count, !shown.isEmpty else { return nil }
    let population = shown.reduce(0) { $0 + $1.population }
    return Double(shown.reduce(0) { $0 + $1.count }) / population
  }

  func lines(by method: Analysis.Method) -> [AnalysisTable.Line] {
    switch method {
    case .bayes: smoothed(BayesianSmoothing.global(figures), method)
    case .localBayes: smoothed(BayesianSmoothing.local(figures, contiguity), method)
    case .moran: moran().map { [$0] } ?? []
    case .lisa: lisa()
    case .quintiles: quintiles()
    case .funnel: funnel()
    case .dobson, .fayFeuer, .indirect: []
    }
  }

  private func smoothed(
    _ values: [Double?], _ method: Analysis.Method
  ) -> [AnalysisTable.Line] {
    zip(irises, values).compactMap { iris, value in
      value.map { line(iris, method, $0 * definition.per) }
    }
  }

  private func moran() -> AnalysisTable.Line? {
    MoranStatistic(figures, contiguity).map { statistic in
      AnalysisTable.Line(
        zone: nil, indicator: definition.id, method: .moran, value: statistic.value, interval: nil,
        word: nil, probability: statistic.probability, reference: nil)
    }
  }

  private func lisa() -> [AnalysisTable.Line] {
    guard let statistic = MoranStatistic(figures, contiguity) else { return [] }
    return zip(irises, statistic.locals).compactMap { iris, local in
      local.map {
        line(iris, .lisa, $0.value, word: $0.quadrant.rawValue, probability: $0.probability)
      }
    }
  }

  private func quintiles() -> [AnalysisTable.Line] {
    let kept = zip(irises, figures).map { inhabited.contains($0) ? $1 : nil }
    return zip(irises, QuantileGroups(kept, into: 5).groups).compactMap { iris, group in
      group.map { line(iris, .quintiles, Double($0)) }
    }
  }

  private func funnel() -> [AnalysisTable.Line] {
    guard let method = definition.method, let whole, method == .byar || whole <= 1 else {
      return []
    }
    let limits = FunnelLimits(around: whole, method: method)
    return zip(irises, figures).compactMap { iris, figure in
      guard let figure else { return nil }
      let near = limits.limits(for: figure.population, .of95)
      return line(
        iris, .funnel, figure.rate * definition.per,
        interval: Rate.Interval(
          lower: near.lower * definition.per, upper: near.upper * definition.per),
        word: limits.position(of: figure).rawValue)
    }
  }

  private func line(
    _ iris: Iris, _ method: Analysis.Method, _ value: Double, interval: Rate.Interval? = nil,
    word: String? = nil, probability: Double? = nil
  ) -> AnalysisTable.Line {
    AnalysisTable.Line(
      zone: .iris(iris), indicator: definition.id, method: method, value: value,
      interval: interval, word: word, probability: probability, reference: nil)
  }
}
