internal import Analyses
internal import Boundaries
internal import Diagnostics
internal import Disclosure
internal import Exports
internal import Geometry
internal import Rates
internal import Territory

/// The pages of an atlas, in their order, before their frame.
struct AtlasPages {
  private let folder: AtlasFolder
  private let release: Release
  private let notice: Notice
  private let territory: String
  private let contours: Contours
  private let places: [PlaceName]
  private let shapes: [Shape<Projected>]
  private let views: [IndicatorView]
  private let earlier: [[EarlierView]]
  private let analyses: AnalysisTable

  /// Takes what to do with a page: its name, its title and what stands on it.
  typealias Act = (String, String, Markup) throws(Problem) -> Void

  init(
    folder: AtlasFolder, release: Release, contours: Contours, notice: Notice, territory: String
  ) {
    self.folder = folder
    self.release = release
    self.notice = notice
    self.territory = territory
    self.contours = contours
    let places = contours.areas.enumerated().map { PlaceName($1, index: $0) }
    self.places = places
    shapes = contours.areas.map(\.shape)
    views = release.indicators.indices.map {
      IndicatorView(release, $0, places: places, by: folder.classes)
    }
    earlier = release.indicators.map {
      EarlierView.all(of: $0, in: folder.earlier, places: places, by: folder.classes)
    }
    analyses = AnalysisTable(folder.analyses, of: release, on: contours)
  }

  func forEach(_ act: Act) throws(Problem) {
    try overview(act)
    try indicators(act)
    for table in release.zonings {
      let maps = try ZoningMaps(
        table.zoning, on: contours, drawn: folder.drawnAreas[table.zoning.id] ?? [:])
      let page = ZoningPage(
        table: table, indicators: views, places: shown, zonings: release.zonings.map(\.zoning),
        maps: maps, notice: notice, stamp: folder.stamp)
      try act(ZoningPage.page(of: table.zoning), table.zoning.title, page.markup)
    }
    try portraits(act)
    let method = MethodPage(indicators: views, notice: notice, threshold: StatedThreshold(release))
    try act("methode.html", "Méthode et qualité", method.markup)
    try act("glossaire.html", "Glossaire", Glossary.markup)
  }

  private func overview(_ act: Act) throws(Problem) {
    let small = SmallMaps(
      view: MapView(shapes, width: 2_400, height: 2_400, detail: 120), indicators: views,
      earlier: earlier)
    let silent = Set(folder.uncommented)
    let cover = CoverPage(
      maps: small, notice: notice, territory: territory,
      uncommented: views.filter { silent.contains($0.slug) })
    try act("index.html", "Sommaire", cover.markup)
    try act(
      "planches.html", "Petites cartes",
      """
      <h1>Petites cartes</h1><p class="choix" hidden><label>Suivre un IRIS sur toutes les cartes \
      <select class="suivi"><option value="">–</option></select></label></p>\(small.shapes)\
      \(small.planches)
      """)
  }

  private func indicators(_ act: Act) throws(Problem) {
    let map = MapView(shapes, width: 4_000, height: 4_400, detail: 40)
    for (index, view) in views.enumerated() {
      let figure = MapFigure(view: map, indicator: view, notice: notice, stamp: folder.stamp)
      let content = IndicatorPage(
        indicator: view, figure: figure, comment: folder.comments[view.slug],
        analyses: analyses.lines.filter { $0.indicator == view.slug },
        threshold: StatedThreshold(release, of: index))
      try act("i-\(view.slug).html", view.definition.title, content.markup)
    }
  }

  /// The IRIS that the release has a row for.
  private var shown: [PlaceName] {
    let rows = Set(views.first?.cells.map(\.place.code) ?? [])
    return places.filter { rows.contains($0.code) }
  }

  private func portraits(_ act: Act) throws(Problem) {
    let rulers = views.map { Ruler($0) }
    let detail = 25 * max(1, Double(shapes.count) / 200)
    let locator = Locator(MapView(shapes, width: 600, height: 700, detail: detail))
    let comparators = Comparators(
      views, zonings: release.zonings, earlier: earlier.map(\.last))
    try act("portraits.html", "Portraits", PortraitList(places: shown).markup)
    let cells = Dictionary(
      (views.first?.cells ?? []).enumerated().map { ($1.place.code, $0) },
      uniquingKeysWith: { first, _ in first })
    for place in shown {
      guard let iris = place.iris, let cell = cells[place.code] else { continue }
      let content = PortraitPage(
        place: place, rows: rulers.map { ($0, $0.indicator.cells[cell].figure) }, locator: locator,
        comparators: comparators.all(of: iris), comment: folder.comments[place.code])
      try act(place.page, place.name, content.markup)
    }
  }
}
