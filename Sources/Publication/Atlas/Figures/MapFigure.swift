internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// The map of an indicator with everything that it needs to be understood alone: title, legend,
/// mention and stamp are inside the picture.
struct MapFigure: Sendable {
  let view: MapView
  let indicator: IndicatorView
  let notice: Notice
  /// Said across the figure until the shared analysis is done; `nil` once published.
  let stamp: String?

  private static let legendWidth = 1_750
  private static let head = 300
  private var name: String { "f-\(indicator.slug)" }
  private var width: Int { view.width + 150 + Self.legendWidth }
  private var mapHeight: Int { max(view.height, 2_700) }
  private var height: Int { Self.head + mapHeight + 330 }

  /// The figure.
  var markup: Markup {
    """
    <svg class="figure" id="\(name)" viewBox="0 0 \(width) \(height)" role="group" \
    aria-labelledby="\(name)-t" aria-describedby="\(name)-d" \
    xmlns="http://www.w3.org/2000/svg" font-family="system-ui, 'Segoe UI', Arial, sans-serif" \
    fill="#1d2433"><title id="\(name)-t">\(title)</title><desc id="\(name)-d">\(summary)</desc>\
    <metadata>\(sources)</metadata><defs>\(Symbols.patterns(of: name))</defs>\
    <rect width="\(width)" height="\(height)" fill="#fff"/>\
    <text x="0" y="150" font-size="130" font-weight="600" \
    font-family="Georgia, 'Times New Roman', serif">\(Typography.shortened(title, to: 74))</text>\
    <g class="carte" transform="translate(0 \(Self.head))" stroke="#6e6e6e" stroke-width="7" \
    stroke-linejoin="round">\(areas)</g>\
    <g transform="translate(\(view.width + 150) \(Self.head + 60))" font-size="86">\
    \(MapLegend(indicator: indicator, figure: name, width: view.width).markup)</g>\
    <text x="0" y="\(height - 130)" font-size="72" fill="#555">\(notice.mention)</text>\
    <text x="0" y="\(height - 30)" font-size="64" fill="#555">\(references)</text>\(stampMark)</svg>
    """
  }

  private var title: String { IndicatorWords.title(indicator.definition) }

  private var references: String {
    ((notice.warning.map { [$0] } ?? []) + notice.attributions).joined(separator: " · ")
  }

  private var sources: String { notice.mention + " ; " + references }

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
    parts.append("\(Typography.irises(hidden)) sous secret. Le tableau suit la carte.")
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
      fill = Symbols.tint(indicator.classIndex(of: value), of: indicator.bounds.count + 1)
    } else {
      fill = Symbols.fill(status, in: name)
    }
    let value: Markup = cell.value.map { " data-v=\"\(Self.plain($0))\"" } ?? ""
    return """
      <a href="\(cell.place.page)" data-i="\(cell.place.iris.code)" data-st="\(status.rawValue)"\
      \(value)><title>\(cell.place.name) : \(reading(cell))</title>\
      <path d="\(Markup(trusted: view.paths[cell.place.index]))" fill="\(fill)"/></a>
      """
  }

  private func reading(_ cell: IndicatorView.Cell) -> String {
    let interval = cell.figure.rate.map {
      " " + Typography.interval($0.interval95, indicator.definition)
    }
    return indicator.text(of: cell.figure) + (cell.value == nil ? "" : interval ?? "")
  }

  /// The name, where it fits.
  private func label(_ cell: IndicatorView.Cell) -> Markup {
    let anchor = view.anchors[cell.place.index]
    guard cell.place.name.count * 33 < anchor.room else { return "" }
    let lift = indicator.isRate ? 20 : 90
    return "<text x=\"\(anchor.x)\" y=\"\(anchor.y + lift)\">\(cell.place.name)</text>"
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
