import Boundaries
import Diagnostics
import GeoPackage
import Geometry
import Layers
import Territory
import TestSupport
import Testing

@Suite struct SystemTests {
  /// Two squares near Montpellier, in degrees: longitude first unless swapped.
  static func degrees(isSwapped: Bool = false) -> SmallWorld {
    func square(_ west: Double) -> [Corner] {
      let corners = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01), (0.0, 0.0)]
      return corners.map { x, y in
        isSwapped ? (43.6 + y, west + x) : (west + x, 43.6 + y)
      }
    }
    return SmallWorld([("341720101", [square(3.87)]), ("341720102", [square(3.88)])])
  }

  static let metres = SmallWorld([("341720101", [box(0, 0)]), ("341720102", [box(100, 0)])])

  @Test func `degrees and metres become metres of the territory`() throws {
    for result in [
      try ContourResult(json: Self.degrees().geoJSON(system: nil)),
      try ContourResult(json: Self.degrees().geoJSON(system: "urn:ogc:def:crs:OGC:1.3:CRS84")),
      try ContourResult(json: Self.metres.geoJSON()),
      try ContourResult(json: Self.metres.geoJSON(system: "EPSG:2154")),
    ] {
      #expect(result.contours.system.epsg == 2154)
      #expect(result.problems == [])
      let corner = result.contours.areas[0].shape.rings[0].positions[0]
      #expect((769_000...772_000).contains(corner.x) && (6_278_000...6_282_000).contains(corner.y))
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let json: String
    let code: String
    let remedy: String

    var testDescription: String { name }
  }

  static let refusals = [
    Case(
      name: "latitude first", json: degrees(isSwapped: true).geoJSON(system: nil),
      code: "boundaries.swapped-axes", remedy: "longitude d’abord"),
    Case(
      name: "metres that declare nothing", json: metres.geoJSON(system: nil),
      code: "boundaries.outside-system", remedy: "EPSG:2154"),
    Case(
      name: "metres of another zone", json: metres.geoJSON(system: "EPSG:2975"),
      code: "boundaries.outside-system", remedy: "EPSG:2154"),
    Case(
      name: "degrees said to be metres",
      json: degrees().geoJSON(system: "urn:ogc:def:crs:EPSG::2154"),
      code: "boundaries.outside-system", remedy: "CRS84"),
    Case(
      name: "a system that nobody knows", json: metres.geoJSON(system: "repère de la ville"),
      code: "boundaries.no-system", remedy: "EPSG:2154"),
  ]

  @Test(arguments: refusals)
  func `a wrong system is refused with the one that would do`(example: Case) {
    let problem = #expect(throws: Problem.self) { try ContourResult(json: example.json) }
    #expect(problem?.code == example.code)
    #expect(problem?.outcome == .inputRefused)
    #expect(
      problem?.description.contains(example.remedy) == true,
      "\(problem?.description ?? "")")
  }

  /// The remedy that is offered must work.
  @Test(arguments: ["metres that declare nothing", "metres of another zone"])
  func `declaring the system that was offered mends it`(name: String) throws {
    let example = try #require(Self.refusals.first { $0.name == name })
    let result = try ContourResult(json: example.json, system: .epsg(2154))
    #expect(result.codes == ["341720101", "341720102"])
    #expect(result.problems == ["boundaries.system-replaced"])
  }

  @Test func `a system declared against a file that fits its own is left aside`() throws {
    let result = try ContourResult(Self.metres, system: .crs84)
    #expect(result.problems == ["boundaries.system-ignored"])
  }

  @Test func `a shapefile without .prj needs a declared system`() throws {
    let folder = TemporaryFolder()
    for file in Self.metres.shapefile(system: nil) { folder.write(file.bytes, to: file.name) }
    let problem = #expect(throws: Problem.self) { try ContourResult(folder.path("iris.shp")) }
    #expect(problem?.code == "boundaries.no-system")
    #expect(problem?.description.contains("EPSG:2154") == true)
    let result = try ContourResult(folder.path("iris.shp"), system: .epsg(2154))
    #expect(result.problems == [])
  }

  @Test func `one area far away is told, an empty one is set aside`() throws {
    var world = SmallWorld([
      ("341720101", [box(0, 0)]), ("341720102", [box(100, 0)]), ("341720103", [box(200, 0)]),
      ("341720104", [box(9_000_000, 0)]),
    ])
    world.add([.text("341720105"), .text("Vide"), .text("H")], [])
    let result = try ContourResult(world)
    #expect(result.codes.contains("341720101") && !result.codes.contains("341720105"))
    #expect(result.problems.contains("boundaries.outside-area"))
    #expect(result.log.count(of: "boundaries.no-shape") == 1)
  }

  @Test func `overseas contours are in the system of their territory`() throws {
    let square = [(55.45, -20.88), (55.46, -20.88), (55.46, -20.87), (55.45, -20.88)]
    let world = SmallWorld([("974110101", [square])])
    #expect(try ContourResult(json: world.geoJSON(system: nil)).contours.system.epsg == 2975)
  }
}
