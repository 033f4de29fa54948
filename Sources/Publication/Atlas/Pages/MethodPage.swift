internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// Where the figures come from, what was left out, and what they do not say.
struct MethodPage: Sendable {
  let indicators: [IndicatorView]
  let notice: Notice
  let threshold: Int

  var markup: Markup {
    """
    <h1>Méthode et qualité</h1><h2>Ce qui a été compté</h2>\(rows)<h2>Millésimes</h2><ul>\
    \(notice.attributions.map { "<li>\($0)</li>" as Markup })\(vintages)</ul>\
    <h2>Secret statistique</h2><p>\(IndicatorWords.rule(threshold))</p>\(cells)<h2>Taux et \
    intervalles</h2><p>Chaque taux est donné avec son intervalle de confiance à \
    95\(Typography.space)%. Un IRIS n’est dit supérieur ou inférieur à la commune que si cet \
    intervalle l’exclut ; « très », si l’intervalle à 99,8\(Typography.space)% l’exclut aussi.</p>\
    <h2>Ce que l’on ne peut pas conclure</h2><ul><li>Deux IRIS dont les intervalles se recouvrent \
    ne se classent pas l’un par rapport à l’autre.</li><li>Un taux d’IRIS ne dit rien d’une \
    personne ni d’une rue de cet IRIS.</li><li>Une case masquée n’est ni zéro ni une absence de \
    besoin.</li><li>Numérateur et population n’ont pas toujours la même date.</li></ul>
    """
  }

  /// From the release alone: the accounting of the rows read could give a withheld count away.
  private var rows: Markup {
    let lines = indicators.flatMap { indicator in
      zip(indicator.totals, indicator.unlocated).map { total, unlocated in
        """
        <tr><th scope="row">\(indicator.definition.title)</th><td>\(total.commune.code)</td>\
        \(Self.cell(total.figure))\(Self.cell(unlocated.figure))</tr>
        """ as Markup
      }
    }
    return """
      <div class="cadre"><table><caption>Ce que chaque commune compte, et ce qui n’a pu être mis \
      à un IRIS</caption><thead><tr><th scope="col">Indicateur</th><th scope="col">Commune</th>\
      <th scope="col">Total</th><th scope="col">Hors IRIS</th></tr></thead><tbody>\(lines)</tbody>\
      </table></div>
      """
  }

  private static func cell(_ figure: Release.Figure) -> Markup {
    guard let count = figure.count, [.released, .notSignificant].contains(figure.status) else {
      let word = figure.status == .released ? "–" : Typography.word(for: figure.status)
      return "<td class=\"secret\">\(word)</td>"
    }
    return "<td class=\"n\">\(Typography.count(count))</td>"
  }

  private var vintages: Markup {
    indicators.map { indicator in
      let definition = indicator.definition
      let base = definition.denominatorVintage
      return """
        <li>\(definition.title) : \(IndicatorWords.readable(definition.numeratorVintage))\
        \(base.isEmpty ? "" : ", rapporté à \(IndicatorWords.readable(base))")</li>
        """ as Markup
    }.joined()
  }

  private var cells: Markup {
    let heads = Release.Status.allCases.map { status in
      "<th scope=\"col\">\(IndicatorWords.meaning(of: status))</th>" as Markup
    }
    let lines = indicators.map { indicator in
      let counts = Release.Status.allCases.map { status in
        "<td class=\"n\">\(indicator.count(of: status))</td>" as Markup
      }
      return "<tr><th scope=\"row\">\(indicator.definition.title)</th>\(counts)</tr>" as Markup
    }
    return """
      <div class="cadre"><table><caption>Nombre d’IRIS par statut</caption><thead><tr>\
      <th scope="col">Indicateur</th>\(heads)</tr></thead><tbody>\(lines)</tbody></table></div>
      """
  }
}

/// Words and abbreviations.
enum Glossary {
  private static let entries: [(word: String, meaning: String)] = [
    (
      "ABS",
      "Analyse des besoins sociaux, que tout centre communal d’action sociale conduit sur son territoire."
    ),
    ("AAH", "Allocation aux adultes handicapés."),
    ("ALD", "Affection de longue durée, prise en charge à 100 %."),
    ("C2S", "Complémentaire santé solidaire, avec ou sans participation financière."),
    ("CAF", "Caisse d’allocations familiales."), ("CCAS", "Centre communal d’action sociale."),
    ("CPAM", "Caisse primaire d’assurance maladie."),
    (
      "Intervalle de confiance",
      "Plage de valeurs compatibles avec ce qui est observé ; plus la population est petite, plus il est large."
    ),
    (
      "IRIS",
      "Îlots regroupés pour l’information statistique : maille de l’INSEE, de 1 800 à 5 000 habitants en habitat."
    ),
    ("Millésime", "Année ou date que décrivent les données."),
    ("QPV", "Quartier prioritaire de la politique de la ville."),
    ("RP", "Recensement de la population, INSEE."), ("RSA", "Revenu de solidarité active."),
    (
      "Secret statistique",
      "Interdiction de publier ce qui permettrait de reconnaître quelqu’un ; les petites valeurs sont masquées."
    ),
  ]

  static let markup: Markup = """
    <h1>Glossaire</h1><dl>\(entries.map { "<dt>\($0.word)</dt><dd>\($0.meaning)</dd>" as Markup })</dl>
    """
}
