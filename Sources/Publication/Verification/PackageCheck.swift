internal import Diagnostics
internal import Files
internal import GeoPackage
internal import Layers

/// What a GeoPackage has beside its layers: styles that QGIS finds and that say true numbers,
/// descriptions and a project that carry the mention.
struct PackageCheck {
  let file: Deliverable.File
  /// Of its layers: the IRIS first, then whatever else has one.
  let layers: [Sighting]
  let mention: String

  func problems() throws(Problem) -> [Problem] {
    let package = try GeoPackageFile(try file.bytes(), in: file.name)
    let table = try package.table("layer_styles")
    let contents = try package.table("gpkg_contents").rows
    let areListed = contents.contains { $0.contains(.text("layer_styles")) }
    return (areListed ? [] : [Wording.noStyle(of: "ses couches", at: place("gpkg_contents"))])
      + layers.filter { $0.part != "communes" }.flatMap { styles(table, of: $0) }
      + descriptions(try package.table("gpkg_metadata"))
      + projects(try package.table("qgis_projects"))
  }

  private func place(_ table: String) -> Place { Place(file: file.name, part: table) }

  /// - Source: OUTPUTS.md §2.4: with NULL instead of an empty text QGIS ignores the style
  private func styles(
    _ table: (columns: [String], rows: [[Layer.Value]]), of layer: Sighting
  ) -> [Problem] {
    let name = layer.part ?? ""
    let rows = table.rows.map { Dictionary(zip(table.columns, $0)) { first, _ in first } }
      .filter { $0["f_table_name"] == .text(name) }
    let isFound = rows.contains { row in
      let isDefault = row["useAsDefault"] == .integer(1) || row["useAsDefault"] == .text("1")
      return isDefault && row["f_table_catalog"] == .text("")
        && row["f_table_schema"] == .text("") && row["f_geometry_column"] == .text("geom")
    }
    return (isFound ? [] : [Wording.noStyle(of: name, at: place("layer_styles"))])
      + rows.flatMap { row -> [Problem] in
        guard case .text(let style)? = row["styleQML"] else { return [] }
        return StyleCheck(
          style: PageText(Array(style.utf8)), sighting: layer, place: place("layer_styles")
        ).problems
      }
  }

  /// What people and catalogues read in it: the descriptions, and projects that are not compressed.
  static func texts(of file: Deliverable.File) throws(Problem) -> [PageText] {
    let package = try GeoPackageFile(try file.bytes(), in: file.name)
    let descriptions = try package.table("gpkg_metadata")
    let column = descriptions.columns.firstIndex(of: "metadata")
    let said = descriptions.rows.compactMap { row -> PageText? in
      guard let column, case .text(let text) = row[column] else { return nil }
      return PageText(Array(text.utf8))
    }
    return said + projects(in: try package.table("qgis_projects"))
  }

  private func descriptions(
    _ table: (columns: [String], rows: [[Layer.Value]])
  ) -> [Problem] {
    let column = table.columns.firstIndex(of: "metadata")
    let isSaid = table.rows.allSatisfy { row in
      guard let column, case .text(let text) = row[column] else { return false }
      return PageText(Array(text.utf8)).contains(PageCheck.markup(mention))
    }
    return isSaid && !table.rows.isEmpty ? [] : [Wording.noMention(at: place("gpkg_metadata"))]
  }

  private func projects(_ table: (columns: [String], rows: [[Layer.Value]])) -> [Problem] {
    let mention = PageCheck.markup(mention)
    return Self.projects(in: table).allSatisfy { $0.contains(mention) }
      ? [] : [Wording.noMention(at: place("qgis_projects"))]
  }

  /// A project that QGIS has saved anew is compressed and left to QGIS.
  private static func projects(
    in table: (columns: [String], rows: [[Layer.Value]])
  ) -> [PageText] {
    let column = table.columns.firstIndex(of: "content")
    return table.rows.compactMap { row in
      guard let column, case .text(let digits) = row[column] else { return nil }
      let bytes = bytes(ofHexadecimal: digits)
      let isStored = bytes.count > 10 && bytes[8] == 0 && bytes[9] == 0
      return isStored ? PageText(bytes) : nil
    }
  }

  private static func bytes(ofHexadecimal text: String) -> [UInt8] {
    let digits = text.utf8.map { $0 >= 0x61 ? $0 &- 0x57 : $0 &- 0x30 }
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      digits[$0] << 4 | digits[$0 + 1] & 15
    }
  }
}
