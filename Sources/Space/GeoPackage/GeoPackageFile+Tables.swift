package import Diagnostics
package import Layers

extension GeoPackageFile {
  /// A table as it stands, whether it is a layer or what goes with layers: attributes, styles,
  /// metadata, projects. Bytes are left out.
  ///
  /// - Returns: rows in the order of the file; both empty when there is no such table
  /// - Throws: `geopackage.damaged`
  package func table(
    _ name: String
  ) throws(Problem) -> (columns: [String], rows: [[Layer.Value]]) {
    let known = try database.prepare(
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
    known.bind(.text(name), at: 1)
    guard try known.step() else { return ([], []) }
    let statement = try database.prepare("SELECT * FROM \(Database.quoted(name))")
    let columns = statement.columnNames
    var rows: [[Layer.Value]] = []
    while try statement.step() {
      rows.append(columns.indices.map { statement.value($0) ?? .null })
    }
    return (columns, rows)
  }
}
