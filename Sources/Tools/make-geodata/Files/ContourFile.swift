internal import Diagnostics
internal import GeoPackage
internal import Geometry
internal import Layers
internal import Territory

/// The contours with the attribute names of the current deliveries of IGN.
///
/// - Source: ATTRIBUTES.md, Contours…IRIS 3-0
enum ContourFile {
  static let fields = [
    "cleabs", "code_insee", "nom_commune", "iris", "code_iris", "nom_iris", "type_iris",
  ]

  /// The layer as the GeoPackage has it: Lambert-93, one feature for each area.
  static func layer(_ areas: [Area]) -> Layer {
    let features = areas.enumerated().map { index, area in
      Layer.Feature(
        ordinal: index + 1, values: values(area.plan).map { Layer.Value.text($0) },
        shape: Shape(area.shape.polygons.map(declared)))
    }
    return Layer(
      name: "contours_iris", fields: fields, system: .epsg(2154), features: features)
  }

  /// The layer as IGN delivers it: `contours_iris`, geometries in `geometrie`, Lambert-93.
  ///
  /// - Throws: `geopackage.sqlite` when memory is short
  static func geoPackage(_ areas: [Area]) throws(Problem) -> [UInt8] {
    let layer = layer(areas)
    var writer = try GeoPackageWriter(
      lastChange: "2024-01-01T00:00:00.000Z", geometryColumn: "geometrie")
    try writer.add(
      FeatureTable(
        name: layer.name, title: "Contours IRIS inventés", summary: Notice.text,
        system: .lambert93, columns: fields.map { .init($0, .text) },
        rows: layer.features.map { .init(values: $0.values, shape: $0.shape) }))
    return try writer.bytes()
  }

  /// In the order of `fields`. Where a real feature is called `IRIS____…`, these say that they are
  /// invented.
  fileprivate static func values(_ plan: PlanArea) -> [String] {
    [
      "INVENTE_0000000\(plan.code)", plan.commune.code, plan.commune.name, plan.own, plan.code,
      plan.name, plan.type.rawValue,
    ]
  }

  private static func declared(_ polygon: Polygon<Projected>) -> Polygon<AsDeclared> {
    Polygon(exterior: declared(polygon.exterior), holes: polygon.holes.map(declared))
  }

  private static func declared(_ ring: Ring<Projected>) -> Ring<AsDeclared> {
    Ring(ring.positions.map { Position(x: $0.x, y: $0.y) })
  }
}

extension ContourFile {
  /// The same in GeoJSON: WGS 84, seven decimals, exteriors counter-clockwise.
  ///
  /// Neighbours stay joined: a shared vertex has the same digits on both sides.
  ///
  /// - Throws: `projection.no-database`
  /// - Source: RFC 7946
  static func geoJSON(_ areas: [Area]) throws(Problem) -> String {
    let geographer = try Geographer()
    let features = areas.map { area in
      let properties = zip(fields, values(area.plan)).map { "\"\($0)\": \"\($1)\"" }
      let polygons = area.shape.polygons.map { polygon in
        let rings =
          [turned(polygon.exterior, left: true)] + polygon.holes.map { turned($0, left: false) }
        return "[\(rings.map { text($0, geographer) }.joined(separator: ", "))]"
      }
      return """
        { "type": "Feature", "properties": { \(properties.joined(separator: ", ")) }, \
        "geometry": { "type": "MultiPolygon", "coordinates": [\(polygons.joined(separator: ", "))] } }
        """
    }
    return """
      { "type": "FeatureCollection", "name": "contours_iris_inventes", "description": "\(Notice.text)", "features": [
      \(features.joined(separator: ",\n"))
      ] }

      """
  }

  private static func turned(_ ring: Ring<Projected>, left: Bool) -> Ring<Projected> {
    ring.isCounterClockwise == left ? ring : ring.reversed()
  }

  private static func text(_ ring: Ring<Projected>, _ geographer: Geographer) -> String {
    let pairs = geographer.places(ring.positions).map {
      "[\(Text.fixed($0.x, decimals: 7)), \(Text.fixed($0.y, decimals: 7))]"
    }
    return "[\(pairs.joined(separator: ", "))]"
  }
}
