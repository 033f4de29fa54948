import Boundaries
import Diagnostics
import GeoPackage
import Geometry
import Layers
import TestSupport
import Testing

@Suite struct FileTests {
  private let folder = TemporaryFolder()
  private let world = SmallWorld([("341720101", [box(0, 0)]), ("341720102", [box(100, 0)])])

  @Test(arguments: SmallWorld.Format.allCases)
  func `any container gives the same areas`(format: SmallWorld.Format) throws {
    let result = try ContourResult(world.write(format, to: folder))
    #expect(result.codes == ["341720101", "341720102"])
    #expect(result.contours.areas.map { $0.shape.area.rounded() } == [10_000, 10_000])
    #expect(result.problems == [])
  }

  @Test func `the .dbf names its shapefile`() throws {
    _ = try world.write(.shapefile, to: folder)
    #expect(try ContourResult(folder.path("iris.dbf")).codes.count == 2)
  }

  @Test func `of several layers the one with codes is taken`() throws {
    var writer = try GeoPackageWriter(lastChange: "2026-01-31T00:00:00.000Z")
    for (name, field) in [("emprise", "nom"), ("contours", "code_iris")] {
      let row = FeatureTable<AsDeclared>.Row(values: [.text("341720101")], shape: square)
      try writer.add(
        FeatureTable(
          name: name, title: name, system: .lambert93, columns: [.init(field, .text)], rows: [row]))
    }
    let path = folder.write(try writer.bytes(), to: "iris.gpkg")
    #expect(try ContourResult(path).codes == ["341720101"])
  }

  private var square: Shape<AsDeclared> {
    Shape([Polygon(exterior: Ring(box(0, 0).map { Position(x: $0.x, y: $0.y) }))])
  }

  @Test func `of two layers with codes one must be named`() throws {
    let path = folder.write(try world.geoPackage(names: ["fin", "leger"]), to: "iris.gpkg")
    let problem = #expect(throws: Problem.self) { try ContourResult(path) }
    #expect(problem?.code == "boundaries.several-layers")
    #expect(problem?.description.contains("fin, leger") == true)
    #expect(try ContourResult(path, layer: "leger").codes.count == 2)
  }

  @Test(arguments: [SmallWorld.Format.geoPackage, .zippedGeoPackage, .zippedShapefile])
  func `every truncation is refused`(format: SmallWorld.Format) throws {
    let path = try world.write(format, to: folder)
    let bytes = try #require(readFile(path))
    for length in stride(from: 1, to: bytes.count - 1, by: max(1, bytes.count / 40)) {
      let short = folder.write(bytes.prefix(length), to: "court-" + format.rawValue)
      #expect(throws: Problem.self, "\(length)") { try ContourResult(short) }
    }
  }

  static let refusals: [(name: String, text: String, code: String)] = [
    ("rien.geojson", "", "layers.truncated-json"),
    ("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}", "boundaries.no-code-column"),
    (
      "a.geojson", "{\"type\":\"Polygon\",\"coordinates\":[[[3,43],[4,43],[4,44],[3,43]]]}",
      "boundaries.no-code-column"
    ),
    ("a.gpkg", "SQLite format 3\u{0}", "geopackage.truncated"),
    ("a.txt", "code_iris;nom\n341720101;x\n", "boundaries.unknown-format"),
    ("a.shp", "court", "layers.not-shapefile"),
  ]

  @Test(arguments: refusals)
  func `what holds no contours is refused`(name: String, text: String, code: String) {
    let path = folder.write(text, to: name)
    let problem = #expect(throws: Problem.self) { try ContourResult(path) }
    #expect(problem?.code == code)
    #expect(folder.names == [name], "nothing is left beside")
  }

  @Test func `a .dbf of another length is refused`() throws {
    var other = world
    other.rows.removeLast()
    _ = try world.write(.shapefile, to: folder)
    folder.write(
      try #require(other.shapefile().first { $0.name == "iris.dbf" }).bytes, to: "iris.dbf")
    let problem = #expect(throws: Problem.self) { try ContourResult(folder.path("iris.shp")) }
    #expect(problem?.code == "layers.unequal-counts")
  }

  @Test func `a coordinate that is no number costs its IRIS only`() throws {
    for bad in ["NaN", "1e400"] {
      let json = world.geoJSON().replacing("770200.0", with: bad)
      let result = try ContourResult(json: json)
      #expect(result.codes == ["341720101"])
      #expect(Set(result.problems) == ["layers.infinite-coordinate", "boundaries.no-shape"])
    }
  }

  @Test func `nothing for the communes asked for is told`() {
    let problem = #expect(throws: Problem.self) { try ContourResult(world, communes: ["34999"]) }
    #expect(problem?.code == "boundaries.no-area")
    #expect(problem?.outcome == .referencesUnfit)
  }
}
