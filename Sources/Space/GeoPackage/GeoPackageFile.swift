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
  private let database: Database
  private let journalProblems: ProblemLog

  /// Opens a file and reads its table of contents.
  ///
  /// A write-ahead journal beside the file is not read: what lies in it is a problem that warns in
  /// every layer.
  ///
  /// - Throws: `files.missing`, `files.unreadable`; `geopackage.not-geopackage`;
  ///   `geopackage.truncated`, `geopackage.damaged`
  public init(_ path: String) throws(Problem) {
    try Self.checkHeader(of: MappedFile(path))
    database = try Database(reading: path)
    let hasContents = try database.prepare(
      "SELECT 1 FROM sqlite_master WHERE name = 'gpkg_contents'"
    ).step()
    guard hasContents else { throw Wording.notGeoPackage(path) }
    layerNames = try Self.names(in: database)
    let journal = try? MappedFile(path + "-wal")
    let isPending = journal.map { !$0.bytes.isEmpty } ?? false
    journalProblems = ProblemLog(isPending ? [Wording.pendingJournal(path)] : [])
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
    let rows = try database.prepare(
      "SELECT table_name FROM gpkg_contents WHERE data_type = 'features'")
    var names: [String] = []
    while try rows.step() { names.append(rows.text(0) ?? "") }
    return names
  }

  /// Refuses what is no SQLite file, and one that is shorter than its own header says.
  private static func checkHeader(of file: MappedFile) throws(Problem) {
    let magic = Array("SQLite format 3\0".utf8)
    guard file.bytes.starts(with: magic) else { throw Wording.notGeoPackage(file.path) }
    guard file.bytes.count >= 100 else { throw Wording.truncated(file.path) }
    let size = file.bytes.bigUInt16(at: 16)
    let pageSize = size == 1 ? 65_536 : size
    let isCountCurrent = file.bytes.bigInt32(at: 24) == file.bytes.bigInt32(at: 92)
    let pageCount = file.bytes.bigInt32(at: 28)
    if isCountCurrent && pageCount * pageSize > file.bytes.count {
      throw Wording.truncated(file.path)
    }
  }
}
