import Boundaries
import Diagnostics
import Geometry
import Layers
import Territory
import TestSupport
import Testing

/// Attribute names of the editions (ATTRIBUTES.md), each with the same IRIS.
@Suite struct ColumnTests {
  struct Naming: Sendable, CustomTestStringConvertible {
    let edition: String
    let columns: [(String, Layer.Value)]
    var hasCommuneName = true
    var codes: [String] = []

    var testDescription: String { edition }
  }

  static let namings = [
    Naming(
      edition: "IGN 2013",
      columns: [
        ("DEPCOM", .text("34172")), ("NOM_COM", .text("Montpellier")), ("IRIS", .text("0101")),
        ("DCOMIRIS", .text("341720101")), ("NOM_IRIS", .text("Gare")), ("TYP_IRIS", .text("A")),
        ("ORIGINE", .text("1")),
      ]),
    Naming(
      edition: "IGN 2016 to 2022",
      columns: [
        ("INSEE_COM", .text("34172")), ("NOM_COM", .text("Montpellier")), ("IRIS", .text("0101")),
        ("CODE_IRIS", .text("341720101")), ("NOM_IRIS", .text("Gare")), ("TYP_IRIS", .text("A")),
      ]),
    Naming(
      edition: "IGN 2024",
      columns: [
        ("cleabs", .text("IRIS____0000000382050000")), ("code_insee", .text("34172")),
        ("nom_commune", .text("Montpellier")), ("iris", .text("0101")),
        ("code_iris", .text("341720101")), ("nom_iris", .text("Gare")), ("type_iris", .text("A")),
      ]),
    Naming(
      edition: "georef-france-iris",
      columns: [
        ("year", .text("2022")), ("com_code", .text("34172")), ("com_name", .text("Montpellier")),
        ("com_arm_cod", .text("34172")), ("com_arm_nam", .text("Montpellier")),
        ("iris_code", .text("341720101")), ("iris_name", .text("Gare")),
        ("iris_name_u", .text("GARE")), ("iris_type", .text("iris d'activité")),
      ]),
    Naming(
      edition: "georef-france-iris, long names",
      columns: [
        ("com_arm_code", .text("34172")), ("com_arm_name", .text("Montpellier")),
        ("iris_code", .text("341720101")), ("iris_name", .text("Gare")),
        ("iris_type", .text("iris d'activité")),
      ]),
    Naming(
      edition: "Strasbourg, integers",
      columns: [
        ("dcomiris", .integer(341_720_101)), ("depcom", .integer(34172)), ("iris", .integer(101)),
        ("name", .text("Gare")), ("origine", .integer(1)), ("typ_iris", .text("A")),
      ], hasCommuneName: false),
    Naming(
      edition: "Lyon, the code in id",
      columns: [
        ("id", .text("341720101")), ("com", .text("34172")), ("libcom", .text("Montpellier")),
        ("libiris", .text("Gare")), ("typ_iris", .text("A")), ("p12_pop", .integer(2500)),
      ], codes: ["boundaries.code-by-values"]),
    Naming(
      edition: "code in two parts",
      columns: [
        ("DEPCOM", .text("34172")), ("NOM_COM", .text("Montpellier")), ("IRIS", .text("0101")),
        ("NOM_IRIS", .text("Gare")), ("TYP_IRIS", .text("A")),
      ]),
    Naming(
      edition: "code in two parts, integers",
      columns: [
        ("depcom", .integer(34172)), ("iris", .integer(101)), ("name", .text("Gare")),
        ("typ_iris", .text("A")),
      ], hasCommuneName: false, codes: ["boundaries.padded-code"]),
  ]

