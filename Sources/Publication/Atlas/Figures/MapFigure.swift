internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// The map of an indicator with everything that it needs to be understood alone: title, date, legend,
/// mention and stamp are inside the picture.
struct MapFigure: Sendable {
  let view: MapView
  let indicator: IndicatorView
  let notice: Notice
  /// Said across the figure until the shared analysis is done; `nil` once published.
  let stamp: String?
  /// What the areas are of; `nil` for IRIS.
  var zoning: Zoning?
  /// What is drawn under the areas.
  var ground: Markup = ""

  private static let legendWidth = 1_750
  private static let head = 360
  /// From one line of the references to the next.
  private static let line = 84
  private var name: String { "f-\(indicator.slug)" }
  private var width: Int { view.width + 150 + Self.legendWidth }
  private var mapHeight: Int { max(view.height, 2_700) }
  private var height: Int { Self.head + mapHeight + 190 + Self.line * feet.count }

  /// The figure.
  var markup: Markup {
    """
    <svg class="figure" id="\(name)" data-colonnes="\(indicator.stem)"\(about) viewBox="0 0 \(width) \(height)" role="group" \
    aria-labelledby="\(name)-t" aria-describedby="\(name)-d" \
    xmlns="http://www.w3.org/2000/svg" font-family="system-ui, 'Segoe UI', Arial, sans-serif" \
    fill="#1d2433"><title id="\(name)-t">\(title)</title><desc id="\(name)-d">\(summary)</desc>\
    <metadata>\(sources)</metadata><defs>\(Symbols.patterns(of: name))</defs>\
    <rect width="\(width)" height="\(height)" fill="#fff"/>\
    <text x="0" y="150" font-size="130" font-weight="600" \
    font-family="Georgia, 'Times New Roman', serif">\(Typography.shortened(title, to: 74))</text>\
    <text x="0" y="270" font-size="86" fill="#555">\(subtitle)</text>\
    <g class="carte" transform="translate(0 \(Self.head))" stroke="\(Tints.outline)" stroke-width="7" \
    stroke-linejoin="round">\(ground)\(areas)</g>\
    <g transform="translate(\(view.width + 150) \(Self.head + 60))" font-size="86">\
    \(MapLegend(indicator: indicator, figure: name, width: view.width).markup)</g>\
    \(ScaleBar(view: view).markup(x: view.width + 150, y: Self.head + mapHeight - 40))\
    \(footLines)\(stampMark)</svg>
    """
  }

  private var title: String { IndicatorWords.title(indicator.definition) }

  /// « Par IRIS, au 31/12/2025 ».
  private var subtitle: String {
    let date = IndicatorWords.readable(indicator.definition.numeratorVintage)
    return Typography.shortened("\(zoning?.title ?? "Par IRIS"), au \(date)", to: 100)
  }

  private var about: Markup { zoning.map { " data-zonage=\"\($0.id)\"" } ?? "" }

  /// Whether invented, and the attributions of the reference data, in lines that the figure holds.
  private var references: [String] {
    Typography.lines(
      of: (notice.warning.map { [$0] } ?? []) + notice.attributions, joinedBy: " · ",
      upTo: width / 34)
  }

  /// The mention, larger, then the references.
  private var feet: [(line: String, size: Int)] {
    let words = notice.mention.split(separator: " ").map(String.init)
    return Typography.lines(of: words, joinedBy: " ", upTo: width / 40).map { ($0, 72) }
      + references.map { ($0, 62) }
  }

  private var footLines: Markup {
    feet.enumerated().map { index, foot in
      """
      <text x="0" y="\(Self.head + mapHeight + 190 + Self.line * index)" \
      font-size="\(foot.size)" fill="#555">\(foot.line)</text>
      """ as Markup
    }.joined()
  }

  private var sources: String { ([notice.mention] + references).joined(separator: " ; ") }

  /// What the map says, for who cannot see it.
  private var summary: String {
    let values = indicator.cells.compactMap { cell in cell.value.map { ($0, cell) } }
    guard let lowest = values.min(by: { $0.0 < $1.0 }),
      let highest = values.max(by: { $0.0 < $1.0 })
    else { return "Aucune valeur diffusée." }
    var parts = [
      "De \(indicator.text(of: lowest.1.figure)) (\(lowest.1.place.name)) à "
        + "\(indicator.text(of: highest.1.figure)) (\(highest.1.place.name))."
    ]
    if indicator.isRate, let commune = indicator.communeValue {
      parts.append("Commune : \(Typography.rate(commune, indicator.definition)).")
    }
    let hidden = indicator.count(of: .withheld)
    parts.append(
      "\(Typography.counted(hidden, indicator.kind)) sous secret. Le tableau suit la carte.")
    return parts.joined(separator: " ")
  }

  private var areas: Markup {
    let shapes = indicator.cells.map(area).joined()
    let circles = indicator.isRate ? "" : CircleLayer(indicator: indicator, view: view).markup
    let labels = indicator.cells.map(label).joined()
    return """
      \(shapes)<g class="c" pointer-events="none">\(circles)</g><g class="noms" font-size="62" \
      text-anchor="middle" stroke="#fff" stroke-width="14" paint-order="stroke" \
      pointer-events="none">\(labels)</g>
      """
  }

  private func area(_ cell: IndicatorView.Cell) -> Markup {
    let status = cell.figure.status
    let fill: String
    if let value = cell.value, indicator.isRate {
      fill = indicator.tint(of: value)
    } else {
      fill = Symbols.fill(status, in: name)
    }
    let value: Markup = cell.value.map { " data-v=\"\(Self.plain($0))\"" } ?? ""
    return """
      <a href="\(link(to: cell.place))" data-i="\(cell.place.code)" data-st="\(status.rawValue)"\
      \(value)><title>\(cell.place.name) : \(reading(cell))</title>\
      <path d="\(Markup(trusted: view.paths[cell.place.index]))" fill="\(fill)"/></a>
      """
  }

  /// The portrait of an IRIS, the row of an area in the table beside the map.
  private func link(to place: PlaceName) -> String {
    zoning == nil ? place.page : "#" + Self.row(of: place, in: indicator)
  }

  /// What the row of an area is called in its page.
  static func row(of place: PlaceName, in indicator: IndicatorView) -> String {
    "\(indicator.slug)-\(place.index)"
  }

  private func reading(_ cell: IndicatorView.Cell) -> String {
    let interval = cell.figure.rate.map {
      " " + Typography.interval($0.interval95, indicator.definition)
    }
    return indicator.text(of: cell.figure) + (cell.value == nil ? "" : interval ?? "")
  }

  private func label(_ cell: IndicatorView.Cell) -> Markup {
    AreaLabel(
      name: cell.place.name, anchor: view.anchors[cell.place.index],
      isUnderCircle: !indicator.isRate
    ).markup
  }

  /// A number that scripts read.
  static func plain(_ value: FixedPoint) -> String {
    value.decimals == 0 ? String(value.scaled) : "\(value.value)"
  }

  private var stampMark: Markup {
    guard let stamp else { return "" }
    let x = view.width / 2, y = Self.head + view.height / 2
    return """
      <g class="tampon" transform="translate(\(x) \(y)) rotate(-24)" text-anchor="middle" \
      fill="#a3192e" fill-opacity=".24" font-weight="700" font-size="165" pointer-events="none" \
      aria-hidden="true"><text y="-20">DOCUMENT DE TRAVAIL</text><text y="170" \
      font-size="105">\(stamp)</text></g>
      """
  }
}
