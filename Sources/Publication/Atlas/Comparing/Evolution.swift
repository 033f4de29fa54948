internal import Disclosure
internal import Exports
internal import Rates
internal import Territory

/// What has moved between two dates, for the IRIS that show a figure at both.
struct Evolution: Sendable {
  private let last: IndicatorView
  private let before: IndicatorView
  private let differences: [String: FixedPoint]
  private let scale: DivergingScale
  private var bounds: [FixedPoint] { scale.bounds }

  /// - Returns: `nil` where no IRIS shows both
  init?(from before: IndicatorView, to last: IndicatorView) {
    let values = Dictionary(
      before.cells.compactMap { cell in cell.value.map { (cell.place.code, $0) } },
      uniquingKeysWith: { first, _ in first })
    var differences: [String: FixedPoint] = [:]
    for cell in last.cells {
      guard let now = cell.value, let then = values[cell.place.code],
        now.decimals == then.decimals
      else { continue }
      differences[cell.place.code] = FixedPoint(
        scaled: now.scaled - then.scaled, decimals: now.decimals)
    }
    if differences.isEmpty { return nil }
    (self.before, self.last, self.differences) = (before, last, differences)
    scale = DivergingScale(around: 0, of: Array(differences.values))
  }

  /// A map of the same size as the others, with its own legend: under zero violet, over it orange.
  func card(on maps: SmallMaps) -> Markup {
    let areas = last.cells.map { cell -> SmallMaps.Area in
      guard let difference = differences[cell.place.code] else {
        let then = before.cells.first { $0.place.code == cell.place.code }?.figure.status
        let status = cell.value == nil ? cell.figure.status : then ?? .missing
        return .init(
          cell: cell, status: status, fill: Symbols.fill(status, in: "h"),
          reading: Typography.word(for: status))
      }
      let index = bounds.prefix { $0 <= difference }.count
      return .init(
        cell: cell, status: .released, fill: scale.tint(index),
        reading: Self.text(difference, last.definition))
    }
    let dates = [before, last].map {
      IndicatorWords.readable($0.definition.numeratorVintage)
    }
    let title = "Évolution, du \(dates[0]) au \(dates[1])"
    let classes = (0...bounds.count).map { index -> Markup in
      let tint = scale.tint(index)
      return """
        <li><svg width="24" height="14" aria-hidden="true"><rect width="24" height="14" \
        fill="\(tint)" stroke="\(Tints.outline)"/></svg> \(range(index))</li>
        """
    }
    return """
      <li>\(maps.map(of: areas, title, isRead: true))<h3>\(title)</h3>\
      <ul class="legende" aria-label="Légende de l’évolution">\(classes)</ul>\
      <p><span class="valeur"></span></p></li>
      """
  }

  /// « de −2 à −0,5 ».
  private func range(_ index: Int) -> String {
    let number = { (bound: FixedPoint) in Self.signed(bound, decimals: bound.neededDecimals) }
    if bounds.isEmpty { return ["", "en baisse", "sans changement", "en hausse"][scale.place(0)] }
    if index == 0 { return "moins de \(number(bounds[0]))" }
    if index == bounds.count { return "\(number(bounds[index - 1])) et plus" }
    return "\(number(bounds[index - 1])) à \(number(bounds[index]))"
  }

  /// « +1,2 point », as rates in percent move; others by their unit.
  private static func text(_ value: FixedPoint, _ definition: IndicatorDefinition) -> String {
    let number = signed(value, decimals: Typography.decimals(definition))
    if definition.per == 100 {
      return "\(number)\(Typography.space)point\(value.value.magnitude >= 2 ? "s" : "")"
    }
    let unit = IndicatorWords.unit(per: definition.per)
    return unit.isEmpty ? number : "\(number)\(Typography.space)\(unit)"
  }

  private static func signed(_ value: FixedPoint, decimals: Int) -> String {
    let text = AnalysisWords.number(value.value.magnitude, decimals: decimals)
    return value.scaled == 0 ? text : (value.scaled < 0 ? "−" : "+") + text
  }
}
