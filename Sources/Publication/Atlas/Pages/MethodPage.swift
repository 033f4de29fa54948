internal import Diagnostics
internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// Where the figures come from, what was left out, and what they do not say.
struct MethodPage: Sendable {
  let indicators: [IndicatorView]
  let notice: Notice
  let threshold: StatedThreshold

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
        \(Self.cell(total.figure))\(Self.placed(total.figure, unlocated.figure))\
        \(Self.cell(unlocated.figure))</tr>
        """ as Markup
      }
    }
    return """
      <div class="cadre"><table><caption>Ce que chaque commune compte, et ce qui n’a pu être mis \
      à un IRIS</caption><thead><tr><th scope="col">Indicateur</th><th scope="col">Commune</th>\
      <th scope="col" class="n">Total</th><th scope="col" class="n">= à l’IRIS</th>\
      <th scope="col" class="n">+ connus à la commune seulement</th></tr></thead><tbody>\(lines)</tbody>\
      </table></div>
      """
  }

  /// What is at an IRIS, where total and rest are shown, and which part of the total it is.
  private static func placed(_ total: Release.Figure, _ rest: Release.Figure) -> Markup {
    guard total.status == .released, rest.status == .released, let all = total.count,
      let other = rest.count, all > 0
    else { return "<td class=\"secret\">–</td>" }
    let share = FrenchNumber.decimal(100 * Double(all - other) / Double(all), decimals: 1)
    return """
      <td class="n">\(Typography.count(all - other)) (\(share)\(Typography.space)%)</td>
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
      "<th scope=\"col\" class=\"n\">\(IndicatorWords.meaning(of: status))</th>" as Markup
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
