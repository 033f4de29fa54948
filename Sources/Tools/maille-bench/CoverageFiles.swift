internal import Diagnostics
internal import GeoPackage
internal import Geometry
internal import Layers
internal import Tables

/// A made-up zoning and its positions as the files that users have.
struct CoverageFiles {
  let coverage: Coverage
  let folder: BenchFolder

  /// Contours in Lambert-93 under the names of the IGN's columns.
  func contours() throws(Problem) -> String {
    var writer = try GeoPackageWriter(lastChange: "2026-01-01T00:00:00.000Z")
    try writer.add(
      FeatureTable(
        name: "iris", title: "Zonage inventé", system: .lambert93,
        columns: ["code_insee", "nom_commune", "iris", "code_iris", "nom_iris", "typ_iris"].map {
          .init($0, .text)
        },
        rows: (0..<coverage.areaCount).map(row)))
    return try folder.write("contours.gpkg", [try writer.bytes()])
  }

  private func row(_ area: Int) -> FeatureTable<Projected>.Row {
    let code = coverage.code(of: area)
    let texts = [
      String(code.prefix(5)), "Commune \(area / 10)", String(code.suffix(4)), code,
      "Quartier \(area)", "H",
    ]
    return .init(values: texts.map { .text($0) }, shape: coverage.shape(of: area))
  }

  /// A line for each position, of about forty bytes, as a partner would send them.
  func positions(_ count: Int, name: String) throws(Problem) -> String {
    var points = CoveragePoints.Source(coverage)
    var line = 0
    let blocks = sequence(state: ()) { _ -> [UInt8]? in
      guard line < count else { return nil }
      var writer = CSVWriter(for: .machine)
      if line == 0 { writer.row(["dossier", "naissance", "sexe", "x", "y"]) }
      let end = min(count, line + 100_000)
      while line < end {
        let point = points.next()
        writer.integer(10_000_000 + line)
        writer.text("1958-03-12")
        writer.text(line % 2 == 0 ? "F" : "H")
        writer.decimal(point.position.x, decimals: 2)
        writer.decimal(point.position.y, decimals: 2)
        writer.endRow()
        line += 1
      }
      return writer.bytes
    }
    return try folder.write(name, blocks)
  }
}
