internal import Disclosure
internal import Exports
internal import Files
internal import GeoPackage
internal import Layers
internal import Manifests
internal import Projection
internal import Tables
internal import Topology

/// This tool, as its outputs name it.
public enum Tool {
  /// Of the command and of everything that it writes.
  public static let version = "0.1.0"

  /// Who signs the steps of the journal.
  static let signature = "maille \(version)"

  /// Everything that figures and files depend on besides the inputs, the tool first.
  public static var software: [(name: String, version: String)] {
    [
      ("maille", version), ("GEOS", PreparedAreas.libraryVersion),
      ("PROJ", LibraryVersions.proj), ("proj.db", LibraryVersions.projDatabase ?? "?"),
      ("SQLite", GeoPackageFile.libraryVersion), ("libarchive", Layer.archiveLibraryVersion),
      ("OpenSSL", ContentHash.libraryVersion), ("Clp", Protection.solverVersion),
      ("Expat", WorkbookLibrary.version), ("libxlsxwriter", Exporter.workbookLibraryVersion),
    ]
  }
}
