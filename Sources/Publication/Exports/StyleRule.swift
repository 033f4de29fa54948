/// One rule of a QGIS rule-based renderer: a legend entry, or a group of entries.
struct StyleRule: Sendable {
  /// As the legend shows it.
  let label: String
  /// QGIS expression; `nil` for a group.
  var filter: String?
  /// Layers of its fill symbol; `nil` for a group.
  var symbol: [XMLElement]?
  /// The rules of a group.
  var children: [StyleRule] = []
  /// Whether its box is ticked when the layer is opened.
  var isTicked = true
}

extension StyleRule {
  /// The rules of one indicator: statuses first, then classes or circles, each with its number of
  /// IRIS.
  static func group(for indicator: IndicatorColumns, of map: StyleMap) -> StyleRule {
    let rules = map.statusRules(of: indicator) + map.figureRules(of: indicator)
    return StyleRule(label: Wording.title(indicator.definition), children: rules)
  }
}
