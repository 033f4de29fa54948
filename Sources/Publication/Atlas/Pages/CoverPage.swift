internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// The first page: what the atlas holds, and what it still lacks.
struct CoverPage: Sendable {
  let maps: SmallMaps
  let notice: Notice
  let territory: String
  /// Indicators without a comment.
  let uncommented: [IndicatorView]

  var markup: Markup {
    """
    <section class="couverture"><div><p class="surtitre">Atlas des indicateurs par IRIS</p>\
    <h1>\(territory)</h1><p class="chapo">\(Glossary.marked(notice.mention))</p>\(facts)</div>\
    \(silhouette)</section>\(maps.shapes)<h2>Indicateurs</h2><p>Chaque petite carte a sa propre \
    échelle ; les <a href="planches.html">planches</a> en ont une commune.</p>\
    <ul class="galerie">\(maps.indicators.map(card))</ul>\(missing)
    """
  }

  private var facts: Markup {
    let irises = maps.indicators.first?.cells.count ?? 0
    let dates = Set(maps.indicators.map(\.definition.numeratorVintage)).sorted()
      .map(IndicatorWords.readable)
    return """
      <dl class="faits"><div><dt>IRIS</dt><dd>\(irises)</dd></div><div><dt>Indicateurs</dt><dd>\
      \(maps.indicators.count)</dd></div><div><dt>Situation</dt><dd>\(dates.joined(separator: ", "))\
      </dd></div><div><dt>Contours</dt><dd>\(notice.edition)</dd></div><div><dt>Campagne</dt><dd>\
      \(notice.campaign)</dd></div></dl>
      """
  }

  /// The territory, for the eye.
  private var silhouette: Markup {
    """
    <svg class="silhouette" viewBox="-10 -10 \(maps.view.width + 20) \(maps.view.height + 20)" \
    aria-hidden="true" fill="#e4e7f0" stroke="#fff" stroke-width="14" stroke-linejoin="round">\
    \(maps.view.paths.indices.map { "<use href=\"#a\($0)\"/>" as Markup })</svg>
    """
  }

  private func card(_ indicator: IndicatorView) -> Markup {
    let commune = indicator.totals.first.map { "Commune : \(indicator.text(of: $0.figure))" }
    let place =
      indicator.totals.count == 1 ? commune ?? "" : "\(indicator.totals.count) communes"
    return """
      <li><a href="i-\(indicator.slug).html">\(maps.map(of: indicator))\
      <h3>\(IndicatorWords.title(indicator.definition))</h3></a>\(ramp(of: indicator))<p>\(place) · \
      \(Typography.irises(indicator.count(of: .released))) diffusés</p></li>
      """
  }

  /// The tints from the lowest to the highest published value.
  private func ramp(of indicator: IndicatorView) -> Markup {
    let shown = indicator.cells.filter { $0.value != nil }
    let order = { (a: IndicatorView.Cell, b: IndicatorView.Cell) in
      if let a = a.value, let b = b.value { a < b } else { false }
    }
    guard indicator.isRate, let least = shown.min(by: order), let most = shown.max(by: order) else {
      return ""
    }
    let count = indicator.bounds.count + 1
    let steps = (0..<count).map { index in
      let tint = indicator.tints[index]
      return "<rect x=\"\(index * 20)\" width=\"20\" height=\"8\" fill=\"\(tint)\"/>" as Markup
    }
    return """
      <p class="rampe">\(indicator.text(of: least.figure)) <svg width="\(count * 20)" height="8" \
      aria-hidden="true">\(steps)</svg> \(indicator.text(of: most.figure))</p>
      """
  }

  private var missing: Markup {
    if uncommented.isEmpty { return "" }
    let items = uncommented.map { indicator in
      "<li><a href=\"i-\(indicator.slug).html\">\(indicator.definition.title)</a></li>" as Markup
    }
    return "<h2>Commentaires attendus</h2><ul class=\"manque\">\(items)</ul>"
  }
}

/// The list of portraits, by name.
struct PortraitList: Sendable {
  let places: [PlaceName]

  var markup: Markup {
    let items = places.map { place in
      "<li><a href=\"\(place.page)\">\(place.name)</a> <small>\(place.code)</small></li>"
        as Markup
    }
    return """
      <h1>Portraits des IRIS</h1><p class="recherche" data-liste="iris" hidden><label>Chercher un \
      IRIS <input type="search" autocomplete="off"></label></p><ul id="iris" class="colonnes">\
      \(items)</ul>
      """
  }
}
