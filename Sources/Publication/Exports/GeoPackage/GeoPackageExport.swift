internal import Boundaries
internal import Diagnostics
internal import Disclosure
internal import GeoPackage
internal import Geometry
internal import Layers
internal import Rates
internal import Territory
internal import Topology

/// A release as one file that opens finished in QGIS: layers, styles, dictionary and project.
///
/// Geometries are the contours as they are, in the projected system of the territory.
///
/// - Source: OUTPUTS.md §2.4
struct GeoPackageExport: Sendable {
  /// Name of the file, without its suffix: the embedded project looks for it under this name.
  let name: String
  let irises: Sheet
  let communes: Sheet
  var zonings: [ZoneSheet] = []
  let names: ZoneNames
  let contours: Contours
  /// Areas that are drawn without regard to IRIS, by zoning and code.
  var drawnAreas: [String: [String: Shape<Projected>]] = [:]
  let notice: Notice
  let threshold: Int

  /// Name of the layer of IRIS.
  static let irisLayer = "indicateurs_iris"

  /// The whole file.
  func bytes() throws(Problem) -> [UInt8] {
    guard let system = SpatialReference(epsg: contours.system.epsg) else {
      throw Wording.unknownSystem(contours.system.name)
    }
    var writer = try GeoPackageWriter(lastChange: notice.date + "T00:00:00.000Z")
    try writer.add(irisTable(in: system))
    try writer.add(try communeTable(in: system))
    for zones in zonings { try writer.add(try zoneTable(zones, in: system)) }
    try writer.add(attributes: unlocatedTable(in: system))
    try writer.add(attributes: dictionary(in: system))
    try addDescriptions(to: &writer)
    try addStyles(to: &writer)
    try addMetadata(to: &writer)
    let project = QGISProject(
      file: name, layer: Self.irisLayer, sheet: irises, zonings: zonings, names: names,
      notice: notice, system: system, extent: extent)
    var archive = StoredZip()
    archive.add(project.text, named: name + ".qgs")
    try writer.add(project: name, archive: archive.bytes)
    return try writer.bytes()
  }

  private var extent: Envelope<Projected> {
    var extent = Envelope<Projected>.empty
    for row in irises.rows {
      if let area = names.area(of: row.zone) { extent.cover(area.shape.envelope) }
    }
    return extent
  }

  private var summary: String {
    ([notice.mention] + notice.attributions
      + [notice.warning, notice.stamp].compactMap(\.self))
      .joined(separator: " ; ")
  }
}

extension GeoPackageExport {
  private func irisTable(in system: SpatialReference) -> FeatureTable<Projected> {
    table(
      Self.irisLayer, "Indicateurs par IRIS", irises.columns, in: system,
      rows: irises.rows.map { ($0, names.area(of: $0.zone)?.shape) })
  }

  private func communeTable(
    in system: SpatialReference
  ) throws(Problem) -> FeatureTable<Projected> {
    let context = try TopologyContext()
    var rows: [(Release.Row, Shape<Projected>?)] = []
    for row in communes.rows where row.zone.isTotal {
      let parts = contours.areas.filter { $0.iris.commune == row.zone.commune }.map(\.shape)
      rows.append((row, parts.isEmpty ? nil : try context.union(parts)))
    }
    return table("communes", "Totaux des communes", communes.columns, in: system, rows: rows)
  }

  /// The areas of one zoning, as drawn or joined from their IRIS.
  private func zoneTable(
    _ zones: ZoneSheet, in system: SpatialReference
  ) throws(Problem) -> FeatureTable<Projected> {
    let shapes = try ZoneShapes(
      zones.zoning, contours, drawn: drawnAreas[zones.zoning.id] ?? [:]
    ).shapes
    let table = zones.table
    return FeatureTable(
      name: zones.layer, title: zones.zoning.title, summary: summary, system: system,
      columns: table.heads.map { .init($0.name, $0.kind.columnType) },
      rows: zip(table.rows, shapes).map { cells, shape in
        FeatureTable.Row(values: cells.map(\.layerValue), shape: shape)
      })
  }

