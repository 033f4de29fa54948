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
    <h1>\(territory)</h1><p class="chapo">Atlas des indicateurs par IRIS, campagne \
    \(notice.campaign). \(notice.mention).</p>\(maps.shapes)<h2>Indicateurs</h2>\
    <p>Chaque petite carte a sa propre échelle ; les <a href="planches.html">planches</a> en ont \
    une commune.</p><ul class="galerie">\(maps.indicators.map(card))</ul>\(missing)
    """
  }

  private func card(_ indicator: IndicatorView) -> Markup {
    let commune = indicator.totals.first.map { "Commune : \(indicator.text(of: $0.figure))" }
    return """
      <li><a href="i-\(indicator.slug).html">\(maps.map(of: indicator))\
      <h3>\(IndicatorWords.title(indicator.definition))</h3></a><p>\
      \(indicator.totals.count == 1 ? commune ?? "" : "\(indicator.totals.count) communes") · \
      \(Typography.irises(indicator.count(of: .released))) diffusés</p></li>
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
      "<li><a href=\"\(place.page)\">\(place.name)</a> <small>\(place.iris.code)</small></li>"
        as Markup
    }
    return """
      <h1>Portraits des IRIS</h1><p class="recherche" data-liste="iris" hidden><label>Chercher un \
      IRIS <input type="search" autocomplete="off"></label></p><ul id="iris" class="colonnes">\
      \(items)</ul>
      """
  }
}
