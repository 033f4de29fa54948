public import Diagnostics
public import Geometry
public import Territory

extension Contours {
  /// The contours of a file, checked, brought to the projected system of their territory.
  ///
  /// Columns are found by the names of all known editions, never by position. Invalid contours are
  /// repaired; overlaps and gaps between neighbours are told and left as they are, since only who
  /// drew them can say where the border is.
  ///
  /// - Parameters:
  ///   - file: GeoPackage, GeoJSON, Shapefile, or a .zip or .7z that holds one of them
  ///   - layer: which layer or member, by name; `nil` to find it by its columns
  ///   - edition: as the campaign names it
  ///   - communes: the only ones to keep; `nil` for all
  ///   - declaredSystem: for a file that declares none
  /// - Returns: at least one area, by code; exteriors counter-clockwise, holes clockwise; and what
  ///   was wrong
  /// - Throws: `files.…`, `layers.…`, `geopackage.…`, `projection.…`, `topology.…`;
  ///   `boundaries.unknown-format`, `.no-layer`, `.several-layers`, `.no-code-column`,
  ///   `.no-system`, `.swapped-axes`, `.outside-system`, `.several-territories`, `.no-area`,
  ///   `.contradictory-code`
  /// - Complexity: O(n log n) of the vertices kept, in GEOS's check of validity
  /// - Exactness: coordinates of the file where it already is in the territory's system, else PROJ's
  public static func read(
    _ file: String, layer: String? = nil, edition: Edition, communes: Set<Commune>? = nil,
    declaredSystem: ReferenceSystem? = nil
  ) throws(Problem) -> (Contours, ProblemLog) {
    var reading = try ContourReading(file, layer: layer)
    return try reading.contours(
      of: edition, communes: communes, declaredSystem: declaredSystem)
  }
}
