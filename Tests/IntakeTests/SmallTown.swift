import Boundaries
import Geometry
import Intake
import Tables
import Territory

/// Two communes side by side: 21931 of four square IRIS of 500 m, 21932 undivided at its east.
enum SmallTown {
  static let x0 = 850_000.0
  static let y0 = 6_700_000.0

  static let territory: IrisTerritory = {
    let codes = ["219310101", "219310102", "219310201", "219310202"]
    let areas = codes.enumerated().map { index, code in
      area(code, column: Double(index % 2), row: Double(index / 2), width: 1, height: 1)
    }
    let neighbour = area("219320000", column: 2, row: 0, width: 1, height: 2)
    return IrisTerritory(
      Contours(edition: Edition("essai 2024"), system: .lambert93, areas: areas + [neighbour]))
  }()

  /// A position file of these rows, with columns X, Y, INSEE, SEXE.
  static func layout(
    _ file: String, commune: String? = nil, reach: Double? = nil, categories: [CategoryColumn] = []
  ) -> SourceLayout {
    SourceLayout(
      file: file, declaration: Declaration(),
      route: .position(
        PositionColumns(
          x: "X", y: "Y", system: .epsg(2154), mark: .comma, commune: commune, reach: reach)),
      rule: CountingRule(unit: .person), categories: categories)
  }

  private static func area(
    _ code: String, column: Double, row: Double, width: Double, height: Double
  ) -> IrisArea {
    let (west, south) = (x0 + column * 500, y0 + row * 500)
    let (east, north) = (west + width * 500, south + height * 500)
    let ring = Ring<Projected>([
      Position(x: west, y: south), Position(x: east, y: south), Position(x: east, y: north),
      Position(x: west, y: north), Position(x: west, y: south),
    ])
    guard let iris = Iris(code) else { preconditionFailure("a code of nine characters") }
    return IrisArea(
      iris: iris, name: "", communeName: "", type: .habitat, shape: Shape([Polygon(exterior: ring)])
    )
  }
}
