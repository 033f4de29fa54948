internal import Analyses
internal import Diagnostics
internal import Disclosure
internal import Exports
internal import Rates

/// The page of one indicator: comment, map, reading, ranking and method note.
struct IndicatorPage: Sendable {
  let indicator: IndicatorView
  let figure: MapFigure
  let comment: Comment?
  /// What was computed of this indicator beside its rates.
  let analyses: [AnalysisTable.Line]
  let threshold: StatedThreshold

  var markup: Markup {
    let definition = indicator.definition
    return """
      <section class="planche"><h1>\(Glossary.marked(definition.title))</h1><p class="chapo">\(nature)</p>\
      \(remark)<figure>\(Self.search)<div class="cadre">\(figure.markup)</div>\(buttons)</figure>\(reading)</section>\
      <section><h2>Tableau</h2>\(RankingTable(indicator: indicator).markup)</section>\
      \(analysis.markup)\
      <section><h2>Note de méthode</h2>\(note)</section>
      """
  }

  private var analysis: AnalysisSection {
    AnalysisSection(
      indicator: indicator, lines: analyses, notice: figure.notice, stamp: figure.stamp)
  }

  private var nature: String {
    let definition = indicator.definition
    guard indicator.isRate else {
      let units = IndicatorWords.units(of: definition)
      return "Nombre\(units.isEmpty ? "" : " de \(units)"), au "
        + IndicatorWords.readable(definition.numeratorVintage)
    }
    let unit = IndicatorWords.unit(per: definition.per)
    return "Taux \(unit.isEmpty ? "" : "en \(unit), ")au "
      + IndicatorWords.readable(definition.numeratorVintage)
  }

  private var remark: Markup {
    if let comment, !comment.isEmpty { return comment.markup }
    return "<p class=\"manque\">Pas encore de commentaire du groupe d’analyse partagée.</p>"
  }

  private var buttons: Markup {
    FigureButtons(
      slug: indicator.slug, file: indicator.slug, mention: figure.notice.mention,
      stamp: figure.stamp
    ).markup
  }

  /// Finding an IRIS of the map by its name.
  private static let search: Markup = """
    <p class="choix" hidden><label>Montrer un IRIS <input class="nom" type="search" \
    autocomplete="off" list="noms"></label><datalist id="noms"></datalist></p>
    """

  /// One IRIS read aloud, with its interval and against the commune.
  private var reading: Markup {
    guard let first = indicator.ranking.first(where: { $0.rank != nil })?.cell else {
      return "<p class=\"lecture\">Aucune valeur n’est diffusée pour cet indicateur.</p>"
    }
    let definition = indicator.definition
    guard indicator.isRate, let rate = first.figure.rate else {
      let count = IndicatorWords.counted(first.figure.count ?? 0, definition)
      return """
        <p class="lecture"><strong>Lecture\(Typography.space):</strong> dans l’IRIS \
        \(first.place.name), «\(Typography.space)\(definition.title)\(Typography.space)» compte \
        \(count).</p>
        """
    }
    let interval = rate.interval95
    let against = indicator.communeValue.map {
      " Pour la commune\(Typography.space): \(Typography.rate($0, definition))"
        + (first.figure.comparison.map { comparison in
          "\(Typography.space); l’IRIS est \(IndicatorWords.comparison(comparison))."
        } ?? ".")
    }
    return """
      <p class="lecture"><strong>Lecture\(Typography.space):</strong> dans l’IRIS \
      \(first.place.name), «\(Typography.space)\(definition.title)\(Typography.space)» vaut \
      \(Typography.rate(rate.value, definition))\(Typography.space); avec une confiance \
      de 95\(Typography.space)%, la valeur se situe entre \
      \(Typography.number(interval.lower, definition)) et \
      \(Typography.rate(interval.upper, definition)).\(against ?? "")</p>
      """
  }

  private var note: Markup {
    let definition = indicator.definition
    let hidden = indicator.count(of: .withheld)
    let base: Markup =
      definition.method == nil
      ? ""
      : """
      <dt>Rapporté à</dt><dd>\(definition.denominatorLabel), \
      \(IndicatorWords.readable(definition.denominatorVintage))</dd>\
      <dt>Intervalle</dt><dd>\(Self.method(definition))</dd>
      """
    return """
      <dl><dt>Compte</dt><dd>Source « \(definition.source) », \
      \(IndicatorWords.readable(definition.numeratorVintage))</dd>\(base)<dt>Secret</dt><dd>\
      \(IndicatorWords.rule(threshold)) Ici, \(Typography.irises(hidden)) sous secret.</dd>\
      <dt>Classes</dt><dd>\(classes)</dd></dl>
      """
  }

  private var classes: String {
    indicator.isRate
      ? "Méthode\(Typography.space): \(indicator.classification.name), sur les valeurs diffusées des IRIS d’habitat\(Typography.space); "
        + "bornes arrondies sans changer aucun IRIS de classe."
      : "Un nombre se dessine par des cercles d’aire proportionnelle, jamais par un aplat."
  }

  private static func method(_ definition: IndicatorDefinition) -> String {
    switch definition.method {
    case .wilson: "Score de Wilson, à 95\(Typography.space)%"
    case .byar: "Byar, à 95\(Typography.space)% (Poisson exact sous dix événements)"
    case nil: ""
    }
  }
}
