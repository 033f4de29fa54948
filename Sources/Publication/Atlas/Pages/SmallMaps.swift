internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// Small maps beside each other: the table of contents, and planches on one scale.
struct SmallMaps: Sendable {
  let view: MapView
  let indicators: [IndicatorView]
  /// For each indicator, what earlier releases showed of it, oldest first.
  var earlier: [[EarlierView]] = []

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
    let areas = indicator.cells.map { cell -> Area in
      var fill = Symbols.fill(cell.figure.status, in: "h")
      if let value = cell.value, indicator.isRate {
        fill =
          bounds.map { bounds in
            Tints.tint(bounds.prefix { $0 <= value }.count, of: bounds.count + 1)
          } ?? indicator.tint(of: value)
      }
      return Area(
        cell: cell, status: cell.figure.status, fill: fill,
        reading: indicator.text(of: cell.figure))
    }
    let circles = indicator.isRate ? "" : CircleLayer(indicator: indicator, view: view).markup
    return map(of: areas, indicator.definition.title, isRead: isRead, over: circles)
  }

  /// One area of a small map.
  struct Area {
    let cell: IndicatorView.Cell
    let status: Release.Status
    let fill: String
    let reading: String
  }

  func map(
    of areas: [Area], _ title: String, isRead: Bool, over circles: Markup = ""
  ) -> Markup {
    let uses = areas.map { area -> Markup in
      let place = area.cell.place
      let use: Markup = "<use href=\"#a\(place.index)\" fill=\"\(area.fill)\""
      guard isRead else { return "\(use)/>" }
      return """
        \(use) data-i="\(place.code)" data-st="\(area.status.rawValue)"><title>\(place.name) : \
        \(area.reading)</title></use>
        """
    }
    return """
      <svg viewBox="-10 -10 \(view.width + 20) \(view.height + 20)" role="img" \
      aria-label="Carte : \(title)" stroke="\(Tints.outline)" \
      stroke-width="8">\(uses)<g pointer-events="none">\(circles)</g></svg>
      """
  }

  /// Planches on one scale each: the same subject through the years, then all rates of one unit.
  var planches: Markup { years.joined() + themes.joined() }

  /// Indicators with the same title and unit, and the same indicator in earlier releases, in the order
  /// of their dates; then what has moved between the last two.
  private var years: [Markup] {
    groups { "\($0.definition.title)|\($0.definition.per)" }.compactMap { group in
      let own = group.flatMap { member in
        earlier.indices.contains(member.index) ? earlier[member.index].map(\.view) : []
      }
      let dated = (own + group).sorted {
        $0.definition.numeratorVintage < $1.definition.numeratorVintage
      }
      guard let last = dated.last, dated.count > 1 else { return nil }
      let title = last.definition.title
      return planche("\(title), échelle commune", dated, over: evolution(of: dated)) { member in
        IndicatorWords.readable(member.definition.numeratorVintage)
      }
    }
  }

  private func evolution(of dated: [IndicatorView]) -> Markup {
    let last = dated[dated.count - 1], before = dated[dated.count - 2]
    return Evolution(from: before, to: last).map { $0.card(on: self) } ?? ""
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
    _ title: String, _ members: [IndicatorView], over more: Markup = "",
    _ name: (IndicatorView) -> String
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
      <ul class="galerie">\(maps)\(more)</ul></section>
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
        fill="\(tint)" stroke="\(Tints.outline)"/></svg> \(IndicatorWords.range(index, of: bounds, per: factor))</li>
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
