internal import Diagnostics

/// Whether each entry of a legend draws as many IRIS as it says: a class count is a figure too.
struct StyleCheck {
  let style: PageText
  /// The table that the style draws.
  let sighting: Sighting
  /// The file of the style, and its place in it.
  let place: Place

  var problems: [Problem] {
    StyleRules(style).rules.compactMap { rule in
      guard let count = rule.count(in: sighting.rows), count == rule.statedCount else {
        return Wording.wrongLegend(at: place)
      }
      return nil
    }
  }

  /// The style of a GeoJSON, which has its name; the styles in a GeoPackage.
  static func problems(
    of files: [Deliverable.File], _ sightings: [Sighting]
  ) throws(Problem) -> [Problem] {
    var problems: [Problem] = []
    for file in files where file.suffix == "qml" {
      let drawn = sightings.first {
        $0.file.suffix == "geojson" && $0.file.name.dropLast(8) == file.name.dropLast(4)
      }
      guard let drawn else { continue }
      problems +=
        StyleCheck(
          style: PageText(try file.bytes()), sighting: drawn, place: file.place
        ).problems
    }
    return problems
  }
}
