internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// What the portraits of a release can be compared with, prepared once for all of them.
struct Comparators: Sendable {
  private let indicators: [IndicatorView]
  private let zonings: [Release.ZoningTable]
  private let earlier: [EarlierView?]
  private let likeness: Likeness
  private let medians: Comparator
  private let communes: [Commune: Comparator]
  private let places: [String: Int]

  /// - Parameters:
  ///   - earlier: for each indicator, the last one before it
  init(
    _ indicators: [IndicatorView], zonings: [Release.ZoningTable], earlier: [EarlierView?]
  ) {
    self.indicators = indicators
    self.zonings = zonings
    self.earlier = earlier
    likeness = Likeness(indicators)
    let cells = indicators.first?.cells ?? []
    places = Dictionary(
      cells.enumerated().map { ($1.place.code, $0) }, uniquingKeysWith: { first, _ in first })
    medians = Comparator(
      key: "m", name: "l’IRIS médian",
      references: indicators.map { $0.median.map(Comparator.Reference.number) ?? .none })
    communes = Dictionary(
      (indicators.first?.totals ?? []).enumerated().map { place, total in
        (total.commune, Self.commune(total.commune, place, indicators))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Those of one IRIS, the commune first.
  func all(of iris: Iris) -> [Comparator] {
    [communes[iris.commune], medians].compactMap(\.self) + areas(of: iris)
      + [alike(iris), before(iris)].compactMap(\.self)
  }

  private static func commune(
    _ commune: Commune, _ place: Int, _ indicators: [IndicatorView]
  ) -> Comparator {
    Comparator(
      key: "c", name: "la commune",
      references: indicators.map { .figure($0.totals[place].figure, origin: commune.code) })
  }

  /// Every area where persons of the IRIS may live.
  private func areas(of iris: Iris) -> [Comparator] {
    var found: [Comparator] = []
    for table in zonings {
      let options = table.zoning.options(of: iris)
      for (area, figures) in zip(table.zoning.areas, table.figures)
      where options.contains(area.code) && found.count < Comparator.areaCount {
        let name = area.name.isEmpty ? area.code : area.name
        let part = options.count > 1 ? ", qui en couvre une partie" : ""
        found.append(
          Comparator(
            key: "z\(found.count)", name: "\(table.zoning.title) : \(name)\(part)",
            references: figures.map { .figure($0, origin: "\(table.zoning.id) \(area.code)") }))
      }
    }
    return found
  }

  private func alike(_ iris: Iris) -> Comparator? {
    guard let own = places[iris.code], let (place, rates) = likeness.nearest[own],
      let other = indicators.first?.cells[place].place
    else { return nil }
    return Comparator(
      key: "s", name: "l’IRIS le plus semblable",
      references: indicators.map { .figure($0.cells[place].figure, origin: other.code) },
      remark: """
        Le plus semblable : <a href="\(other.page)">\(other.name)</a>, dont les taux diffusés \
        s’écartent le moins de ceux-ci, en écarts-types (\(rates) taux diffusés dans les deux ; il en \
        faut la moitié).
        """)
  }

  private func before(_ iris: Iris) -> Comparator? {
    let figures = earlier.map { $0?.figures[iris.code] }
    guard figures.contains(where: { $0 != nil }) else { return nil }
    let dates = Set(earlier.compactMap { $0?.view.definition.numeratorVintage }).sorted()
      .map(IndicatorWords.readable)
    return Comparator(
      key: "a", name: "la situation précédente",
      references: figures.map { figure in figure.map { .figure($0, origin: nil) } ?? .none },
      remark: "Situation précédente : \(dates.joined(separator: ", ")), mêmes contours.")
  }
}
