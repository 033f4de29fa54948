internal import Disclosure

/// The style that QGIS loads with the GeoJSON of the same name: a legend for each indicator, the
/// first one shown, and French names of the columns.
///
/// A rule-based renderer, because a graduated one does not draw what has no value.
///
/// - Source: OUTPUTS.md §2.4, notes on QML
struct StyleFile: Sendable {
  /// The IRIS rows, with the GeoJSON's columns.
  let sheet: Sheet
  /// Types of the IRIS.
  let names: ZoneNames
  /// Whether columns without any value are in the layer too.
  var keepsEmptyColumns = false
  /// The only indicator shown; `nil` for all, the first one ticked.
  var indicator: Int?
  /// Columns before those of the sheet, and the one that names an area.
  var leading: [CellTable.Head] = []
  var nameColumn = "nom_iris"

  /// The whole file.
  var text: String { Self.document(elements) }

  /// The renderer, the aliases and the type of geometry: what a layer of a project has too.
  var elements: [XMLElement] {
    let map = StyleMap(sheet: sheet, names: names)
    let groups = shownRules(of: map)
    var symbols: [XMLElement] = []
    let rules = groups.enumerated().map { index, group in
      Self.element(of: group, key: "maille.\(index)", &symbols)
    }
    let renderer = XMLElement(
      "renderer-v2",
      ["type": "RuleRenderer", "symbollevels": "0", "forceraster": "0", "enableorderby": "0"],
      [XMLElement("rules", ["key": "maille"], rules), XMLElement("symbols", [:], symbols)])
    return [
      renderer, MapLabels.element(naming: nameColumn), aliases,
      XMLElement("layerGeometryType", content: "2"),
    ]
  }

  /// The rules at the root of the legend.
  private func shownRules(of map: StyleMap) -> [StyleRule] {
    if let indicator {
      return StyleRule.group(for: sheet.indicators[indicator], of: map).children
    }
    return sheet.indicators.enumerated().map { index, indicator in
      var group = StyleRule.group(for: indicator, of: map)
      group.isTicked = index == 0
      return group
    }
  }

  /// A style that draws outlines only, for what lies over the maps.
  static func outline(columns: [Column]) -> String {
    let symbol = XMLElement("symbols", [:], [StyleSymbol.named("0", StyleSymbol.outlineOnly)])
    let renderer = XMLElement("renderer-v2", ["type": "singleSymbol"], [symbol])
    return document([renderer, aliases(of: columns.map { .init($0) })])
  }

  private static func document(_ elements: [XMLElement]) -> String {
    let style = XMLElement("qgis", ["version": "3.22.0", "labelsEnabled": "1"], elements)
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + style.text()
  }

  private var aliases: XMLElement {
    let shown = keepsEmptyColumns ? sheet.columns : sheet.filledColumns
    return Self.aliases(of: leading + shown.map { .init($0) })
  }

  private static func aliases(of columns: [CellTable.Head]) -> XMLElement {
    XMLElement(
      "aliases", [:],
      columns.enumerated().map { index, column in
        XMLElement(
          "alias", ["index": String(index), "field": column.name, "name": column.alias])
      })
  }

  /// Numbers symbols and rules in the order of the legend.
  private static func element(
    of rule: StyleRule, key: String, _ symbols: inout [XMLElement]
  ) -> XMLElement {
    var element = XMLElement("rule", ["key": key, "label": rule.label])
    if let filter = rule.filter { element.attributes.append(("filter", filter)) }
    if let symbol = rule.symbol {
      element.attributes.append(("symbol", String(symbols.count)))
      symbols.append(StyleSymbol.named(String(symbols.count), symbol))
    }
    if !rule.isTicked { element.attributes.append(("checkstate", "0")) }
    for (index, child) in rule.children.enumerated() {
      element.children.append(Self.element(of: child, key: "\(key).\(index)", &symbols))
    }
    return element
  }
}

extension StyleFile {
  /// The style of the areas of another zoning, drawn as IRIS are.
  init(_ zones: ZoneSheet, names: ZoneNames) {
    self.init(
      sheet: zones.sheet, names: names, keepsEmptyColumns: true, leading: ZoneSheet.heads,
      nameColumn: "nom_zone")
  }
}
