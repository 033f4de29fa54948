public import Diagnostics
public import Geometry
internal import Layers

extension GeoPackageWriter {
  /// Adds a table without geometry: what cannot be drawn, or what the columns mean.
  ///
  /// - Parameters:
  ///   - table: its system and shapes are not looked at
  /// - Throws: `geopackage.sqlite` when memory is short
  /// - Source: OGC 12-128r17, 2.4 (attributes)
  public mutating func add(attributes table: FeatureTable<some Frame>) throws(Problem) {
    check(table)
    tables.insert(table.name.lowercased())
    let columns = table.columns.map { ", \(Database.quoted($0.name)) \($0.type.rawValue)" }
    try database.execute(
      """
      CREATE TABLE \(Database.quoted(table.name)) (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL\(columns.joined()));
      """)
    let contents = try database.prepare(
      """
      INSERT INTO gpkg_contents VALUES (?1, 'attributes', ?2, ?3, ?4, NULL, NULL, NULL, NULL, 0)
      """)
    contents.bind([.text(table.name), .text(table.title), .text(table.summary), .text(lastChange)])
    try contents.run()
    let marks = (0...table.columns.count).map { "?\($0 + 1)" }.joined(separator: ", ")
    let rows = try database.prepare("INSERT INTO \(Database.quoted(table.name)) VALUES (\(marks))")
    for (number, row) in table.rows.enumerated() {
      rows.bind([.integer(Int64(number + 1))] + row.values)
      try rows.run()
    }
  }

  /// Says what the columns of a table mean, and lists the only values of some of them.
  ///
  /// - Parameters:
  ///   - columns: of the table, each once; the enumeration is one declared before
  /// - Source: OGC 12-128r17, F.9 (schema)
  public mutating func describe(
    columns: [(name: String, title: String, enumeration: String?)], of table: String
  ) throws(Problem) {
    precondition(tables.contains(table.lowercased()), "a description follows its table")
    try openSchema()
    let row = try database.prepare(
      "INSERT INTO gpkg_data_columns VALUES (?1, ?2, NULL, ?3, NULL, NULL, ?4)")
    for column in columns {
      row.bind([
        .text(table), .text(column.name), .text(column.title),
        column.enumeration.map { .text($0) } ?? .null,
      ])
      try row.run()
    }
  }

  /// Declares the only values that some columns have, with their meaning.
  public mutating func add(
    enumeration name: String, values: [(value: String, meaning: String)]
  ) throws(Problem) {
    try openSchema()
    let row = try database.prepare(
      """
      INSERT INTO gpkg_data_column_constraints
      VALUES (?1, 'enum', ?2, NULL, NULL, NULL, NULL, ?3)
      """)
    for (value, meaning) in values {
      row.bind([.text(name), .text(value), .text(meaning)])
      try row.run()
    }
  }

  /// Embeds a QGIS project, which QGIS offers to open with the file.
  ///
  /// - Parameters:
  ///   - archive: a `.qgz`, stored as the hexadecimal text that QGIS reads
  /// - Source: measured with QGIS 3.22 (OUTPUTS.md, 2.4)
  public mutating func add(project name: String, archive: [UInt8]) throws(Problem) {
    if !hasProjects { try database.execute(Schema.projects) }
    hasProjects = true
    let metadata = #"{"last_modified_time": "\#(lastChange)", "last_modified_user": "maille"}"#
    let row = try database.prepare("INSERT INTO qgis_projects VALUES (?1, ?2, ?3)")
    row.bind([.text(name), .text(metadata), .text(Self.hexadecimal(archive))])
    try row.run()
  }

  private mutating func openSchema() throws(Problem) {
    if !hasSchema { try database.execute(Schema.columns) }
    hasSchema = true
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
