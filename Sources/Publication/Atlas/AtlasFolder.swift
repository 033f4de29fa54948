public import Boundaries
public import Diagnostics
public import Disclosure
public import Exports
public import Files
internal import Geometry
internal import Rates
internal import Territory

/// The atlas: a folder of pages that open from a disc, without network and without script.
///
/// It draws what a `Release` shows and nothing else; scripts only add comfort.
///
/// - Confidential: no, a release is made to leave
/// - Source: ATLAS.md
public struct AtlasFolder: Sendable {
  /// How the classes of the maps are made.
  public var classes = ClassChoice()
  /// What the group says of each indicator, by its identifier, and of an IRIS, by its code.
  public var comments: [String: Comment] = [:]
  /// Whether the shared analysis is still to come: every page and figure is stamped.
  public var isWorkingDocument = true

  private let release: Release
  private let contours: Contours
  private let notice: Notice

  /// An atlas of one release.
  ///
  /// - Parameters:
  ///   - contours: same edition as the release's IRIS · metres of the territory's system
  public init(release: Release, contours: Contours, notice: Notice) {
    self.release = release
    self.contours = contours
    self.notice = notice
  }

  /// Indicators that the group has not commented yet.
  public var uncommented: [String] {
    release.indicators.map(\.id).filter { comments[$0].map(\.isEmpty) ?? true }
  }

  /// Writes the pages, complete but without their names.
  ///
  /// - Parameters:
  ///   - folder: exists; nothing but the atlas is in it
  /// - Returns: the pages, and last `SHA256SUMS`
  /// - Throws: what `Files` throws
  /// - Complexity: O(n · k) of the IRIS and indicators
  public func stage(in folder: String) throws(Problem) -> [StagedFile] {
    var files: [StagedFile] = []
    try forEachPage { name, text throws(Problem) in
      let file = try StagedFile(for: FilePath.join(folder, name))
      try file.write(text)
      files.append(file)
    }
    return files + [try Checksums.stage(of: files, in: folder)]
  }

  private var stamp: String? { isWorkingDocument ? "ANALYSE PARTAGÉE — NE PAS DIFFUSER" : nil }

  /// Short, and different when the figures are.
  private var version: String {
    let text = release.rows.map { "\($0)" }.joined() + notice.mention
    return String(ContentHash(of: Array(text.utf8)).hexadecimal.prefix(12))
  }

  /// Makes the pages, one after the other.
  package func forEachPage(_ body: (String, String) throws(Problem) -> Void) throws(Problem) {
    let places = contours.areas.enumerated().map { PlaceName($1, index: $0) }
    let shapes = contours.areas.map(\.shape)
    let views = release.indicators.indices.map {
      IndicatorView(release, $0, places: places, by: classes)
    }
    let version = version
    func page(_ name: String, _ title: String, _ content: Markup) throws(Problem) {
      let frame = PageFrame(
        title: title, notice: notice, stamp: stamp, page: name, version: version)
      try body(name, frame.text(content))
    }
    let small = SmallMaps(
      view: MapView(shapes, width: 2_400, height: 2_400, detail: 120), indicators: views)
    let silent = Set(uncommented)
    let cover = CoverPage(
      maps: small, notice: notice, territory: territory,
      uncommented: views.filter { silent.contains($0.slug) })
    try page("index.html", "Sommaire", cover.markup)
    try page(
      "planches.html", "Petites cartes",
      """
      <h1>Petites cartes</h1><p class="choix" hidden><label>Suivre un IRIS sur toutes les cartes \
      <select class="suivi"><option value="">–</option></select></label></p>\(small.shapes)\
      \(small.planches)
      """)
    let map = MapView(shapes, width: 4_000, height: 4_400, detail: 40)
    for (index, view) in views.enumerated() {
      let figure = MapFigure(view: map, indicator: view, notice: notice, stamp: stamp)
      let content = IndicatorPage(
        indicator: view, figure: figure, comment: comments[view.slug],
        threshold: StatedThreshold(release, of: index))
      try page("i-\(view.slug).html", view.definition.title, content.markup)
    }
    try portraits(places, shapes, views, page)
    let method = MethodPage(
      indicators: views, notice: notice, threshold: StatedThreshold(release))
    try page("methode.html", "Méthode et qualité", method.markup)
    try page("glossaire.html", "Glossaire", Glossary.markup)
  }

  private func portraits(
    _ places: [PlaceName], _ shapes: [Shape<Projected>], _ views: [IndicatorView],
    _ page: (String, String, Markup) throws(Problem) -> Void
  ) throws(Problem) {
    let rulers = views.map { Ruler($0) }
    let detail = 25 * max(1, Double(shapes.count) / 200)
    let locator = Locator(MapView(shapes, width: 600, height: 700, detail: detail))
    var figures: [Iris: [Release.Figure]] = [:]
    for row in release.rows {
      if case .iris(let iris) = row.zone { figures[iris] = row.figures }
    }
    let shown = places.filter { figures[$0.iris] != nil }
    try page("portraits.html", "Portraits", PortraitList(places: shown).markup)
    for place in shown {
      let content = PortraitPage(
        place: place, rows: Array(zip(rulers, figures[place.iris] ?? [])), locator: locator,
        comment: comments[place.iris.code])
      try page(place.page, place.name, content.markup)
    }
  }

  private var territory: String {
    let names = Set(contours.areas.map(\.communeName)).filter { !$0.isEmpty }.sorted()
    return names.count == 1 ? names[0] : names.isEmpty ? notice.campaign : "\(names.count) communes"
  }
}
