public import Diagnostics
internal import Files

extension Layer {
  /// The layer of a GeoJSON file, or of the only one in a .zip.
  ///
  /// Reads a `FeatureCollection`, a `Feature` or a single geometry. Keeps `Polygon`,
  /// `MultiPolygon` and collections of them, without heights; any other geometry is a problem and
  /// its feature has no shape. Closes rings that are open; decides nothing about their direction
  /// or validity (`Topology` does). A `crs` member of the 2008 form is honoured; without one the
  /// system is `.crs84`; with one that names nothing known it is nil. A feature's `id` is ignored.
  ///
  /// - Parameters:
  ///   - path: a file of the disk, UTF-8 with or without byte order mark
  /// - Returns: features in the order of the file, coordinates as declared; and what was wrong with
  ///   them, by feature, ring and vertex
  /// - Throws: `files.missing`, `files.unreadable`; `layers.malformed-json`,
  ///   `layers.truncated-json` with line and column; `layers.too-deep`; `layers.not-geojson`;
  ///   the `layers.…-archive` problems of a .zip
  /// - Complexity: O(n) of the bytes
  /// - Exactness: coordinates and reals are the doubles nearest to what is written
  /// - Source: RFC 7946; for `crs` the GeoJSON specification of 2008
  public static func read(geoJSON path: String) throws(Problem) -> (Layer, ProblemLog) {
    let file = try MappedFile(path)
    if ArchiveFile.isArchive(file.bytes) { return try read(geoJSONIn: ArchiveFile(file)) }
    file.expectSequentialReading()
    return try withExtendedLifetime(file) { () throws(Problem) in
      try read(geoJSON: file.bytes, name: stem(of: path), place: Place(file: path))
    }
  }

  private static func read(geoJSONIn archive: ArchiveFile) throws(Problem) -> (Layer, ProblemLog) {
    let names = try archive.names()
    let name = try archive.only(names.filter { ["geojson", "json"].contains(suffix(of: $0)) })
    let member = try archive.extracted([name])[name] ?? []
    return try read(
      geoJSON: member, name: stem(of: name), place: Place(file: archive.path, part: name))
  }

  /// The layer of a GeoJSON text in memory.
  package static func read(
    geoJSON text: [UInt8], name: String, place: Place
  ) throws(Problem) -> (Layer, ProblemLog) {
    let result: Result<(Layer, ProblemLog), Problem> = text.withUnsafeBytes { bytes in
      Result { () throws(Problem) in try read(geoJSON: bytes, name: name, place: place) }
    }
    return try result.get()
  }

  private static func read(
    geoJSON bytes: UnsafeRawBufferPointer, name: String, place: Place
  ) throws(Problem) -> (Layer, ProblemLog) {
    var reader = GeoJSONReader(bytes, place: place)
    return try reader.read(defaultName: name)
  }

  static func stem(of path: String) -> String {
    FilePath.name(of: FilePath.withoutSuffix(path))
  }

  static func suffix(of path: String) -> String { FilePath.suffix(of: path) }
}
