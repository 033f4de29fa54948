internal import Boundaries
internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// The areas of another zoning than the IRIS: their maps, their figures, and what each is made of.
struct ZoningPage: Sendable {
  let table: Release.ZoningTable
  let indicators: [IndicatorView]
  /// Of the IRIS, in the order of their codes.
  let places: [PlaceName]
  /// The zonings that have a page, this one among them.
  let zonings: [Zoning]
  let maps: ZoningMaps
  let notice: Notice
  let stamp: String?

  static func page(of zoning: Zoning) -> String { "z-\(zoning.id).html" }

  var markup: Markup {
    """
    <h1>\(table.zoning.title)</h1><p class="chapo">\(nature)</p>\(others)\
    \(maps.remark)\(maps.shapes)\(indicators.enumerated().map(section))<section><h2>De quoi chaque zone est faite</h2>\
    \(members)</section>
    """
  }

  private var nature: String {
    let made =
      table.zoning.isOfCommunes
      ? "faites de communes entières"
      : table.zoning.cutsIrises ? "qui peuvent couper des IRIS" : "faites d’IRIS entiers"
    return "\(Typography.counted(table.zoning.areas.count, .area)), \(made)"
  }

  /// The other zonings.
  private var others: Markup {
    if zonings.count < 2 { return "" }
    let items = zonings.map { zoning -> Markup in
      zoning.id == table.zoning.id
        ? "<li><strong>\(zoning.title)</strong></li>"
        : "<li><a href=\"\(Self.page(of: zoning))\">\(zoning.title)</a></li>"
    }
    return "<ul class=\"legende\" aria-label=\"Zonages\">\(items)</ul>"
  }

  private func section(_ index: Int, _ indicator: IndicatorView) -> Markup {
    let rows = table.figures.indices.map { area in
      row(area, table.figures[area][index], indicator)
    }
    let heads: Markup =
      indicator.isRate
      ? """
      <th scope="col" class="n">Taux</th><th scope="col" class="n">Intervalle à \
      95\(Typography.space)%</th><th scope="col" class="n">Nombre</th>
      """ : "<th scope=\"col\" class=\"n\">Nombre</th>"
    return """
      <section class="planche zonage"><h2><a href="i-\(indicator.slug).html">\
      \(indicator.definition.title)</a></h2>\(figure(index, indicator))<div class="cadre">\
      <table id="t-\(indicator.slug)"><caption>\(IndicatorWords.title(indicator.definition)), par zone\
      </caption><thead><tr><th scope="col">Zone</th>\(heads)</tr></thead><tbody>\(rows)</tbody>\
      \(foot(indicator))</table></div></section>
      """
  }

  private func figure(_ index: Int, _ indicator: IndicatorView) -> Markup {
    let figures = table.figures.map { $0[index] }
    guard let figure = maps.figure(of: indicator, figures, notice: notice, stamp: stamp) else {
      return ""
    }
    let buttons = FigureButtons(
      slug: indicator.slug, file: "\(table.zoning.id)-\(indicator.slug)", mention: notice.mention,
      stamp: stamp)
    return """
      <figure><div class="cadre">\(figure.markup)</div>\(buttons.markup)</figure>
      """
  }

  private func row(
    _ place: Int, _ figure: Release.Figure, _ indicator: IndicatorView
  ) -> Markup {
    let area = table.zoning.areas[place]
    let name: Markup = maps.row(of: place, in: indicator).map { " id=\"\($0)\"" } ?? ""
    let head: Markup = """
      <tr data-de="\(table.zoning.id) \(area.code)" data-colonnes="\(indicator.stem)" \
      data-st="\(figure.status.rawValue)"\(indicator.tag(of: figure))\(name) \
      data-i="\(area.code)"><th scope="row">\
      \(area.name.isEmpty ? area.code : area.name)</th>
      """
    return "\(head)\(Self.cells(figure, indicator))</tr>"
  }

  private func foot(_ indicator: IndicatorView) -> Markup {
    let rows = indicator.totals.map { commune, figure in
      """
      <tr><th scope="row">Commune \(commune.code)</th>\(Self.cells(figure, indicator))</tr>
      """ as Markup
    }
    return "<tfoot>\(rows)</tfoot>"
  }

  private static func cells(_ figure: Release.Figure, _ indicator: IndicatorView) -> Markup {
    guard figure.status == .released else {
      return """
        <td class="secret" colspan="\(indicator.isRate ? 3 : 1)">\(indicator.text(of: figure))</td>
        """
    }
    let value: Markup = "<td class=\"n\">\(indicator.text(of: figure))</td>"
    guard indicator.isRate, let rate = figure.rate else { return value }
    return """
      \(value)<td class="n">\(Typography.interval(rate.interval95, indicator.definition))</td>\
      <td class="n">\(figure.count.map(Typography.count) ?? "–")</td>
      """
  }

  private var members: Markup {
    let items = table.zoning.areas.map { area -> Markup in
      let links = places.compactMap { place -> Markup? in
        guard let options = place.iris.map(table.zoning.options), options.contains(area.code)
        else { return nil }
        let isPart = options.count > 1
        return """
          <li><a href="\(place.page)">\(place.name)</a>\(isPart ? " (en partie)" : "" as Markup)</li>
          """
      }
      return """
        <dt>\(area.name.isEmpty ? area.code : "\(area.name) (\(area.code))")</dt><dd>\
        <ul class="enligne">\(links)</ul></dd>
        """
    }
    return "<dl>\(items)</dl>"
  }
}
