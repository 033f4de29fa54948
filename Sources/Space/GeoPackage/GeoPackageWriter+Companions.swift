public import Diagnostics
internal import Layers

extension GeoPackageWriter {
  /// Adds a text about the whole file or one layer: its source mention, its licence, its vintages.
  ///
  /// QGIS shows it in the layer's properties when the standard is `http://mrcc.com/qgis.dtd`.
  ///
  /// - Parameters:
  ///   - text: the metadata as they are to be stored
  ///   - standard: the address that says how to read them
  ///   - mimeType: `text/xml`, `text/plain` …
  ///   - table: the layer that they describe; nil for the file
  /// - Source: OGC 12-128r17, F.8
  public mutating func add(
    metadata text: String, standard: String, mimeType: String = "text/xml",
    about table: String? = nil
  ) throws(Problem) {
    if metadataCount == 0 { try database.execute(Schema.metadata) }
    metadataCount += 1
    let identifier = Layer.Value.integer(Int64(metadataCount))
    let metadata = try database.prepare(
      "INSERT INTO gpkg_metadata VALUES (?1, 'dataset', ?2, ?3, ?4)")
    metadata.bind([identifier, .text(standard), .text(mimeType), .text(text)])
    try metadata.run()
    let reference = try database.prepare(
      "INSERT INTO gpkg_metadata_reference VALUES (?1, ?2, NULL, NULL, ?3, ?4, NULL)")
    reference.bind([
      .text(table == nil ? "geopackage" : "table"), table.map { .text($0) } ?? .null,
      .text(lastChange), identifier,
    ])
    try reference.run()
  }

  /// Adds a style that QGIS loads with a layer.
  ///
  /// The catalogue and the schema are empty texts: with nulls QGIS ignores the style silently. The table
  /// of styles is one of the contents: GDAL hides tables that are not as soon as some table is registered
  /// as attributes, and QGIS then finds no style.
  ///
  /// - Parameters:
  ///   - style: a QML document
  ///   - table: a layer added before
  ///   - isDefault: whether it is the one that loads by itself
  /// - Source: measured with QGIS 3.22 (OUTPUTS.md, 2.4); GDAL, GPKG driver, `LIST_ALL_TABLES`
  public mutating func add(
    style: String, named name: String, for table: String, isDefault: Bool
  ) throws(Problem) {
    precondition(tables.contains(table.lowercased()), "a style follows its layer")
    if !hasStyles { try addStyleTable() }
    hasStyles = true
    let row = try database.prepare(
      """
      INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
        styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)
      VALUES ('', '', ?1, ?2, ?3, ?4, '', ?5, '', '', '', ?6)
      """)
    row.bind([
      .text(table), .text(geometryColumn), .text(name), .text(style),
      .integer(isDefault ? 1 : 0), .text(lastChange),
    ])
    try row.run()
  }

  private func addStyleTable() throws(Problem) {
    try database.execute(Schema.styles)
    let contents = try database.prepare(
      """
      INSERT INTO gpkg_contents VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?1, \
      NULL, NULL, NULL, NULL, 0)
      """)
    contents.bind([.text(lastChange)])
    try contents.run()
  }
}
