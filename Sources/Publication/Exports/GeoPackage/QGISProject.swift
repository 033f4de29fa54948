internal import GeoPackage
internal import Geometry
internal import Rates

/// A QGIS project with one layer for each indicator and an A4 page for each map.
///
/// - Source: OUTPUTS.md §2.4, conditions measured with QGIS 3.22
struct QGISProject: Sendable {
  /// Name of the GeoPackage, without its suffix, in the project's folder.
  let file: String
  let layer: String
  let sheet: Sheet
  let names: ZoneNames
  let notice: Notice
  let system: SpatialReference
  let extent: Envelope<Projected>

  /// The `.qgs`.
  var text: String {
    let layers = sheet.indicators
    let first = layers.first?.index
    let tree = layers.map { treeLayer($0, isChecked: $0.index == first) }
    let root = XMLElement(
      "qgis", ["version": "3.22.0", "projectname": notice.campaign],
      [
        XMLElement("title", content: notice.campaign),
        XMLElement("projectCrs", [:], [reference]),
        XMLElement("layer-tree-group", [:], tree),
        canvas,
        XMLElement("projectlayers", [:], layers.map(mapLayer)),
        XMLElement("layerorder", [:], layers.map { XMLElement("layer", ["id": identifier($0)]) }),
        properties,
        XMLElement("Layouts", [:], layers.map { layout(of: $0).element }),
      ])
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + root.text()
  }

  private func layout(of indicator: IndicatorColumns) -> QGISLayout {
    QGISLayout(
      title: Wording.title(indicator.definition), layer: identifier(indicator),
      mention: ([notice.warning, notice.mention].compactMap(\.self) + notice.attributions)
        .joined(separator: "\n"), extent: extent, name: indicator.definition.id)
  }

  /// QGIS replaces identifiers of layers that are too short.
  private func identifier(_ indicator: IndicatorColumns) -> String {
    "maille_indicateur_\(indicator.stem.text)"
  }

  private var source: String { "./\(file).gpkg|layername=\(layer)" }

  private func treeLayer(_ indicator: IndicatorColumns, isChecked: Bool) -> XMLElement {
    XMLElement(
      "layer-tree-layer",
      [
        "id": identifier(indicator), "name": Wording.title(indicator.definition),
        "source": source, "providerKey": "ogr",
        "checked": isChecked ? "Qt::Checked" : "Qt::Unchecked", "expanded": "1",
      ])
  }

  private func mapLayer(_ indicator: IndicatorColumns) -> XMLElement {
    var style = StyleFile(sheet: sheet, names: names, keepsEmptyColumns: true)
    style.indicator = indicator.index
    return XMLElement(
      "maplayer", ["type": "vector", "geometry": "Polygon", "labelsEnabled": "1"],
      [
        XMLElement("id", content: identifier(indicator)),
        XMLElement("datasource", content: source),
        XMLElement("layername", content: Wording.title(indicator.definition)),
        XMLElement("srs", [:], [reference]),
        XMLElement("provider", ["encoding": "UTF-8"], content: "ogr"),
      ] + style.elements)
  }

  private var reference: XMLElement {
    XMLElement(
      "spatialrefsys", [:],
      [
        XMLElement("wkt", content: system.definition),
        XMLElement("srid", content: "\(system.code)"),
        XMLElement("authid", content: "EPSG:\(system.code)"),
        XMLElement("description", content: system.name),
        XMLElement("geographicflag", content: "false"),
      ])
  }

  private var canvas: XMLElement {
    XMLElement(
      "mapcanvas", ["name": "theMapCanvas"],
      [
        XMLElement("units", content: "meters"), extent.element("extent"),
        XMLElement("destinationsrs", [:], [reference]),
      ])
  }

  private var properties: XMLElement {
    let projection = XMLElement("ProjectionsEnabled", ["type": "int"], content: "1")
    return XMLElement(
      "properties", [:],
      [
        XMLElement("SpatialRefSys", [:], [projection]),
        XMLElement("Paths", [:], [XMLElement("Absolute", ["type": "bool"], content: "false")]),
      ])
  }
}

extension Envelope where F == Projected {
  /// The four bounds, each in an element.
  fileprivate func element(_ name: String) -> XMLElement {
    let bounds = [("xmin", minX), ("ymin", minY), ("xmax", maxX), ("ymax", maxY)]
    return XMLElement(name, [:], bounds.map { XMLElement($0.0, content: "\($0.1)") })
  }
}
