internal import GeoPackage
internal import Geometry
internal import Rates
internal import Territory

/// A QGIS project with one layer for each indicator and zoning, and an A4 page for each indicator.
///
/// - Source: OUTPUTS.md §2.4, conditions measured with QGIS 3.22
struct QGISProject: Sendable {
  /// Name of the GeoPackage, without its suffix, in the project's folder.
  let file: String
  let layer: String
  let sheet: Sheet
  var zonings: [ZoneSheet] = []
  let names: ZoneNames
  let notice: Notice
  let system: SpatialReference
  let extent: Envelope<Projected>

  /// The `.qgs`.
  var text: String {
    let layers = mapLayers
    let tree = layers.enumerated().map { index, layer in treeLayer(layer, isChecked: index == 0) }
    let root = XMLElement(
      "qgis", ["version": "3.22.0", "projectname": notice.campaign],
      [
        XMLElement("title", content: notice.campaign),
        XMLElement("projectCrs", [:], [reference]),
        XMLElement("layer-tree-group", [:], tree),
        canvas,
        XMLElement("projectlayers", [:], layers.map(element)),
        XMLElement("layerorder", [:], layers.map { XMLElement("layer", ["id": $0.identifier]) }),
        properties,
        XMLElement("Layouts", [:], sheet.indicators.map { layout(of: $0).element }),
      ])
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + root.text()
  }

  private func layout(of indicator: IndicatorColumns) -> QGISLayout {
    QGISLayout(
      title: Wording.title(indicator.definition), layer: identifier(indicator),
      mention: ([notice.warning, notice.mention].compactMap(\.self) + notice.attributions)
        .joined(separator: "\n"), stamp: notice.stamp, extent: extent,
      name: indicator.definition.id)
  }

  /// QGIS replaces identifiers of layers that are too short.
  private func identifier(_ indicator: IndicatorColumns) -> String {
    "maille_indicateur_\(indicator.stem.text)"
  }

  /// One layer of the project.
  private struct MapLayer {
    let identifier: String
    let title: String
    /// In the GeoPackage.
    let table: String
    let style: StyleFile
  }

  /// The IRIS by each indicator, then each zoning with all of them.
  private var mapLayers: [MapLayer] {
    let own = sheet.indicators.map { indicator in
      var style = StyleFile(sheet: sheet, names: names, keepsEmptyColumns: true)
      style.indicator = indicator.index
      return MapLayer(
        identifier: identifier(indicator), title: Wording.title(indicator.definition),
        table: layer, style: style)
    }
    return own
      + zonings.map { zones in
        MapLayer(
          identifier: "maille_\(zones.layer)", title: zones.zoning.title, table: zones.layer,
          style: StyleFile(zones, names: names))
      }
  }

  private func source(of layer: MapLayer) -> String { "./\(file).gpkg|layername=\(layer.table)" }

  private func treeLayer(_ layer: MapLayer, isChecked: Bool) -> XMLElement {
    XMLElement(
      "layer-tree-layer",
      [
        "id": layer.identifier, "name": layer.title, "source": source(of: layer),
        "providerKey": "ogr", "checked": isChecked ? "Qt::Checked" : "Qt::Unchecked",
        "expanded": "1",
      ])
  }

  private func element(of layer: MapLayer) -> XMLElement {
    XMLElement(
      "maplayer", ["type": "vector", "geometry": "Polygon", "labelsEnabled": "1"],
      [
        XMLElement("id", content: layer.identifier),
        XMLElement("datasource", content: source(of: layer)),
        XMLElement("layername", content: layer.title),
        XMLElement("srs", [:], [reference]),
        XMLElement("provider", ["encoding": "UTF-8"], content: "ogr"),
      ] + layer.style.elements)
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
