import Boundaries
import Diagnostics
import Geometry
import Territory
import TestSupport
import Testing

/// Every way that editions and portals have named the code, and every way that it is damaged.
@Suite struct CodeTests {
  /// Properties, the code read (empty when the file is refused or the feature set aside), and the
  /// problem told.
  @Test(arguments: [
    // IGN 2013–2014, 2015–2022, 2024
    (
      "\"DEPCOM\":\"01004\",\"NOM_COM\":\"A\",\"IRIS\":\"0101\",\"DCOMIRIS\":\"010040101\",\"TYP_IRIS\":\"H\"",
      "010040101", ""
    ),
    (
      "\"INSEE_COM\":\"01004\",\"IRIS\":\"0101\",\"CODE_IRIS\":\"010040101\",\"NOM_IRIS\":\"B\",\"TYP_IRIS\":\"A\"",
      "010040101", ""
    ),
    (
      "\"cleabs\":\"x\",\"code_insee\":\"01004\",\"iris\":\"0101\",\"code_iris\":\"010040101\",\"type_iris\":\"D\"",
      "010040101", ""
    ),
    // georef-france-iris, Strasbourg (integers), a code in two parts, a code under a foreign name
    (
      "\"iris_code\":\"010040101\",\"com_arm_cod\":\"01004\",\"iris_type\":\"iris d'habitat\"",
      "010040101", ""
    ),
    (
      "\"dcomiris\":10040101,\"depcom\":1004,\"iris\":101,\"typ_iris\":\"H\"", "010040101",
      "boundaries.padded-code"
    ),
    ("\"DEPCOM\":\"01004\",\"IRIS\":\"0101\",\"TYP_IRIS\":\"H\"", "010040101", ""),
    ("\"depcom\":1004,\"iris\":101,\"typ_iris\":\"H\"", "010040101", "boundaries.padded-code"),
    ("\"com\":\"01004\",\"iris\":\"010040101\",\"typ_iris\":\"H\"", "010040101", ""),
    ("\"zone\":\"010040101\",\"typ_iris\":\"H\"", "010040101", "boundaries.code-by-values"),
    // Corsica keeps its letter; numbers and texts that lack a zero get it back, nothing else does
    ("\"code_iris\":\"2A0040101\",\"type_iris\":\"H\"", "2A0040101", ""),
    ("\"code_iris\":\"10040101\",\"type_iris\":\"H\"", "010040101", "boundaries.padded-code"),
    ("\"code_iris\":10040101.0,\"type_iris\":\"H\"", "010040101", "boundaries.padded-code"),
    ("\"code_iris\":\"1004101\",\"type_iris\":\"H\"", "", "boundaries.no-area"),
    ("\"code_iris\":1004101,\"type_iris\":\"H\"", "", "boundaries.no-area"),
    ("\"code_iris\":\"ZZZZZ0101\",\"type_iris\":\"H\"", "", "boundaries.no-area"),
    ("\"code_iris\":null,\"type_iris\":\"H\"", "", "boundaries.no-area"),
    ("\"nom\":\"quartier\",\"id\":12", "", "boundaries.no-code-column"),
    // what does not fit is told
    (
      "\"INSEE_COM\":\"01005\",\"CODE_IRIS\":\"010040101\",\"TYP_IRIS\":\"H\"", "010040101",
      "boundaries.commune-differs"
    ),
    ("\"code_iris\":\"010040101\"", "010040101", "boundaries.unknown-type"),
    ("\"code_iris\":\"010040101\",\"type_iris\":\"Q\"", "010040101", "boundaries.unknown-type"),
    ("\"code_iris\":\"010040000\"", "010040000", ""),
  ])
  func `a code is found by its column, and mended only where it can be one`(
    properties: String, code: String, problem: String
  ) {
    let world = World(features: [
      World.Feature(properties: properties, rings: [World.ring(0, 0, 4, 4)])
    ])
    let read = try? world.read()
    #expect(read?.0.areas.map(\.iris.code) ?? [] == (code.isEmpty ? [] : [code]))
    #expect(world.codes() == (problem.isEmpty ? [] : [problem]))
  }

  @Test func `types are letters or words`() throws {
    let words = ["H", "A", "D", "Z", "iris d'activité", "iris divers", "Commune non irisée"]
    let world = World(
      features: words.enumerated().map { index, word in
        World.box("0100401\(10 + index)", Double(index), 0, Double(index + 1), 1, type: word)
      })
    #expect(
      try world.read().0.areas.map(\.type.rawValue) == ["H", "A", "D", "Z", "A", "D", "Z"])
  }

  @Test func `an object of another name under the same code stops, one of the same name is joined`()
    throws
  {
    let twins = [
      World.box("010040101", 0, 0, 1, 1, name: "A"), World.box("010040101", 3, 0, 4, 1, name: "A"),
    ]
    let (contours, problems) = try World(features: twins).read()
    #expect(contours.areas.map { $0.shape.polygons.count } == [2])
    #expect(problems.count(of: "boundaries.repeated-code") == 1)
    let rivals = [twins[0], World.box("010040101", 3, 0, 4, 1, name: "B")]
    #expect(World(features: rivals).codes() == ["boundaries.contradictory-code"])
  }

  @Test func `areas come in the order of their codes, whatever the file's`() throws {
    let boxes = (0..<9).map { World.box("01004010\($0)", Double($0), 0, Double($0 + 1), 1) }
    let forward = try World(features: boxes).read().0.areas.map(\.iris.code)
    let backward = try World(features: boxes.reversed()).read().0.areas.map(\.iris.code)
    #expect(forward == backward)
    #expect(forward == forward.sorted())
  }
}
