public import Diagnostics
public import Geometry
internal import Layers

/// A GeoPackage built in memory: the same calls give the same bytes.
///
/// Nothing reaches the disk; the caller publishes the bytes (`Files.StagedFile`).
///
/// - Source: OGC 12-128r17, GeoPackage 1.3, with the R-tree and metadata extensions
public struct GeoPackageWriter: ~Copyable {
  /// The name of every geometry column.
  let geometryColumn: String

  let database: Database
  let lastChange: String
  var tables: Set<String> = []
  private var systems: Set<Int>
  var metadataCount = 0
  var hasStyles = false
  var hasSchema = false
  var hasProjects = false

  /// An empty GeoPackage, with the undefined systems, WGS 84 and Lambert-93 in its register.
  ///
  /// - Parameters:
  ///   - lastChange: the date that the file states, UTC, `2026-01-31T00:00:00.000Z`: an argument,
  ///     so that the clock does not enter the bytes
  ///   - geometryColumn: its name in every layer: letters, digits and `_`
  /// - Throws: `geopackage.sqlite` when memory is short
  public init(lastChange: String, geometryColumn: String = "geom") throws(Problem) {
    let database = try Database()
    try database.execute(Schema.core)
    let known = [SpatialReference.wgs84, .lambert93]
    for system in known { try Self.register(system, in: database) }
    self.database = database
    self.lastChange = lastChange
    self.geometryColumn = geometryColumn
    systems = Set(known.map(\.code))
  }

  /// Adds a layer with its spatial index.
  ///
  /// - Parameters:
  ///   - table: in its system, projected by the caller; rows in the order to write
  /// - Throws: `geopackage.sqlite` when memory is short
  /// - Exactness: coordinates and values as given; the index rounds outward to single precision
  public mutating func add(_ table: FeatureTable<some Frame>) throws(Problem) {
    check(table)
    tables.insert(table.name.lowercased())
    if systems.insert(table.system.code).inserted {
      try Self.register(table.system, in: database)
    }
    try createTable(table)
    try describe(table)
    try fill(table)
    let geometry = geometryColumn
    try database.execute(Schema.indexTriggers(table: table.name, geometry: geometry))
  }

  /// The whole file.
  ///
  /// - Throws: `geopackage.sqlite` when memory is short
  public consuming func bytes() throws(Problem) -> [UInt8] {
    try database.execute("COMMIT")
    return try database.serialized()
  }
}

extension GeoPackageWriter {
  func check(_ table: FeatureTable<some Frame>) {
    let names = table.columns.map { $0.name.lowercased() }
    let own = ["fid", geometryColumn]
    precondition(
      !table.name.isEmpty && !table.name.contains("\0"), "a layer has a name without NUL")
    precondition(
      !["gpkg_", "sqlite_", "rtree_"].contains { table.name.lowercased().hasPrefix($0) },
      "a layer's name does not begin as the tables of the standard do")
    precondition(!tables.contains(table.name.lowercased()), "a layer's name is used once")
    precondition(Set(names + own).count == names.count + own.count, "column names differ")
    for row in table.rows {
      precondition(row.values.count == table.columns.count, "one value for each column")
      precondition(
        zip(table.columns, row.values).allSatisfy { $0.type.accepts($1) },
        "values are of their column's type")
    }
  }

  private static func register(
    _ system: SpatialReference, in database: Database
  ) throws(Problem) {
    let row = try database.prepare(
      "INSERT INTO gpkg_spatial_ref_sys VALUES (?1, ?2, 'EPSG', ?2, ?3, NULL)")
    row.bind([.text(system.name), .integer(Int64(system.code)), .text(system.definition)])
    try row.run()
  }

  private func createTable(_ table: FeatureTable<some Frame>) throws(Problem) {
    let columns = table.columns.map { ", \(Database.quoted($0.name)) \($0.type.rawValue)" }
    try database.execute(
      """
      CREATE TABLE \(Database.quoted(table.name)) (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        \(geometryColumn) MULTIPOLYGON\(columns.joined()));
      CREATE VIRTUAL TABLE \(index(of: table.name)) USING rtree(id, minx, maxx, miny, maxy);
      """)
  }

  private func describe(_ table: FeatureTable<some Frame>) throws(Problem) {
    let extent = table.extent
    let bounds: [Layer.Value] =
      extent.isEmpty
      ? [.null, .null, .null, .null]
      : [.real(extent.minX), .real(extent.minY), .real(extent.maxX), .real(extent.maxY)]
    let code = Layer.Value.integer(Int64(table.system.code))
    let contents = try database.prepare(
      "INSERT INTO gpkg_contents VALUES (?1, 'features', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
    contents.bind(
      [.text(table.name), .text(table.title), .text(table.summary), .text(lastChange)] + bounds
        + [code])
    try contents.run()
    let geometry = try database.prepare(
      "INSERT INTO gpkg_geometry_columns VALUES (?1, ?2, 'MULTIPOLYGON', ?3, 0, 0)")
    geometry.bind([.text(table.name), .text(geometryColumn), code])
    try geometry.run()
    let index = try database.prepare(
      """
      INSERT INTO gpkg_extensions VALUES (?1, ?2, 'gpkg_rtree_index',
        'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
      """)
    index.bind([.text(table.name), .text(geometryColumn)])
    try index.run()
  }

  private func fill(_ table: FeatureTable<some Frame>) throws(Problem) {
    let marks = (0..<table.columns.count + 2).map { "?\($0 + 1)" }.joined(separator: ", ")
    let rows = try database.prepare(
      "INSERT INTO \(Database.quoted(table.name)) VALUES (\(marks))")
    let bounds = try database.prepare(
      "INSERT INTO \(index(of: table.name)) VALUES (?1, ?2, ?3, ?4, ?5)")
    for (number, row) in table.rows.enumerated() {
      let identifier = Layer.Value.integer(Int64(number + 1))
      rows.bind([identifier, .null] + row.values)
      if let shape = row.shape, !shape.isEmpty {
        let box = shape.envelope
        rows.bind(EncodedShape(shape, system: table.system.code).bytes, at: 2)
        bounds.bind([
          identifier, .real(box.minX), .real(box.maxX), .real(box.minY), .real(box.maxY),
        ])
        try bounds.run()
      }
      try rows.run()
    }
  }

  private func index(of table: String) -> String {
    Database.quoted("rtree_\(table)_\(geometryColumn)")
  }
}
