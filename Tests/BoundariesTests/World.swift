import Boundaries
import Diagnostics
import Geometry
import Territory
import TestSupport

/// A file of contours made of boxes, and what reading it gives.
struct World {
  /// One feature: its properties as JSON text and its rings in hundreds of metres from the corner.
  struct Feature {
    var properties: String
    var rings: [[(Double, Double)]]
    var isNull = false
  }

  /// Lambert-93 metres of the corner: open country in Côte-d'Or.
  static let corner = (x: 850_000.0, y: 6_700_000.0)

  var features: [Feature] = []
  var crs: String? = "urn:ogc:def:crs:EPSG::2154"
  var isSwapped = false

  /// A box from west, south to east, north under the attribute names of the current deliveries.
  static func box(
    _ code: String, _ west: Double, _ south: Double, _ east: Double, _ north: Double,
    name: String = "", type: String = "H"
  ) -> Feature {
    Feature(
      properties:
        "\"code_insee\":\"\(code.prefix(5))\",\"nom_commune\":\"Essai\",\"iris\":\"\(code.suffix(4))\","
        + "\"code_iris\":\"\(code)\",\"nom_iris\":\"\(name)\",\"type_iris\":\"\(type)\"",
      rings: [ring(west, south, east, north)])
  }

  static func ring(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> [(Double, Double)] {
    [(west, south), (east, south), (east, north), (west, north), (west, south)]
  }

  var json: String {
    let system =
      crs.map { "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"\($0)\"}}," } ?? ""
    return "{\"type\":\"FeatureCollection\",\(system)\"features\":["
      + features.map(text).joined(separator: ",") + "]}"
  }

  private func text(_ feature: Feature) -> String {
    let rings = feature.rings.map { ring in
      "[" + ring.map(pair).joined(separator: ",") + "]"
    }
    let geometry =
      feature.isNull
      ? "null" : "{\"type\":\"Polygon\",\"coordinates\":[\(rings.joined(separator: ","))]}"
    return "{\"type\":\"Feature\",\"properties\":{\(feature.properties)},\"geometry\":\(geometry)}"
  }

  private func pair(_ point: (Double, Double)) -> String {
    let (x, y) = (Self.corner.x + point.0 * 100, Self.corner.y + point.1 * 100)
    return isSwapped ? "[\(y),\(x)]" : "[\(x),\(y)]"
  }

  /// The contours and what was wrong with them.
  func read(
    communes: [String]? = nil, declared: ReferenceSystem? = nil
  ) throws(Problem) -> (Contours, ProblemLog) {
    let folder = TemporaryFolder()
    return try Contours.read(
      folder.write(json, to: "iris.geojson"), edition: Edition("essai 2024"),
      communes: communes.map { Set($0.compactMap { Commune($0) }) }, declaredSystem: declared)
  }

  /// The codes of the problems, or the code of the one that stopped.
  func codes(communes: [String]? = nil, declared: ReferenceSystem? = nil) -> [String] {
    do {
      return try read(communes: communes, declared: declared).1.groups.compactMap {
        $0.first.first?.code
      }
    } catch { return [error.code] }
  }
}
