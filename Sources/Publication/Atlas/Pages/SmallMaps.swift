internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// Small maps beside each other: the table of contents, and planches on one scale.
struct SmallMaps: Sendable {
  let view: MapView
  let indicators: [IndicatorView]

  /// The shapes once; every small map uses them.
  var shapes: Markup {
    let paths = view.paths.enumerated().map { index, path in
      "<path id=\"a\(index)\" d=\"\(Markup(trusted: path))\"/>" as Markup
    }
    return """
      <svg class="formes" width="0" height="0" aria-hidden="true"><defs>\(Symbols.patterns(of: "h"))\(paths)\
      </defs></svg>
      """
  }

  /// - Parameters:
  ///   - bounds: of the shared scale; `nil` for the indicator's own
  ///   - isRead: whether each area says its name and value, and follows the chosen one
  func map(
    of indicator: IndicatorView, bounds: [FixedPoint]? = nil, isRead: Bool = false
  ) -> Markup {
    let bounds = bounds ?? indicator.bounds
    let uses = indicator.cells.map { cell -> Markup in
      var fill = Symbols.fill(cell.figure.status, in: "h")
      if let value = cell.value, indicator.isRate {
        fill = Tints.tint(bounds.prefix { $0 <= value }.count, of: bounds.count + 1)
      }
      let use: Markup = "<use href=\"#a\(cell.place.index)\" fill=\"\(fill)\""
      guard isRead else { return "\(use)/>" }
      return """
        \(use) data-i="\(cell.place.iris.code)" data-st="\(cell.figure.status.rawValue)"><title>\
        \(cell.place.name) : \(indicator.text(of: cell.figure))</title></use>
        """
    }
    let circles = indicator.isRate ? "" : CircleLayer(indicator: indicator, view: view).markup
    return """
      <svg viewBox="-10 -10 \(view.width + 20) \(view.height + 20)" role="img" \
      aria-label="Carte : \(indicator.definition.title)" stroke="\(Tints.outline)" \
      stroke-width="8">\(uses)<g pointer-events="none">\(circles)</g></svg>
      """
  }

  /// Planches on one scale each: the same subject through the years, then all rates of one unit.
  var planches: Markup { years.joined() + themes.joined() }

  /// Indicators with the same title and unit, in the order of their dates.
  private var years: [Markup] {
    groups { "\($0.definition.title)|\($0.definition.per)" }.filter { $0.count > 1 }.map { group in
      let dated = group.sorted {
        $0.definition.numeratorVintage < $1.definition.numeratorVintage
      }
      return planche("\(group[0].definition.title), échelle commune", dated) { member in
        IndicatorWords.readable(member.definition.numeratorVintage)
      }
    }
  }

  /// Rates of one unit on one scale, so that two maps compare by their tints.
  private var themes: [Markup] {
    groups { "\($0.definition.per)" }.map { group in
      let unit = IndicatorWords.unit(per: group[0].definition.per)
      return planche("Taux\(unit.isEmpty ? "" : " en \(unit)"), échelle commune", group) { member in
        member.definition.title
      }
    }
  }

  /// Rates by what they have in common, in the order of the release.
  private func groups(by key: (IndicatorView) -> String) -> [[IndicatorView]] {
    var places: [String: Int] = [:]
    var groups: [[IndicatorView]] = []
    for indicator in indicators where indicator.isRate {
      let place = places[key(indicator), default: groups.count]
      if place == groups.count { groups.append([]) }
      places[key(indicator)] = place
      groups[place].append(indicator)
    }
    return groups
  }

  private func planche(
    _ title: String, _ members: [IndicatorView], _ name: (IndicatorView) -> String
  ) -> Markup {
    let values = members.flatMap { $0.cells.compactMap(\.value) }
    let bounds = Classification.quantiles.bounds(of: values)
    let maps = members.map { member in
      """
      <li><a href="i-\(member.slug).html">\(map(of: member, bounds: bounds, isRead: true))\
      <h3>\(name(member))</h3></a><p>\(commune(of: member))<span class="valeur"></span></p></li>
      """ as Markup
    }
    return """
      <section class="planche"><h2>\(title)</h2>\(legend(bounds, per: members[0].definition.per))\
      <ul class="galerie">\(maps)</ul></section>
      """
  }

  private func commune(of indicator: IndicatorView) -> String {
    indicator.totals.count == 1
      ? "Commune : \(indicator.text(of: indicator.totals[0].figure))" : ""
  }

  /// A list, so that it wraps on a narrow screen.
  private func legend(_ bounds: [FixedPoint], per factor: Double) -> Markup {
    let entries = (0...bounds.count).map { index -> Markup in
      let tint = Tints.tint(index, of: bounds.count + 1)
      return """
        <li><svg width="30" height="18" aria-hidden="true"><rect width="30" height="18" \
        fill="\(tint)"/></svg> \(IndicatorWords.range(index, of: bounds, per: factor))</li>
        """
    }
    let statuses = Symbols.unpublished.filter { status in
      indicators.contains { $0.count(of: status) > 0 }
    }.map { status in
      """
      <li><svg width="30" height="18" viewBox="0 0 300 180" aria-hidden="true"><rect width="300" \
      height="180" fill="\(Symbols.fill(status, in: "h"))" stroke="#8a8a8a" stroke-width="12"/>\
      </svg> \(IndicatorWords.meaning(of: status))</li>
      """ as Markup
    }
    return "<ul class=\"legende\" aria-label=\"Légende commune\">\(entries)\(statuses)</ul>"
  }
}
