internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// One IRIS on one page: where it is, and where it stands among the others for each indicator.
///
/// Roles are said although they are a table's own: on a narrow screen the rows are no table to the eye,
/// and some browsers then forget that they are one.
///
/// What it is compared with is chosen by radio buttons that the style sheet obeys: no script is needed.
struct PortraitPage: Sendable {
  let place: PlaceName
  /// In the order of the release, with the figure of this IRIS.
  let rows: [(ruler: Ruler, figure: Release.Figure)]
  /// The map of all IRIS with none marked, shared by all portraits.
  let locator: Locator
  /// At least one; the first is the one shown until another is chosen.
  let comparators: [Comparator]
  /// What the group says of this IRIS.
  let comment: Comment?

  var markup: Markup {
    """
    <h1>\(place.name)</h1><p class="chapo">\(place.communeName) · IRIS \(place.code)\
    \(kind)</p><div class="portrait"><div>\(locator.markup(marking: place))\(remark)</div>\
    <fieldset class="comparer"><legend>Comparer à</legend>\(choices)<div class="cadre"><table role="table">\
    <caption>Indicateurs de l’IRIS, parmi les IRIS diffusés</caption><thead role="rowgroup">\
    <tr role="row"><th role="columnheader" scope="col">Indicateur</th><th role="columnheader" \
    scope="col" class="n">Valeur</th><th role="columnheader" scope="col">Parmi les IRIS</th>\
    <th role="columnheader" scope="col" class="n">Repère</th></tr></thead><tbody role="rowgroup">\
    \(rows.enumerated().map { row($0, $1.ruler, $1.figure) })</tbody></table></div>\
    <p class="manque">Trait fin : un IRIS ; barre bleue : intervalle à 95\(Typography.space)% ; \
    point : valeur ; trait rouge : repère. « Supérieur » et « inférieur » : l’intervalle \
    exclut la valeur de la commune ou de l’IRIS médian ; pour les autres repères, les deux intervalles \
    sont disjoints.</p>\(remarks)</fieldset></div>
    """
  }

  private var choices: Markup {
    comparators.enumerated().map { index, comparator in
      """
      <input type="radio" name="repere" id="k-\(comparator.key)" class="k-\(comparator.key)"\
      \(index == 0 ? " checked" : "" as Markup)><label for="k-\(comparator.key)">\
      \(comparator.name)</label>
      """ as Markup
    }.joined()
  }

  private var remarks: Markup {
    let said = comparators.compactMap { comparator in
      comparator.remark.map { "<p class=\"manque r-\(comparator.key)\">\($0)</p>" as Markup }
    }
    return said.isEmpty ? "" : "<div>\(said)</div>"
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

  private func row(_ index: Int, _ ruler: Ruler, _ figure: Release.Figure) -> Markup {
    let indicator = ruler.indicator
    let head: Markup = """
      <th scope="row" role="rowheader"><a href="i-\(indicator.slug).html#iris-\(place.code)">\
      \(IndicatorWords.title(indicator.definition))</a></th>
      """
    let status = figure.status.rawValue
    guard figure.status == .released else {
      return """
        <tr data-st="\(status)" data-colonnes="\(indicator.stem)" role="row">\(head)\
        <td class="secret" role="cell" colspan="3">\(indicator.text(of: figure))</td></tr>
        """
    }
    let interval: Markup =
      figure.rate.map {
        "<br><small>\(Typography.interval($0.interval95, indicator.definition))</small>"
      } ?? ""
    return """
      <tr data-st="" data-colonnes="\(indicator.stem)"\(indicator.tag(of: figure)) role="row">\
      \(head)<td class="n" role="cell">\(indicator.text(of: figure))\(interval)</td>\
      <td role="cell">\(ruler.markup(of: figure, beside: comparators, index))</td><td class="n" role="cell">\
      \(comparators.map { reference(index, $0, indicator, figure) })</td></tr>
      """
  }

  /// What the chosen comparison has, and where this IRIS stands against it.
  private func reference(
    _ index: Int, _ comparator: Comparator, _ indicator: IndicatorView, _ figure: Release.Figure
  ) -> Markup {
    let reference = comparator.references[index]
    let text: String
    var origin: Markup = ""
    switch reference {
    case .figure(let other, let place):
      text = indicator.text(of: other)
      if let place {
        origin = """
           data-de="\(place)" data-colonnes="\(indicator.stem)" data-st="\(other.status.rawValue)"\
          \(indicator.tag(of: other))
          """
      }
    case .number(let number): text = indicator.text(ofNumber: number)
    case .none: text = "–"
    }
    // the release has compared with the commune, at two confidences
    let word =
      comparator.key == "c"
      ? figure.comparison : Comparator.word(figure, against: reference)
    let said: Markup = word.map { "<br><small>\(IndicatorWords.comparison($0))</small>" } ?? ""
    return "<span class=\"r-\(comparator.key)\"\(origin)>\(text)\(said)</span>"
  }
}