  private func unlocatedTable(in system: SpatialReference) -> FeatureTable<Projected> {
    let rows = communes.rows.filter { !$0.zone.isTotal }.map {
      ($0, nil as Shape<Projected>?)
    }
    return table(
      "non_localises", "Unités connues à la commune, non à l’IRIS", communes.columns, in: system,
      rows: rows)
  }

  private func dictionary(in system: SpatialReference) -> FeatureTable<Projected> {
    let columns = ["colonne", "libelle", "type", "indicateur", "source"]
    return FeatureTable(
      name: "dictionnaire", title: "Dictionnaire des colonnes", summary: summary, system: system,
      columns: columns.map { .init($0, .text) },
      rows: ColumnDictionary.entries(of: [communes, irises]).map { entry in
        FeatureTable.Row(
          values: [
            .text(entry.name), .text(entry.label), .text(entry.type), .text(entry.indicator),
            .text(notice.mention),
          ], shape: nil)
      })
  }

  private func table(
    _ name: String, _ title: String, _ columns: [Column], in system: SpatialReference,
    rows: [(Release.Row, Shape<Projected>?)]
  ) -> FeatureTable<Projected> {
    FeatureTable(
      name: name, title: title, summary: summary, system: system,
      columns: columns.map { .init($0.name, $0.kind.columnType) },
      rows: rows.map { row, shape in
        FeatureTable.Row(values: columns.map { $0.value(row).layerValue }, shape: shape)
      })
  }

  private func addDescriptions(to writer: inout GeoPackageWriter) throws(Problem) {
    try writer.add(
      enumeration: "statut",
      values: Release.Status.allCases.map { ($0.rawValue, Wording.meaning(of: $0)) })
    try writer.add(enumeration: "type_iris", values: Wording.irisTypes)
    let tables =
      [(Self.irisLayer, CellTable(irises)), ("communes", CellTable(communes))]
      + zonings.map { ($0.layer, $0.table) }
    for (layer, table) in tables {
      let columns = table.heads.map { column in
        (
          name: column.name, title: column.alias,
          enumeration: column.name == "type_iris"
            ? "type_iris" : column.name.hasSuffix("_st") ? "statut" : nil
        )
      }
      try writer.describe(columns: columns, of: layer)
    }
  }

  private func addStyles(to writer: inout GeoPackageWriter) throws(Problem) {
    let style = StyleFile(sheet: irises, names: names, keepsEmptyColumns: true)
    try writer.add(style: style.text, named: "maille", for: Self.irisLayer, isDefault: true)
    for indicator in irises.indicators {
      var one = style
      one.indicator = indicator.index
      try writer.add(
        style: one.text, named: indicator.stem.text, for: Self.irisLayer, isDefault: false)
    }
    for zones in zonings {
      try writer.add(
        style: StyleFile(zones, names: names).text, named: "maille", for: zones.layer,
        isDefault: true)
    }
    let outline = StyleFile.outline(columns: communes.columns)
    try writer.add(style: outline, named: "contour", for: "communes", isDefault: true)
  }

  private func addMetadata(to writer: inout GeoPackageWriter) throws(Problem) {
    let layers =
      [(Self.irisLayer, "Indicateurs par IRIS"), ("communes", "Totaux des communes")]
      + zonings.map { ($0.layer, $0.zoning.title) }
    for (layer, title) in layers {
      let text = LayerMetadata(title: title, notice: notice, threshold: threshold)
      try writer.add(metadata: text.qgis, standard: "http://mrcc.com/qgis.dtd", about: layer)
      try writer.add(
        metadata: text.iso19139, standard: "http://www.isotc211.org/2005/gmd", about: layer)
    }
  }
}

extension Zone {
  /// Whether it is the total of a commune.
  var isTotal: Bool { if case .commune = self { true } else { false } }
}

extension Column.Kind {
  /// The type of a column of a GeoPackage.
  fileprivate var columnType: ColumnType {
    switch self {
    case .text, .code: .text
    case .integer: .integer
    case .decimal: .real
    }
  }
}

extension Cell {
  /// The value that a layer has for it.
  fileprivate var layerValue: Layer.Value {
    switch self {
    case .empty: .null
    case .text(let text), .code(let text): .text(text)
    case .integer(let number): .integer(Int64(number))
    case .decimal(let number): .real(number.value)
    }
  }
}
