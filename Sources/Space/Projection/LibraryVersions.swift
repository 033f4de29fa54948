internal import CPROJ
internal import Diagnostics

/// The versions that figures depend on, for manifests and benches.
public enum LibraryVersions {
  /// Version of PROJ: `9.1.1`.
  public static var proj: String { proj_info().version.map { String(cString: $0) } ?? "" }

  /// Version of the EPSG register in PROJ's database: `v10.076`; `nil` without a database.
  public static var projDatabase: String? {
    guard let context = try? ProjContext(),
      let version = proj_context_get_database_metadata(context.pointer, "EPSG.VERSION")
    else { return nil }
    return String(cString: version)
  }
}
