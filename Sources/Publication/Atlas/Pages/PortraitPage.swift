internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// One IRIS on one page: where it is, and where it stands among the others for each indicator.
struct PortraitPage: Sendable {
  let place: PlaceName
  /// In the order of the release, with the figure of this IRIS.
  let rows: [(ruler: Ruler, figure: Release.Figure)]
  /// The map of all IRIS with none marked, shared by all portraits.
  let locator: Locator
  /// What the group says of this IRIS.
  let comment: Comment?

  var markup: Markup {
    """
    <h1>\(place.name)</h1><p class="chapo">\(place.communeName) · IRIS \(place.iris.code)\
    \(kind)</p><div class="portrait"><div>\(locator.markup(marking: place))\(remark)</div>\
    <div><p class="choix" hidden><label>Repère <select class="repere"><option value="c">commune</option>\
    <option value="m">IRIS médian</option></select></label></p><div class="cadre"><table>\
    <caption>Indicateurs de l’IRIS, parmi les IRIS diffusés</caption><thead><tr><th scope="col">\
    Indicateur</th><th scope="col" class="n">Valeur</th><th scope="col">Parmi les IRIS</th>\
    <th scope="col" class="n">Commune</th></tr></thead><tbody>\(rows.map(row))</tbody></table></div>\
    <p class="manque">Trait fin : un IRIS ; barre bleue : intervalle à 95\(Typography.space)% ; \
    point : valeur ; trait rouge : repère.</p></div></div>
    """
  }

  private var remark: Markup {
    guard let comment, !comment.isEmpty else { return "" }
    return comment.markup
  }

  private var kind: String {
    switch place.type {
    case .habitat: " · habitat"
    case .activity: " · activité"
    case .various: " · divers"
    case .commune: ""
    }
  }

  private func row(_ ruler: Ruler, _ figure: Release.Figure) -> Markup {
    let indicator = ruler.indicator
    let head: Markup = """
      <th scope="row"><a href="i-\(indicator.slug).html#iris-\(place.iris.code)">\
      \(IndicatorWords.title(indicator.definition))</a></th>
      """
    guard figure.status == .released else {
      return """
        <tr data-st="\(figure.status.rawValue)">\(Markup(trusted: head.text))<td class="secret" \
        colspan="3">\(indicator.text(of: figure))</td></tr>
        """
    }
    let interval: Markup =
      figure.rate.map {
        "<br><small>\(Typography.interval($0.interval95, indicator.definition))</small>"
      } ?? ""
    let comparison = figure.comparison.map {
      "<br><small>\(IndicatorWords.comparison($0))</small>" as Markup
    }
    return """
      <tr>\(head)<td class="n">\(indicator.text(of: figure))\(interval)</td>\
      <td>\(ruler.markup(of: figure))</td><td class="n">\(ruler.reference)\(comparison ?? "")</td></tr>
      """
  }
}

/// All published values of one indicator on a line, drawn once for all portraits.
struct Ruler: Sendable {
  let indicator: IndicatorView
  /// The commune's value as text.
  let reference: String
  private let ticks: String
  private let low: Double
  private let high: Double
  private let median: Double?

  private static let width = 260

  init(_ indicator: IndicatorView) {
    self.indicator = indicator
    reference = indicator.totals.count == 1 ? indicator.text(of: indicator.totals[0].figure) : ""
    let values = indicator.cells.compactMap { $0.value?.value }.sorted()
    median = values.isEmpty ? nil : values[values.count / 2]
    let all = values + (indicator.isRate ? [indicator.communeValue].compactMap(\.self) : [])
    (low, high) = (all.min() ?? 0, all.max() ?? 1)
    let start = low
    let scale = Self.scale(low, high)
    let places = Set(values.map { Self.x($0, start, scale) }).sorted()
    ticks = places.map { "M\($0) 6V20" }.joined()
  }

  func markup(of figure: Release.Figure) -> Markup {
    let scale = Self.scale(low, high)
    let x = { (value: Double) in Self.x(value, low, scale) }
    let value = indicator.isRate ? figure.rate?.value : figure.count.map(Double.init)
    let interval: Markup =
      figure.rate.map {
        """
        <path d="M\(max(0, x($0.interval95.lower))) 13H\(min(Self.width, x($0.interval95.upper)))" \
        stroke="#253494" stroke-width="5" stroke-opacity=".55"/>
        """
      } ?? ""
    let point: Markup =
      value.map { "<circle cx=\"\(x($0))\" cy=\"13\" r=\"5\" fill=\"#253494\"/>" } ?? ""
    let commune = indicator.isRate ? indicator.communeValue : nil
    return """
      <svg class="ruban" width="\(Self.width)" height="26" viewBox="0 0 \(Self.width) 26" \
      aria-hidden="true"><path d="\(Markup(trusted: ticks))" stroke="#b5b9c2"/>\(interval)\(point)\
      \(mark(commune, "c", isVisible: true, x))\(mark(median, "m", isVisible: false, x))</svg>
      """
  }

  private func mark(
    _ value: Double?, _ name: String, isVisible: Bool, _ x: (Double) -> Int
  ) -> Markup {
    guard let value else { return "" }
    return """
      <path class="r" data-r="\(name)" d="M\(x(value)) 0V26" stroke="#a3192e" stroke-width="2"\
      \(isVisible ? "" : " visibility=\"hidden\"" as Markup)/>
      """
  }

  private static func scale(_ low: Double, _ high: Double) -> Double {
    Double(width - 12) / max(high - low, 1e-9)
  }

  private static func x(_ value: Double, _ low: Double, _ scale: Double) -> Int {
    6 + Int(min(1e6, max(-1e6, (value - low) * scale)).rounded())
  }
}

/// Where an IRIS is: a light map with one area filled.
struct Locator: Sendable {
  private let view: MapView
  private let all: String

  init(_ view: MapView) {
    self.view = view
    all = view.paths.joined()
  }

  func markup(marking place: PlaceName) -> Markup {
    """
    <svg class="situation" viewBox="-8 -8 \(view.width + 16) \(view.height + 16)" \
    role="img" aria-label="Situation de l’IRIS \(place.name)"><path d="\(Markup(trusted: all))" \
    fill="#eceae2" stroke="#b9b6aa" stroke-width="3"/><path \
    d="\(Markup(trusted: view.paths[place.index]))" fill="#253494"/></svg>
    """
  }
}
