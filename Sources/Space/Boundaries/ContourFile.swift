internal import Diagnostics
internal import Files
internal import GeoPackage
internal import Layers

/// A file of contours of whatever format, told by its first bytes.
enum ContourFile {
  /// The layer that holds IRIS contours: the named one, else the only one whose columns make codes.
  ///
  /// - Throws: `files.…`, `layers.…`, `geopackage.…`; `boundaries.unknown-format`,
  ///   `boundaries.no-layer`, `boundaries.several-layers`
  static func layer(_ path: String, named name: String?) throws(Problem) -> (Layer, ProblemLog) {
    let file = try MappedFile(path)
    let kind = try file.withBytes { Kind(of: $0, suffix: FilePath.suffix(of: path)) }
    switch kind {
    case .geoPackage: return try layer(GeoPackageFile(path), named: name, path)
    case .geoJSON: return try Layer.read(geoJSON: path)
    case .shapefile: return try Layer.read(shapefile: path)
    case .archive: return try member(of: ArchiveFile(file), path, named: name)
    case .shapefilePart: return try shapefile(beside: path)
    case nil: throw Wording.unknownFormat(path)
    }
  }

  private enum Kind {
    case geoPackage, geoJSON, shapefile, archive, shapefilePart

    init?(of bytes: UnsafeRawBufferPointer, suffix: String) {
      let start = bytes.first { !" \t\r\n".utf8.contains($0) && ![0xEF, 0xBB, 0xBF].contains($0) }
      if ArchiveFile.isArchive(bytes) {
        self = .archive
      } else if bytes.starts(with: "SQLite format 3\0".utf8) || suffix == "gpkg" {
        self = .geoPackage
      } else if bytes.starts(with: [0, 0, 0x27, 0x0A]) || suffix == "shp" {
        self = .shapefile
      } else if start == UInt8(ascii: "{") || ["geojson", "json"].contains(suffix) {
        self = .geoJSON
      } else if ["dbf", "shx", "prj", "cpg"].contains(suffix) {
        self = .shapefilePart
      } else {
        return nil
      }
    }
  }

  /// The user has named the `.dbf`: the shapes are beside it.
  private static func shapefile(beside path: String) throws(Problem) -> (Layer, ProblemLog) {
    try Layer.read(shapefile: FilePath.withoutSuffix(path) + ".shp")
  }

  private static func layer(
    _ file: GeoPackageFile, named name: String?, _ path: String
  ) throws(Problem) -> (Layer, ProblemLog) {
    if let name { return try file.layer(name) }
    var fitting: [String] = []
    for candidate in file.layerNames {
      if ContourColumns.areNamed(in: try file.fields(of: candidate)) { fitting.append(candidate) }
    }
    if fitting.isEmpty && file.layerNames.count == 1 { fitting = file.layerNames }
    guard let first = fitting.first else { throw Wording.noLayer(path, file.layerNames) }
    guard fitting.count == 1 else { throw Wording.severalLayers(path, fitting) }
    return try file.layer(first)
  }

  /// A `.zip` or `.7z` as IGN delivers it: a shapefile, a GeoPackage or a GeoJSON file in it.
  private static func member(
    of archive: ArchiveFile, _ path: String, named name: String?
  ) throws(Problem) -> (Layer, ProblemLog) {
    let names = try archive.names()
    if names.contains(where: { FilePath.suffix(of: $0) == "shp" }) {
      return try Layer.read(shapefile: path, member: name)
    }
    let packages = names.filter { FilePath.suffix(of: $0) == "gpkg" }
    guard !packages.isEmpty else { return try Layer.read(geoJSON: path) }
    let member = try archive.only(packages)
    let bytes = try archive.extracted([member])[member] ?? []
    return try layer(GeoPackageFile(bytes, in: path), named: name, path)
  }
}
