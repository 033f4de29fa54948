public import Diagnostics
internal import Files
public import Layers

/// A GeoPackage open for reading, and never written to.
///
/// Not `Sendable`: one task at a time.
///
/// - Source: OGC 12-128r17, GeoPackage 1.3
public struct GeoPackageFile {
  /// The layers with geometries, in the order of the file.
  public let layerNames: [String]
  let database: Database
  private let journalProblems: ProblemLog

  /// Opens a file and reads its table of contents.
  ///
  /// A write-ahead journal beside the file is not read: what lies in it is a problem that warns in
  /// every layer.
  ///
  /// - Throws: `files.missing`, `files.unreadable`; `geopackage.not-geopackage`;
  ///   `geopackage.truncated`, `geopackage.damaged`
  public init(_ path: String) throws(Problem) {
    try MappedFile(path).withBytes { bytes throws(Problem) in
      try Self.checkHeader(of: bytes, path)
    }
    database = try Database(reading: path)
    layerNames = try Self.names(in: database)
    let journal = try? MappedFile(path + "-wal")
    let isPending = journal.map { !$0.bytes.isEmpty } ?? false
    journalProblems = ProblemLog(isPending ? [Wording.pendingJournal(path)] : [])
  }

  /// A file that is already in memory: the member of an archive.
  ///
  /// - Parameters:
  ///   - path: of the archive, for problems
  /// - Throws: `geopackage.not-geopackage`, `geopackage.truncated`, `geopackage.damaged`
  public init(_ bytes: [UInt8], in path: String) throws(Problem) {
    let check: Result<Void, Problem> = bytes.withUnsafeBytes { bytes in
      Result { () throws(Problem) in try Self.checkHeader(of: bytes, path) }
    }
    try check.get()
    database = try Database(reading: bytes, in: path)
    layerNames = try Self.names(in: database)
    journalProblems = ProblemLog()
  }

  /// The attributes of a layer, its rows unread.
  ///
  /// - Throws: `geopackage.no-such-layer`, `geopackage.damaged`
  public func fields(of name: String) throws(Problem) -> [String] {
    guard layerNames.contains(name) else {
      throw Wording.noSuchLayer(database.path, name, layerNames)
    }
    return try database.prepare("SELECT * FROM \(Database.quoted(name)) LIMIT 0").columnNames
  }

  /// One layer by its name.
  ///
  /// Keeps `POLYGON`, `MULTIPOLYGON` and collections of them, without heights and measures. The
  /// identifier that every table has (`fid`) is not an attribute and is left out.
  ///
  /// - Parameters:
  ///   - name: one of `layerNames`
  /// - Returns: features in the order of the file, coordinates as declared; the system is `.epsg`
  ///   where the file names that register, its well-known text where not, nil where it is undefined
  /// - Throws: `geopackage.no-such-layer`; `geopackage.damaged`; `geopackage.truncated`
  /// - Complexity: O(n) of the bytes
  /// - Exactness: coordinates and reals are those of the file
  public func layer(_ name: String) throws(Problem) -> (Layer, ProblemLog) {
    guard layerNames.contains(name) else {
      throw Wording.noSuchLayer(database.path, name, layerNames)
    }
    var reading = LayerReading(database, name)
    let (layer, problems) = try reading.run()
    var all = journalProblems
    all.append(problems)
    return (layer, all)
  }

  private static func names(in database: Database) throws(Problem) -> [String] {
    let hasContents = try database.prepare(
      "SELECT 1 FROM sqlite_master WHERE name = 'gpkg_contents'"
    ).step()
    guard hasContents else { throw Wording.notGeoPackage(database.path) }
    let rows = try database.prepare(
      "SELECT table_name FROM gpkg_contents WHERE data_type = 'features'")
    var names: [String] = []
    while try rows.step() { names.append(rows.text(0) ?? "") }
    return names
  }

  /// Refuses what is no SQLite file, and one that is shorter than its own header says.
  private static func checkHeader(
    of bytes: UnsafeRawBufferPointer, _ path: String
  ) throws(Problem) {
    let magic = Array("SQLite format 3\0".utf8)
    guard bytes.starts(with: magic) else { throw Wording.notGeoPackage(path) }
    guard bytes.count >= 100 else { throw Wording.truncated(path) }
    let size = bytes.bigUInt16(at: 16)
    let pageSize = size == 1 ? 65_536 : size
    let isCountCurrent = bytes.bigInt32(at: 24) == bytes.bigInt32(at: 92)
    let pageCount = bytes.bigInt32(at: 28)
    if isCountCurrent && pageCount * pageSize > bytes.count { throw Wording.truncated(path) }
  }
}
