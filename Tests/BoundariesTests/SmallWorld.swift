import Boundaries
import Diagnostics
import GeoPackage
import Geometry
import Layers
import Territory
import TestSupport

typealias Corner = (x: Double, y: Double)

/// A rectangle in metres from a place in Montpellier, Lambert-93.
func box(_ x: Double, _ y: Double, _ width: Double = 100, _ height: Double = 100) -> [Corner] {
  outline([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
}

/// A ring from its corners, in metres from the same place; the first comes again at the end.
func outline(_ corners: [Corner]) -> [Corner] {
  (corners + corners.prefix(1)).map { ($0.x + 770_000, $0.y + 6_280_000) }
}

/// A layer of a few features, to be written in any format.
struct SmallWorld {
  var fields: [String]
  var rows: [(values: [Layer.Value], polygons: [[[Corner]]])] = []

  init(fields: [String] = ["code_iris", "nom_iris", "type_iris"]) { self.fields = fields }

  /// One polygon per code.
  init(_ areas: [(code: String, rings: [[Corner]])]) {
    self.init()
    for area in areas { add([.text(area.code), .text("Nom"), .text("H")], [area.rings]) }
  }

  mutating func add(_ values: [Layer.Value], _ polygons: [[[Corner]]]) {
    rows.append((values, polygons))
  }
}

extension SmallWorld {
  enum Format: String, CaseIterable, Sendable {
    case geoJSON = "iris.geojson"
    case geoPackage = "iris.gpkg"
    case shapefile = "iris.shp"
    case zippedGeoJSON = "json.zip"
    case zippedGeoPackage = "gpkg.zip"
    case zippedShapefile = "shp.zip"
  }

  /// Writes the layer in Lambert-93.
  ///
  /// - Returns: the path to read
  func write(_ format: Format, to folder: TemporaryFolder) throws(Problem) -> String {
    switch format {
    case .geoJSON: folder.write(geoJSON(), to: format.rawValue)
    case .geoPackage: folder.write(try geoPackage(), to: format.rawValue)
    case .shapefile:
      shapefile().map { folder.write($0.bytes, to: $0.name) }.first ?? ""
    case .zippedGeoJSON:
      folder.write(storedZip([("a/iris.geojson", Array(geoJSON().utf8))]), to: format.rawValue)
    case .zippedGeoPackage:
      folder.write(storedZip([("a/iris.gpkg", try geoPackage())]), to: format.rawValue)
    case .zippedShapefile: folder.write(storedZip(shapefile()), to: format.rawValue)
    }
  }

  /// - Parameters:
  ///   - system: the name in the `crs` member; `nil` leaves it out
  func geoJSON(system: String? = "urn:ogc:def:crs:EPSG::2154") -> String {
    let crs = system.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
    let features = rows.map { row in
      let properties = zip(fields, row.values).map { "\"\($0)\":\($1.json)" }
      return #"{"type":"Feature","properties":{\#(properties.joined(separator: ","))},"#
        + #""geometry":\#(geometry(row.polygons))}"#
    }
    return #"{"type":"FeatureCollection",\#(crs)"features":[\#(features.joined(separator: ","))]}"#
  }

  private func geometry(_ polygons: [[[Corner]]]) -> String {
    if polygons.isEmpty { return "null" }
    let coordinates = polygons.map { rings in
      rings.map { $0.map { [$0.x, $0.y] } }
    }
    return #"{"type":"MultiPolygon","coordinates":\#(coordinates)}"#
  }

  /// - Parameters:
  ///   - names: of the layers, all alike
  func geoPackage(names: [String] = ["contours_iris"]) throws(Problem) -> [UInt8] {
    let features = rows.enumerated().map { index, row in
      let polygons = row.polygons.map { rings in
        let rings = rings.map { Ring($0.map { Position<AsDeclared>(x: $0.x, y: $0.y) }) }
        return Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
      }
      return Layer.Feature(
        ordinal: index + 1, values: row.values, shape: polygons.isEmpty ? nil : Shape(polygons))
    }
    var writer = try GeoPackageWriter(lastChange: "2026-01-31T00:00:00.000Z")
    for name in names {
      let layer = Layer(name: name, fields: fields, system: .epsg(2154), features: features)
      try writer.add(FeatureTable(layer, title: name, system: .lambert93))
    }
    return try writer.bytes()
  }

  /// The files of a shapefile, the `.shp` first; names cut at ten characters as the format wants.
  ///
  /// - Parameters:
  ///   - system: the `.prj`; `nil` leaves it out
  func shapefile(
    system: String? = SpatialReference.lambert93.definition
  ) -> [(name: String, bytes: [UInt8])] {
    var shapes = ShapefileBuilder()
    for row in rows {
      let rings = row.polygons.flatMap { rings in
        rings.enumerated().map { index, ring in ring.turned(clockwise: index == 0) }
      }
      if rings.isEmpty { shapes.addNull() } else { shapes.add(rings) }
    }
    let columns = fields.indices.map { column in
      let isNumber = rows.contains { if case .integer = $0.values[column] { true } else { false } }
      return (String(fields[column].prefix(10)), Character(isNumber ? "N" : "C"), 40, 0)
    }
    let cells = rows.map { row in row.values.map { Array($0.plain.utf8) } }
    let files: [(String, [UInt8])] = [
      ("iris.shp", shapes.shp), ("iris.shx", shapes.shx),
      ("iris.dbf", ShapefileBuilder.dbf(columns, cells)), ("iris.cpg", Array("UTF-8".utf8)),
    ]
    return files.map { (name: $0.0, bytes: $0.1) }
      + (system.map { [(name: "iris.prj", bytes: Array($0.utf8))] } ?? [])
  }
}

extension [Corner] {
  fileprivate func turned(clockwise: Bool) -> [Corner] {
    let area = zip(self, dropFirst()).reduce(0.0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
    return (area < 0) == clockwise ? self : reversed()
  }
}

extension Layer.Value {
  fileprivate var plain: String {
    switch self {
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .null: ""
    }
  }

  fileprivate var json: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .null: "null"
    default: plain
    }
  }
}

/// Contours and what was said about them.
struct ContourResult {
  let contours: Contours
  let log: ProblemLog

  var codes: [String] { contours.areas.map(\.iris.code) }
  /// Codes of the problems, in the order met.
  var problems: [String] { log.groups.compactMap(\.first.first?.code) }

  init(
    _ path: String, layer: String? = nil, communes: [String]? = nil,
    system: ReferenceSystem? = nil
  ) throws(Problem) {
    let wanted = communes.map { Set($0.compactMap { Commune($0) }) }
    (contours, log) = try Contours.read(
      path, layer: layer, edition: Edition("IRIS GE 2024"), communes: wanted,
      declaredSystem: system)
  }

  /// A small world, as GeoJSON.
  init(
    _ world: SmallWorld, communes: [String]? = nil, system: ReferenceSystem? = nil
  ) throws(Problem) {
    let folder = TemporaryFolder()
    try self.init(
      folder.write(world.geoJSON(), to: "iris.geojson"), communes: communes, system: system)
  }

  /// Any text as GeoJSON.
  init(json: String, system: ReferenceSystem? = nil) throws(Problem) {
    let folder = TemporaryFolder()
    try self.init(folder.write(json, to: "iris.geojson"), system: system)
  }
}
