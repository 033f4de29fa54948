internal import Projection
internal import Topology

/// The libraries that figures depend on, as they are loaded.
enum Libraries {
  /// Name and version; an empty version for what is not there.
  static var versions: [(name: String, version: String)] {
    [
      ("GEOS", PreparedAreas.libraryVersion), ("PROJ", LibraryVersions.proj),
      ("proj.db", LibraryVersions.projDatabase ?? ""),
    ]
  }
}
