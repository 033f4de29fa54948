import Diagnostics
import Geometry
import Layers
import TestSupport
import Testing

@testable import GeoPackage

@Suite struct GeoPackageWriterTests {
  private let folder = TemporaryFolder()

  @Test func `what was written is read again, bit for bit`() throws {
    let table = smallTable()
    let (layer, codes) = try read(file(table))
    #expect(codes == [])
    #expect(layer.name == "iris")
    #expect(layer.fields == ["code_iris", "n", "grand", "t", "vide"])
    #expect(layer.system == .epsg(2154))
    #expect(layer.features.map(\.values) == table.rows.map(\.values))
    #expect(layer.features.map(\.shape) == table.rows.map(\.shape))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `coordinates by chance come back bit for bit`(seed: UInt64) throws {
    var chance = Seeded(seed: seed)
    let positions = (0..<500).map { _ -> Position<AsDeclared> in
      let bits = (chance.next(), chance.next())
      let x = Double(bitPattern: bits.0), y = Double(bitPattern: bits.1)
      return Position(x: x.isFinite ? x : -0.0, y: y.isFinite ? y : .leastNonzeroMagnitude)
    }
    let ring = Ring(positions + positions.prefix(1))
    let layer = Layer(
      name: "iris", fields: [], system: nil,
      features: [.init(ordinal: 1, values: [], shape: Shape([Polygon(exterior: ring)]))])
    let table = FeatureTable(layer, title: "", system: .wgs84)
    #expect(try read(file(table)).layer.fingerprint == layer.fingerprint, "graine \(seed)")
  }

  @Test func `the same calls give the same bytes`() throws {
    #expect(
      try file(smallTable(), smallTable(name: "b")) == file(smallTable(), smallTable(name: "b")))
  }

  @Test func `the header is the standard's`() throws {
    let bytes = try file(smallTable())
    #expect(bytes[68..<72] == [0x47, 0x50, 0x4B, 0x47])
    #expect(bytes[60..<64] == [0, 0, 0x28, 0x3C])
    #expect(bytes[18..<20] == [1, 1], "no write-ahead journal")
  }

  @Test func `a layer without rows, names with quotes, several systems`() throws {
    let empty = FeatureTable<AsDeclared>(
      name: "à \"vide\"", title: "v", system: .wgs84,
      columns: [.init("l'«x»\"", .text)], rows: [])
    let overseas = try #require(SpatialReference(epsg: 2975))
    let bytes = try file(empty, smallTable(name: "réunion", system: overseas))
    let path = folder.write(bytes, to: "a.gpkg")
    let opened = try GeoPackageFile(path)
    #expect(opened.layerNames == ["à \"vide\"", "réunion"])
    let (layer, log) = try opened.layer("à \"vide\"")
    #expect(layer.fields == ["l'«x»\""] && layer.features.isEmpty && log.isEmpty)
    #expect(layer.system == .epsg(4326))
    #expect(try opened.layer("réunion").0.system == .epsg(2975))
  }

  @Test(
    arguments: [
      ([.integer(1), .null], "MEDIUMINT"), ([.integer(1), .integer(1 << 40)], "INTEGER"),
      ([.integer(1), .real(0.5)], "REAL"), ([.real(0.5), .integer(1 << 40)], "REAL"),
      ([.integer(1), .text("2A")], "TEXT"), ([.null], "TEXT"), ([], "TEXT"),
    ] as [([Layer.Value], String)])
  func `a layer's column takes the narrowest type`(values: [Layer.Value], type: String) {
    let features = values.map { Layer.Feature(ordinal: 1, values: [$0], shape: nil) }
    let layer = Layer(name: "a", fields: ["x"], system: nil, features: features)
    #expect(FeatureTable(layer, title: "", system: .wgs84).columns.map(\.type.rawValue) == [type])
  }

  @Test func `the spatial index covers each shape and no other row`() throws {
    let path = folder.write(try file(smallTable()), to: "a.gpkg")
    let rows = try Database(reading: path).prepare("SELECT * FROM rtree_iris_geom")
    #expect(try rows.step())
    let bounds = (1...4).map { rows.value($0) }
    #expect(bounds[0] == .real(0) && bounds[2] == .real(0))
    if case .real(let maxX) = bounds[1] { #expect(maxX >= 30.1 && maxX < 30.101) }
    #expect(try !rows.step())
  }
}
