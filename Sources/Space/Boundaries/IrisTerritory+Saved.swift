public import Diagnostics
internal import Files
internal import Geometry
internal import Locating
internal import Territory

extension IrisTerritory {
  /// The territory of a file of contours: its saved index when one was made of the same bytes, else
  /// built and saved beside the file.
  ///
  /// The saved index is named after the source and keyed by its content; a damaged or foreign one is
  /// rebuilt, never trusted. Where the folder cannot be written to, nothing is saved.
  ///
  /// - Parameters:
  ///   - layer: of a GeoPackage; `nil` to find it by its columns
  /// - Returns: every IRIS of the file; the problems of the contours, none when the index was saved
  /// - Throws: `files.…`, `boundaries.…`
  public static func prepared(
    from file: String, layer: String? = nil
  ) throws(Problem) -> (IrisTerritory, ProblemLog) {
    let key = try ContentHash(ofFile: file)
    let sources = [key, ContentHash(of: Array((layer ?? "").utf8))]
    let saved = file + ".maille-index"
    if let index = AreaIndex<Iris>.open(saved, sources: sources),
      let first = index.keys.first, let system = TerritorySystem.of(first.commune)
    {
      return (IrisTerritory(index: index, system: system), ProblemLog())
    }
    let (contours, problems) = try Contours.read(
      file, layer: layer, edition: Edition(FilePath.name(of: file)))
    let territory = IrisTerritory(contours)
    try? territory.index.write(to: saved, sources: sources)
    return (territory, problems)
  }
}
