internal import Disclosure
internal import Exports
internal import Rates

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
  func map(of indicator: IndicatorView, bounds: [FixedPoint]? = nil) -> Markup {
    let bounds = bounds ?? indicator.bounds
    let uses = indicator.cells.map { cell -> Markup in
      var fill = Symbols.fill(cell.figure.status, in: "h")
      if let value = cell.value, indicator.isRate {
        fill = Symbols.tint(bounds.prefix { $0 <= value }.count, of: bounds.count + 1)
      }
      return "<use href=\"#a\(cell.place.index)\" fill=\"\(fill)\"/>"
    }
    let circles = indicator.isRate ? "" : CircleLayer(indicator: indicator, view: view).markup
    return """
      <svg viewBox="-10 -10 \(view.width + 20) \(view.height + 20)" role="img" \
      aria-label="Carte : \(indicator.definition.title)" stroke="#9a9a94" stroke-width="8">\
      \(uses)\(circles)</svg>
      """
  }

  /// Rates of one unit on one scale, so that two maps compare by their tints.
  var planches: Markup {
    var groups: [(per: Double, members: [IndicatorView])] = []
    for indicator in indicators where indicator.isRate {
      if let place = groups.firstIndex(where: { $0.per == indicator.definition.per }) {
        groups[place].members.append(indicator)
      } else {
        groups.append((indicator.definition.per, [indicator]))
      }
    }
    return groups.map { planche(per: $0.per, $0.members) }.joined()
  }

  private func planche(per factor: Double, _ members: [IndicatorView]) -> Markup {
    let values = members.flatMap { $0.cells.compactMap(\.value) }
    let bounds = Classification.quantiles.bounds(of: values)
    let unit = IndicatorWords.unit(per: factor)
    let maps = members.map { member in
      """
      <li><a href="i-\(member.slug).html">\(map(of: member, bounds: bounds))\
      <h3>\(member.definition.title)</h3></a></li>
      """ as Markup
    }
    return """
      <section class="planche"><h2>Taux\(unit.isEmpty ? "" : " en \(unit)"), échelle commune</h2>\
      \(legend(bounds, per: factor))<ul class="galerie">\(maps)</ul></section>
      """
  }

  private func legend(_ bounds: [FixedPoint], per factor: Double) -> Markup {
    let entries = (0...bounds.count).map { index -> Markup in
      let range = IndicatorWords.range(
        index == 0 ? nil : bounds[index - 1], index == bounds.count ? nil : bounds[index],
        per: factor)
      let x = index * 190
      return """
        <rect x="\(x)" width="30" height="18" fill="\(Symbols.tint(index, of: bounds.count + 1))"/>\
        <text x="\(x + 38)" y="15">\(range)</text>
        """
    }
    return """
      <svg width="\((bounds.count + 1) * 190)" height="24" font-size="14" role="img" \
      aria-label="Légende commune">\(entries)</svg>
      """
  }
}
