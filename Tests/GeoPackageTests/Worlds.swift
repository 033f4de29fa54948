import CSQLite
import Diagnostics
import Geometry
import Layers
import TestSupport
import Testing

@testable import GeoPackage

typealias Corner = (x: Double, y: Double)

func ring(_ corners: [Corner]) -> Ring<AsDeclared> {
  Ring(corners.map { Position(x: $0.x, y: $0.y) })
}

func square(_ a: Double, _ b: Double) -> Ring<AsDeclared> {
  ring([(a, a), (b, a), (b, b), (a, b), (a, a)])
}

/// Two features: one of two parts and a hole, one without geometry.
func smallTable(
  name: String = "iris", system: SpatialReference = .lambert93
) -> FeatureTable<AsDeclared> {
  let shape = Shape([
    Polygon(exterior: square(0, 10), holes: [square(1, 2)]), Polygon(exterior: square(20, 30.1)),
  ])
  let columns: [FeatureTable<AsDeclared>.Column] = [
    .init("code_iris", .text), .init("n", .integer), .init("grand", .longInteger),
    .init("t", .real), .init("vide", .real),
  ]
  return FeatureTable(
    name: name, title: "Titre de \(name)", summary: "Source : essai", system: system,
    columns: columns,
    rows: [
      .init(
        values: [.text("010040101"), .integer(12), .integer(1 << 40), .real(0.1), .null],
        shape: shape),
      .init(values: [.text("L’Haÿ-les-Roses"), .null, .null, .real(-7), .null], shape: nil),
    ])
}

func file(_ tables: FeatureTable<AsDeclared>...) throws(Problem) -> [UInt8] {
  var writer = try GeoPackageWriter(lastChange: "2026-01-31T00:00:00.000Z")
  for table in tables { try writer.add(table) }
  return try writer.bytes()
}

/// The file of one small layer, after some statements.
func altered(_ statements: String) throws -> [UInt8] {
  let folder = TemporaryFolder()
  let path = folder.write(try file(smallTable()), to: "a.gpkg")
  var handle: OpaquePointer?
  let isDone =
    sqlite3_open(path, &handle) == SQLITE_OK
    && sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK
  sqlite3_close(handle)
  return try withExtendedLifetime(folder) {
    try #require(isDone, "\(statements)")
    return try #require(folder.read("a.gpkg"))
  }
}

/// Reads the first layer of some bytes; the problems' codes in the order found.
func read(
  _ bytes: [UInt8], _ name: String = "iris"
) throws(Problem) -> (layer: Layer, codes: [String]) {
  let folder = TemporaryFolder()
  let path = folder.write(bytes, to: "a.gpkg")
  return try withExtendedLifetime(folder) { () throws(Problem) in
    let (layer, log) = try GeoPackageFile(path).layer(name)
    return (layer, log.groups.compactMap(\.first.first?.code))
  }
}

extension Layer {
  /// Everything but the name, with coordinates as bits, so that -0 and 0 differ.
  var fingerprint: [String] {
    features.map { feature in
      let bits = feature.shape?.polygons.map { polygon in
        polygon.rings.map { $0.positions.map { [$0.x.bitPattern, $0.y.bitPattern] } }
      }
      return "\(feature.ordinal) \(feature.values) \(String(describing: bits))"
    }
  }
}