  @Test(arguments: namings, SmallWorld.Format.allCases)
  func `every edition is read by its names in every format`(
    naming: Naming, format: SmallWorld.Format
  ) throws {
    var world = SmallWorld(fields: naming.columns.map(\.0))
    world.add(naming.columns.map(\.1), [[box(0, 0)]])
    let folder = TemporaryFolder()
    let result = try ContourResult(world.write(format, to: folder))
    let area = try #require(result.contours.areas.first)
    #expect(area.iris.code == "341720101")
    #expect(area.name == "Gare")
    #expect(area.type == .activity)
    #expect(area.communeName == (naming.hasCommuneName ? "Montpellier" : ""))
    #expect(abs(area.shape.area - 10_000) < 1e-6)
    #expect(result.problems == naming.codes)
  }

  static let codes: [(value: Layer.Value, code: String?, problems: [String])] = [
    (.text("010040101"), "010040101", []),
    (.integer(10_040_101), "010040101", ["boundaries.padded-code"]),
    (.real(10_040_101), "010040101", ["boundaries.padded-code"]),
    (.text("10040101"), "010040101", ["boundaries.padded-code"]),
    (.integer(1_004_010), nil, ["boundaries.bad-code"]),
    (.text("1004010"), nil, ["boundaries.bad-code"]),
    (.text("2A0040101"), "2A0040101", []),
    (.text("ZZZZZ0000"), nil, ["boundaries.bad-code"]),
    (.text("SECRET"), nil, ["boundaries.bad-code"]),
    (.null, nil, ["boundaries.bad-code"]),
  ]

  @Test(arguments: codes)
  func `zeros are put back only where one code alone can be meant`(
    example: (value: Layer.Value, code: String?, problems: [String])
  ) throws {
    var world = SmallWorld([("341720101", [box(0, 0)])])
    world.add([example.value, .text("Autre"), .text("H")], [[box(100, 0)]])
    let result = try ContourResult(world)
    #expect(result.codes == ([example.code].compactMap(\.self) + ["341720101"]).sorted())
    #expect(result.problems == example.problems)
    #expect(!result.log.description.contains("SECRET"))
  }

  @Test func `a commune other than the code's is told, the code counts`() throws {
    var world = SmallWorld(fields: ["code_iris", "code_insee", "type_iris"])
    world.add([.text("341720101"), .text("34173"), .text("H")], [[box(0, 0)]])
    let result = try ContourResult(world)
    #expect(result.codes == ["341720101"])
    #expect(result.problems == ["boundaries.commune-differs"])
  }

  @Test func `two objects of one code and name are one IRIS`() throws {
    let world = SmallWorld([("341720101", [box(0, 0)]), ("341720101", [box(500, 0)])])
    let result = try ContourResult(world)
    #expect(result.contours.areas.map(\.shape.polygons.count) == [2])
    #expect(result.problems == ["boundaries.repeated-code"])
  }

  @Test func `two objects of one code and different names contradict each other`() {
    var world = SmallWorld([("341720101", [box(0, 0)])])
    world.add([.text("341720101"), .text("Ailleurs"), .text("H")], [[box(500, 0)]])
    let problem = #expect(throws: Problem.self) { try ContourResult(world) }
    #expect(problem?.code == "boundaries.contradictory-code")
    #expect(problem?.place.code == "341720101")
    #expect(problem?.place.feature == 2)
  }

  static let types: [(written: Layer.Value, type: IrisType, problems: [String])] = [
    (.text("H"), .habitat, []), (.text("a"), .activity, []), (.text("D"), .various, []),
    (.text("Z"), .commune, []), (.text("iris d'habitat"), .habitat, []),
    (.text("divers"), .various, []), (.text("?"), .habitat, ["boundaries.unknown-type"]),
    (.null, .habitat, ["boundaries.unknown-type"]),
  ]

  @Test(arguments: types)
  func `types are letters or words`(
    example: (written: Layer.Value, type: IrisType, problems: [String])
  ) throws {
    var world = SmallWorld()
    world.add([.text("341720101"), .text("Nom"), example.written], [[box(0, 0)]])
    let result = try ContourResult(world)
    #expect(result.contours.areas.map(\.type) == [example.type])
    #expect(result.problems == example.problems)
  }
}
