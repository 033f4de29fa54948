import Boundaries
import Diagnostics
import Geometry
import Territory
import TestSupport
import Testing

/// Small worlds of boxes whose overlaps and gaps are known by hand.
@Suite struct BorderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let boxes: [(code: String, box: [Double])]
    /// What must be told, in words of the message.
    let told: [String]

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "neighbours that share their side",
      boxes: [("010040101", [0, 0, 4, 4]), ("010040102", [4, 0, 8, 4])], told: []),
    Case(
      name: "four that meet in a corner",
      boxes: [
        ("010040101", [0, 0, 4, 4]), ("010040102", [4, 0, 8, 4]), ("010040103", [0, 4, 4, 8]),
        ("010040104", [4, 4, 8, 8]),
      ], told: []),
    Case(
      name: "a side that two share (T-junction)",
      boxes: [
        ("010040101", [0, 0, 4, 4]), ("010040102", [4, 0, 8, 2]), ("010040103", [4, 2, 8, 4]),
      ], told: []),
    Case(
      name: "an overlap of a strip",
      boxes: [("010040101", [0, 0, 5, 4]), ("010040102", [4, 0, 8, 4])],
      told: ["010040101 et 010040102 se recouvrent sur 40 000 m²"]),
    Case(
      name: "the same contour twice",
      boxes: [("010040101", [0, 0, 4, 4]), ("010040102", [0, 0, 4, 4])],
      told: ["010040101 et 010040102 se recouvrent sur 160 000 m²"]),
    Case(
      name: "an enclave that was not cut out",
      boxes: [("010040101", [0, 0, 8, 8]), ("010040102", [2, 2, 4, 4])],
      told: ["010040101 et 010040102 se recouvrent sur 40 000 m²"]),
    Case(
      name: "a strip that nobody has",
      boxes: [
        ("010040101", [0, 0, 4, 1]), ("010040102", [0, 3, 4, 4]), ("010040103", [0, 1, 1, 3]),
        ("010040104", [2, 1, 4, 3]),
      ], told: ["vide de 20 000 m² au bord de 010040101 et 010040102"]),
    Case(
      name: "a sliver thinner than rounding",
      boxes: [("010040101", [0, 0, 4.00001, 4]), ("010040102", [4, 0, 8, 4])], told: []),
    Case(
      name: "two that do not touch",
      boxes: [("010040101", [0, 0, 4, 4]), ("010040102", [10, 0, 14, 4])], told: []),
    Case(
      name: "a corridor that is open to the outside is no gap",
      boxes: [("010040101", [0, 0, 4, 4]), ("010040102", [5, 0, 8, 4])], told: []),
  ]

  @Test(arguments: cases) func `overlaps and gaps are told with their area and pair`(
    example: Case
  ) throws {
    let boxes = example.boxes.map {
      World.box($0.code, $0.box[0], $0.box[1], $0.box[2], $0.box[3])
    }
    for order in [boxes, boxes.reversed()] {
      let (contours, problems) = try World(features: order).read()
      #expect(contours.areas.count == boxes.count)
      let text = problems.description.replacing("\u{202F}", with: " ")
      #expect(problems.groups.reduce(0) { $0 + $1.count } == example.told.count, "\(text)")
      for words in example.told { #expect(text.contains(words), "\(text)") }
    }
  }

  @Test func `a hole that another commune fills is no gap`() throws {
    let frame = World.Feature(
      properties: World.box("010040101", 0, 0, 1, 1).properties,
      rings: [World.ring(0, 0, 8, 8), World.ring(2, 2, 4, 4).reversed()])
    let world = World(features: [frame, World.box("010050000", 2, 2, 4, 4, type: "Z")])
    #expect(world.codes(communes: ["01004"]) == [])
    let alone = World(features: [frame])
    #expect(alone.codes(communes: ["01004"]) == ["boundaries.gap"])
  }

  @Test func `a ring that crosses itself is repaired, its place and areas told`() throws {
    let bow = World.Feature(
      properties: World.box("010040101", 0, 0, 1, 1).properties,
      rings: [[(0, 0), (4, 4), (4, 0), (0, 4), (0, 0)]])
    let (contours, problems) = try World(features: [bow]).read()
    let problem = try #require(problems.groups.first?.first.first)
    #expect(problem.code == "boundaries.invalid-ring")
    #expect(problem.place.code == "010040101")
    #expect(problem.place.ring == 1)
    #expect(problem.place.vertex != nil)
    #expect(contours.areas[0].shape.area == 80_000)
    #expect(
      contours.areas[0].shape.polygons.allSatisfy { $0.exterior.isCounterClockwise })
  }

  @Test func `directions are set right without a word`() throws {
    var box = World.box("010040101", 0, 0, 4, 4)
    box.rings = [box.rings[0].reversed(), World.ring(1, 1, 2, 2)]
    let (contours, problems) = try World(
      features: [box, World.box("010040102", 1, 1, 2, 2)]
    ).read()
    #expect(problems.isEmpty, "\(problems)")
    let polygon = contours.areas[0].shape.polygons[0]
    #expect(polygon.exterior.isCounterClockwise && !polygon.holes[0].isCounterClockwise)
  }
}
