internal import CSQLite

extension GeoPackageFile {
  /// Version of SQLite: `3.40.1`.
  public static var libraryVersion: String { String(cString: sqlite3_libversion()) }
}
