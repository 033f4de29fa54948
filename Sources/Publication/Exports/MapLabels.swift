/// Names of areas on the map, inside their area where they fit, with a white halo.
///
/// - Source: QGIS 3.22, `QgsPalLayerSettings::writeXml`, `QgsTextFormat::writeXml`
enum MapLabels {
  /// Inside a style or a layer that says `labelsEnabled`.
  ///
  /// - Parameters:
  ///   - field: the column of the names
  static func element(naming field: String) -> XMLElement {
    let halo = XMLElement(
      "text-buffer",
      [
        "bufferDraw": "1", "bufferSize": "0.6", "bufferSizeUnits": "MM",
        "bufferColor": "255,255,255,255", "bufferOpacity": "0.8", "bufferJoinStyle": "128",
      ])
    let text = XMLElement(
      "text-style",
      [
        "fieldName": field, "isExpression": "0", "fontFamily": "Open Sans", "fontSize": "7",
        "fontSizeUnit": "Point", "fontWeight": "50", "textColor": "29,36,51,255",
        "textOpacity": "1", "namedStyle": "Regular",
      ], [halo])
    return XMLElement(
      "labeling", ["type": "simple"],
      [
        XMLElement(
          "settings", ["calloutType": "simple"],
          [
            text,
            XMLElement(
              "text-format", ["wrapChar": "", "autoWrapLength": "16", "multilineAlign": "1"]),
            XMLElement("placement", ["placement": "1", "fitInPolygonOnly": "1", "priority": "5"]),
            XMLElement("rendering", ["drawLabels": "1", "obstacle": "0", "displayAll": "0"]),
          ])
      ])
  }
}
