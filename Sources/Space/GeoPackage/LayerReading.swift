internal import Diagnostics
internal import Geometry
internal import Layers

/// One reading of a layer's table.
struct LayerReading {
  private let database: Database
  private let name: String
  private let place: Place
  private var problems = ProblemLog()

  init(_ database: Database, _ name: String) {
    self.database = database
    self.name = name
    place = Place(file: database.path, part: name)
  }

  mutating func run() throws(Problem) -> (Layer, ProblemLog) {
    let declared = try database.prepare(
      "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE lower(table_name) = lower(?1)")
    declared.bind([.text(name)])
    guard try declared.step(), let column = declared.text(0) else {
      throw Wording.noGeometryColumn(place)
    }
    let system = try readSystem(declared.integer(1) ?? -1)
    var layer = Layer(name: name, fields: [], system: system, features: [])
    try readRows(geometry: column, into: &layer)
    return (layer, problems)
  }

  /// The system of an identifier; -1 and 0 are the standard's two ways to say « undefined ».
  private mutating func readSystem(_ identifier: Int64) throws(Problem) -> ReferenceSystem? {
    if identifier == -1 || identifier == 0 { return nil }
    let row = try database.prepare(
      """
      SELECT organization, organization_coordsys_id, definition
      FROM gpkg_spatial_ref_sys WHERE srs_id = ?1
      """)
    row.bind([.integer(identifier)])
    guard try row.step() else {
      problems.record(Wording.unknownSystem(place))
      return nil
    }
    if row.text(0)?.uppercased() == "EPSG", let code = row.integer(1), (1...999_999).contains(code)
    {
      return .epsg(Int(code))
    }
    if let text = row.text(2), text.lowercased() != "undefined", !text.isEmpty {
      return .wellKnownText(text)
    }
    problems.record(Wording.unknownSystem(place))
    return nil
  }

  private mutating func readRows(
    geometry: String, into layer: inout Layer
  ) throws(Problem) {
    let rows = try database.prepare("SELECT * FROM \(Database.quoted(name))")
    let names = rows.columnNames
    let identifier = try identifierColumn()
    guard let shapeColumn = names.firstIndex(where: { $0.lowercased() == geometry.lowercased() })
    else { throw Wording.noGeometryColumn(place) }
    let columns = names.indices.filter { $0 != shapeColumn && names[$0] != identifier }
    layer.fields = columns.map { names[$0] }
    var inspection = RingInspection(place)
    while try rows.step() {
      let ordinal = layer.features.count + 1
      inspection.begin(feature: ordinal)
      let shape =
        rows.isNull(shapeColumn)
        ? nil : GeometryBlob(rows.blob(shapeColumn)).shape(&inspection)
      let values = columns.map { value(rows, $0, ordinal: ordinal, named: names[$0]) }
      layer.features.append(Layer.Feature(ordinal: ordinal, values: values, shape: shape))
    }
    problems.append(inspection.problems)
  }

  private mutating func value(
    _ rows: Statement, _ column: Int, ordinal: Int, named name: String
  ) -> Layer.Value {
    if let value = rows.value(column) { return value }
    var here = place
    here.feature = ordinal
    problems.record(Wording.bytesAsValue(here, name))
    return .null
  }

  /// The name of the column that only numbers the rows; nil when the key means something.
  private func identifierColumn() throws(Problem) -> String? {
    let columns = try database.prepare("PRAGMA table_info(\(Database.quoted(name)))")
    while try columns.step() {
      let isKey = columns.integer(5) == 1 && columns.text(2)?.uppercased() == "INTEGER"
      guard isKey, let column = columns.text(1) else { continue }
      return ["fid", "ogc_fid"].contains(column.lowercased()) ? column : nil
    }
    return nil
  }
}
