internal import Diagnostics
internal import Files
internal import Tables

/// Rows of one file of a release, whatever its format: texts by column.
struct PublicTable: Sendable {
  /// Name of the file.
  let file: String
  /// In the order of the file; empty cells are left out.
  let rows: [[String: String]]
  /// What a GeoJSON says of itself.
  var metadata: JSONNode?

  /// Whether its rows say what the areas of a zoning are made of, and no figure.
  var isPassage: Bool { rows.first.map { $0["zonage"] != nil && $0["part"] != nil } ?? false }

  /// Whether its rows are analyses of figures that other tables show.
  var isAnalysis: Bool { rows.first.map { $0["analyse"] != nil } ?? false }

  /// A CSV, for machines or for Excel.
  ///
  /// - Returns: `nil` when it is no table of zones
  static func csv(_ file: PublicFile) throws(Problem) -> PublicTable? {
    let table = try DelimitedFile(
      file.path,
      declared: Declaration(
        encoding: .utf8, separator: UInt8(ascii: ";"), headerLine: 1, hasLabelRow: false))
    let columns = table.columns
    let isTable = ["code_iris", "niveau", "zonage", "analyse"].contains(where: columns.contains)
    guard isTable else { return nil }
    let isExcel = file.name.hasSuffix("_excel.csv")
    let blocks = try table.mapBlocks(reading: Array(columns.indices), threads: 1) {
      block throws(Problem) in
      var rows: [[String: String]] = []
      for row in 0..<block.rowCount {
        var cells: [String: String] = [:]
        for (index, column) in columns.enumerated() where !block.field(row, index).isBlank {
          let text = block.field(row, index).text
          cells[column] = isExcel ? unguarded(text) : text
        }
        rows.append(cells)
      }
      return rows
    }
    guard blocks.problems.isEmpty else { throw Wording.unreadable(file.name) }
    return PublicTable(file: file.name, rows: blocks.results.flatMap(\.self))
  }

  /// The properties of a GeoJSON's features.
  static func geojson(_ file: PublicFile) throws(Problem) -> PublicTable {
    let map = try MappedFile(file.path)
    let root = withExtendedLifetime(map) { JSONNode(map.bytes) }
    guard let root, root["features"] != nil else { throw Wording.unreadable(file.name) }
    let rows = (root["features"]?.elements ?? []).map { feature in
      guard case .object(let members)? = feature["properties"] else { return [String: String]() }
      return members.compactMapValues(\.string).filter { !$0.value.isEmpty }
    }
    return PublicTable(file: file.name, rows: rows, metadata: root["metadata"])
  }

  /// `="010040101"` → `010040101`; `12,5` → `12.5`.
  private static func unguarded(_ text: String) -> String {
    if text.hasPrefix("=\"") && text.hasSuffix("\"") {
      return String(text.dropFirst(2).dropLast())
    }
    let pointed = String(text.map { $0 == "," ? "." : $0 })
    return Double(pointed) == nil ? text : pointed
  }
}
