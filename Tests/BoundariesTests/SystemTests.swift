import Boundaries
import Diagnostics
import Geometry
import Territory
import TestSupport
import Testing

/// Reference systems declared, missing, wrong or exchanged.
@Suite struct SystemTests {
  private let boxes = [World.box("219310101", 0, 0, 4, 4), World.box("219310102", 4, 0, 8, 4)]

  @Test func `the declared system is honoured, and the file's goes first`() throws {
    var world = World(features: boxes)
    #expect(try world.read().0.system == .lambert93)
    world.crs = "urn:ogc:def:crs:EPSG::9999999"
    #expect(world.codes() == ["projection.unknown-system"])
    world.crs = "EPSG:2154"
    #expect(world.codes(declared: .epsg(3857)) == ["boundaries.system-ignored"])
  }

  @Test func `a wrong system stops, with the one that would fit`() {
    var world = World(features: boxes)
    world.crs = nil
    let problem = #expect(throws: Problem.self) { try world.read() }
    #expect(problem?.code == "boundaries.outside-system")
    #expect(problem?.remedy.text.contains("Lambert-93 (EPSG:2154)") == true)
    #expect(problem?.outcome == .inputRefused)
  }

  @Test func `exchanged axes are told as such`() {
    let world = World(features: boxes, isSwapped: true)
    let problem = #expect(throws: Problem.self) { try world.read() }
    #expect(problem?.code == "boundaries.swapped-axes")
  }

  @Test func `communes of two territories are not mixed`() {
    let world = World(features: boxes)
    #expect(world.codes(communes: ["21931", "97411"]) == ["boundaries.several-territories"])
    #expect(world.codes(communes: ["21932"]) == ["boundaries.no-area"])
  }

  @Test func `an object without shape or far away is set aside or told, the others stand`() throws {
    var empty = World.box("219310103", 0, 4, 4, 8)
    empty.isNull = true
    let far = World.box("219310104", 90_000, 0, 90_004, 4)
    let (contours, problems) = try World(features: boxes + [empty, far]).read()
    #expect(contours.areas.map(\.iris.code).prefix(2) == ["219310101", "219310102"])
    #expect(problems.count(of: "boundaries.no-shape") == 1)
    #expect(
      problems.count(of: "boundaries.outside-area")
        + problems.count(of: "boundaries.not-transformed") == 1)
  }

  @Test func `longitudes and latitudes give metres that PROJ would give`() throws {
    let text = """
      {"type":"Feature","properties":{"code_iris":"751010101","type_iris":"H"},
      "geometry":{"type":"Polygon","coordinates":
      [[[2.33,48.86],[2.34,48.86],[2.34,48.87],[2.33,48.87],[2.33,48.86]]]}}
      """
    let folder = TemporaryFolder()
    let (contours, problems) = try Contours.read(
      folder.write(text, to: "a.json"), edition: Edition("2024"))
    #expect(problems.isEmpty)
    let corner = try #require(contours.areas.first?.shape.polygons.first?.exterior.positions.first)
    // gdaltransform -s_srs EPSG:4326 -t_srs EPSG:2154 <<< "2.33 48.86"
    #expect(
      abs(corner.x - 650_843.390_2) < 1e-3 && abs(corner.y - 6_862_426.901_6) < 1e-3, "\(corner)")
  }
}
