internal import Boundaries
internal import Diagnostics
internal import Disclosure
internal import Exports
internal import Geometry
internal import Territory

/// The maps of one zoning: its areas over the IRIS that they join, or cut.
///
/// IRIS and areas are generalised together, so that a border of both stays one line.
struct ZoningMaps: Sendable {
  private let zoning: Zoning
  private let view: MapView
  /// The IRIS, which lie under the areas.
  private let ground: String
  /// Places among the areas of those that are drawn, and what they are called.
  private let drawn: [(area: Int, place: PlaceName)]

  /// - Parameters:
  ///   - areas: those drawn without regard to IRIS, by code
  init(
    _ zoning: Zoning, on contours: Contours, drawn areas: [String: Shape<Projected>]
  ) throws(Problem) {
    self.zoning = zoning
    let shapes = try ZoneShapes(zoning, contours, drawn: areas).shapes
    let irises = contours.areas.map(\.shape)
    view = MapView(irises + shapes.compactMap(\.self), width: 4_000, height: 4_400, detail: 40)
    ground = view.paths.prefix(irises.count).joined()
    drawn = shapes.indices.filter { shapes[$0] != nil }.enumerated().map { place, area in
      (area, PlaceName(zoning.areas[area], index: irises.count + place))
    }
  }

  /// The IRIS once for all maps of a page; a figure that is saved takes them with it.
  var shapes: Markup {
    """
    <svg class="formes" width="0" height="0" aria-hidden="true"><defs><path id="fond" \
    d="\(Markup(trusted: ground))"/></defs></svg>
    """
  }

  /// What says that some areas are on no map; empty where all are.
  var remark: Markup {
    let missing = zoning.areas.count - drawn.count
    if missing == 0 { return "" }
    let count = Typography.counted(missing, .area)
    return """
      <p class="manque">\(count) sans contour connu\(Typography.space): ces zones coupent des IRIS, et \
      la campagne n’en donne pas le tracé.</p>
      """
  }

  /// - Returns: `nil` where no area is drawn
  func figure(
    of indicator: IndicatorView, _ figures: [Release.Figure], notice: Notice, stamp: String?
  ) -> MapFigure? {
    if drawn.isEmpty { return nil }
    let own = IndicatorView(
      indicator, of: drawn.map(\.place), figures: drawn.map { figures[$0.area] })
    return MapFigure(
      view: view, indicator: own, notice: notice, stamp: stamp, zoning: zoning,
      ground: """
        <g fill="#f4f2ec" stroke="#cfccc2" stroke-width="4" pointer-events="none">\
        <use href="#fond"/></g>
        """)
  }

  /// What the row of an area is called, where a map leads to it.
  func row(of area: Int, in indicator: IndicatorView) -> String? {
    drawn.first { $0.area == area }.map { MapFigure.row(of: $0.place, in: indicator) }
  }
}
