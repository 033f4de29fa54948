internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// Every IRIS of an indicator in a table: the map for who reads numbers, or cannot see it.
struct RankingTable: Sendable {
  let indicator: IndicatorView

  private static let barWidth = 180

  var markup: Markup {
    """
    <div class="cadre"><table class="tri" id="t-\(indicator.slug)"><caption>\
    \(IndicatorWords.title(indicator.definition)), par IRIS, du plus élevé au moins élevé\
    </caption><thead><tr><th scope="col" class="n">Rang</th><th scope="col" data-tri="nom">IRIS</th>\
    \(heads)</tr></thead><tbody>\(indicator.ranking.map(row))</tbody>\(foot)</table></div>
    """
  }

  private var heads: Markup {
    guard indicator.isRate else {
      return "<th scope=\"col\" class=\"n\" data-tri=\"v\">Nombre</th>"
    }
    return """
      <th scope="col" class="n" data-tri="v">Taux</th><th scope="col" class="n">Intervalle à \
      95\(Typography.space)%</th>\
      <th scope="col" data-dessin>Taux et intervalle</th><th scope="col" class="n" data-tri="n">Nombre</th>\
      <th scope="col">Par rapport à la commune</th>
      """
  }

  private func row(_ rank: Int?, _ cell: IndicatorView.Cell) -> Markup {
    let place = cell.place
    let head: Markup = """
      <td class="n">\(rank.map(String.init) ?? "–")</td><th scope="row"><a href="\(place.page)">\
      \(place.name)</a></th>
      """
    guard let value = cell.value else {
      return """
        <tr data-st="\(cell.figure.status.rawValue)" id="iris-\(place.code)" \
        data-i="\(place.code)" data-nom="\(place.name)"><td class="n">–</td>\
        <th scope="row"><a href="\(place.page)">\(place.name)</a></th><td class="secret" \
        colspan="\(indicator.isRate ? 5 : 1)">\(indicator.text(of: cell.figure))</td></tr>
        """
    }
    let count: Markup = cell.figure.count.map { " data-n=\"\($0)\"" } ?? ""
    return """
      <tr id="iris-\(place.code)" data-i="\(place.code)" data-nom="\(place.name)" \
      data-v="\(MapFigure.plain(value))"\(count)>\(head)<td class="n">\
      \(indicator.text(of: cell.figure))</td>\(details(cell.figure))</tr>
      """
  }

  private func details(_ figure: Release.Figure) -> Markup {
    guard indicator.isRate, let rate = figure.rate else { return "" }
    let comparison = figure.comparison.map { IndicatorWords.comparison($0) } ?? ""
    return """
      <td class="n">\(Typography.interval(rate.interval95, indicator.definition))</td>\
      <td data-dessin>\(bar(rate))</td><td class="n">\
      \(figure.count.map(Typography.count) ?? "–")</td><td>\(comparison)</td>
      """
  }

  /// From zero to the largest upper bound of the published ones.
  private var scale: Double {
    let uppers = indicator.cells.compactMap { $0.value == nil ? nil : $0.figure.rate }
    return max(uppers.map(\.interval95.upper).max() ?? 1, 1e-9)
  }

  private func bar(_ rate: Rate) -> Markup {
    let scale = Double(Self.barWidth) / scale
    let x = { (value: Double) in Int((value * scale).rounded()) }
    let (low, high) = (x(rate.interval95.lower), x(rate.interval95.upper))
    let mark: Markup =
      indicator.communeValue.map {
        "<path d=\"M\(x($0)) 0V16\" stroke=\"#a3192e\" stroke-dasharray=\"3 2\"/>"
      } ?? ""
    return """
      <svg class="barre" width="\(Self.barWidth)" height="16" \
      viewBox="0 0 \(Self.barWidth) 16" aria-hidden="true">\
      <path d="M0 8H\(x(rate.value))" stroke="#b9c4dc" stroke-width="8"/>\(mark)\
      <path d="M\(low) 8H\(high)" stroke="#253494" stroke-width="2"/></svg>
      """
  }

  private var foot: Markup {
    let rows = indicator.totals.map { commune, figure in
      """
      <tr><td></td><th scope="row">Commune \(commune.code)</th>\
      \(figure.status == .released
        ? "<td class=\"n\"><strong>\(indicator.text(of: figure))</strong></td>\(details(figure))"
        : "<td class=\"secret\">\(indicator.text(of: figure))</td>" as Markup)</tr>
      """ as Markup
    }
    return "<tfoot>\(rows)</tfoot>"
  }
}
