internal import CSQLite
internal import Diagnostics

/// One SQLite connection, closed with the last reference.
///
/// Not `Sendable`: one task at a time.
final class Database {
  /// The file, as the user gave it; for problems.
  let path: String
  private let handle: OpaquePointer

  /// Opens a file that will not change while it is read: nothing is locked, and nothing is written,
  /// not even the traces of a journal.
  ///
  /// - Throws: `geopackage.damaged`
  init(reading path: String) throws(Problem) {
    self.path = path
    let name = "file:" + Self.escaped(path) + "?mode=ro&immutable=1"
    handle = try Self.open(name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, path)
    try execute("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON")
  }

  /// Opens the bytes of a file, copied once; they cannot be written to.
  ///
  /// - Throws: `geopackage.damaged`
  init(reading bytes: [UInt8], in path: String) throws(Problem) {
    self.path = path
    handle = try Self.open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, path)
    guard let copy = sqlite3_malloc64(UInt64(max(1, bytes.count))) else {
      throw Wording.sqlite(path, SQLITE_NOMEM)
    }
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      copy.copyMemory(from: start, byteCount: bytes.count)
    }
    // a file in write-ahead mode cannot be opened in memory until its header says otherwise
    if bytes.count > 19 {
      copy.storeBytes(of: 1, toByteOffset: 18, as: UInt8.self)
      copy.storeBytes(of: 1, toByteOffset: 19, as: UInt8.self)
    }
    let size = Int64(bytes.count)
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    let code = sqlite3_deserialize(
      handle, "main", copy.assumingMemoryBound(to: UInt8.self), size, size, flags)
    guard code == SQLITE_OK else { throw Wording.sqlite(path, code) }
    try execute("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON")
  }

  /// A new database in memory.
  init() throws(Problem) {
    path = ""
    handle = try Self.open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "")
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  func execute(_ statements: String) throws(Problem) {
    let code = sqlite3_exec(handle, statements, nil, nil, nil)
    guard code == SQLITE_OK else { throw Wording.sqlite(path, code) }
  }

  /// A statement ready to run.
  func prepare(_ text: String) throws(Problem) -> Statement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, text, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw Wording.sqlite(path, code) }
    return Statement(statement, path: path)
  }

  /// The bytes of the file that the database would be on a disk.
  func serialized() throws(Problem) -> [UInt8] {
    var size: Int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &size, 0) else {
      throw Wording.sqlite(path, SQLITE_NOMEM)
    }
    defer { sqlite3_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(size)))
  }

  private static func open(
    _ name: String, _ flags: Int32, _ path: String
  ) throws(Problem) -> OpaquePointer {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      sqlite3_close_v2(handle)
      throw Wording.sqlite(path, code)
    }
    return handle
  }

  /// A path inside a URI.
  private static func escaped(_ path: String) -> String {
    path.utf8.reduce(into: "") { result, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "/.-_0123456789".unicodeScalars.contains(scalar))
      let hexadecimal = String(byte, radix: 16, uppercase: true)
      result += isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + hexadecimal
    }
  }

  /// A name between quotes, for a statement.
  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
