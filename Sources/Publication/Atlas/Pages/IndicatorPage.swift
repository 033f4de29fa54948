internal import Diagnostics
internal import Disclosure
internal import Exports
internal import Rates

/// The page of one indicator: comment, map, reading, ranking and method note.
struct IndicatorPage: Sendable {
  let indicator: IndicatorView
  let figure: MapFigure
  let comment: Comment?
  let threshold: Int

  var markup: Markup {
    let definition = indicator.definition
    return """
      <section class="planche"><h1>\(definition.title)</h1><p class="chapo">\(nature)</p>\
      \(remark)<figure>\(figure.markup)\(buttons)</figure>\(reading)</section>\
      <section><h2>Tableau</h2>\(RankingTable(indicator: indicator).markup)</section>\
      <section><h2>Note de méthode</h2>\(note)</section>
      """
  }

  private var nature: String {
    let definition = indicator.definition
    guard indicator.isRate else {
      return "Nombre (\(IndicatorWords.unit(of: definition)) par unité de compte), "
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
    """
    <div class="boutons" hidden data-figure="f-\(indicator.slug)" \
    data-tableau="t-\(indicator.slug)" data-nom="\(indicator.slug)" \
    data-mention="\(figure.notice.mention)"><button type="button" data-acte="svg">Figure (SVG)\
    </button><button type="button" data-acte="png">Image (PNG)</button><button type="button" \
    data-acte="csv">Tableau (CSV)</button><button type="button" data-acte="imprimer">Imprimer\
    </button></div>
    """
  }

  /// One IRIS read aloud, with its interval and against the commune.
  private var reading: Markup {
    guard let first = indicator.ranking.first(where: { $0.rank != nil })?.cell else {
      return "<p class=\"lecture\">Aucune valeur n’est diffusée pour cet indicateur.</p>"
    }
    let definition = indicator.definition
    guard indicator.isRate, let rate = first.figure.rate else {
      return """
        <p class="lecture"><strong>Lecture :</strong> dans l’IRIS \(first.place.name), \
        \(indicator.text(of: first.figure)) pour « \(definition.title) ».</p>
        """
    }
    let interval = rate.interval95
    let against = indicator.communeValue.map {
      " Pour la commune : \(Typography.rate($0, definition))"
        + (first.figure.comparison.map { comparison in
          " ; l’IRIS est \(IndicatorWords.comparison(comparison))."
        } ?? ".")
    }
    return """
      <p class="lecture"><strong>Lecture :</strong> dans l’IRIS \(first.place.name), \
      « \(definition.title) » vaut \(Typography.rate(rate.value, definition)) ; avec une confiance \
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
      ? "Méthode : \(indicator.classification.name), sur les valeurs diffusées des IRIS d’habitat ; "
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
