import Boundaries
import Diagnostics
import Geometry
import TestSupport
import Testing

/// Small worlds whose areas meet well or badly.
@Suite struct BorderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let areas: [(code: String, rings: [[Corner]])]
    let problems: [String]
    /// What the message says of area and codes.
    var words: [String] = []
    var communes: [String]?

    var testDescription: String { name }
  }

  private static let a = "341720101", b = "341720102", c = "341720103", d = "341720104"
  private static let other = "341730101"

  static let cases = [
    Case(
      name: "neighbours that share an edge",
      areas: [(a, [box(0, 0)]), (b, [box(100, 0)])], problems: []),
    Case(
      name: "a vertex on one side only",
      areas: [(a, [box(0, 0)]), (b, [box(100, 0, 100, 50)]), (c, [box(100, 50, 100, 50)])],
      problems: []),
    Case(
      name: "areas that meet nowhere", areas: [(a, [box(0, 0)]), (b, [box(300, 0)])], problems: []),
    Case(
      name: "an enclave in its hole",
      areas: [(a, [box(0, 0), box(20, 20, 50, 50)]), (b, [box(20, 20, 50, 50)])], problems: []),
    Case(
      name: "an enclave without its hole",
      areas: [(a, [box(0, 0)]), (b, [box(20, 20, 50, 50)])], problems: ["boundaries.overlap"],
      words: ["2 500 m²", a, b]),
    Case(
      name: "identical areas", areas: [(a, [box(0, 0)]), (b, [box(0, 0)])],
      problems: ["boundaries.overlap"], words: ["10 000 m²", a, b]),
    Case(
      name: "areas that overlap", areas: [(a, [box(0, 0)]), (b, [box(90, 0)])],
      problems: ["boundaries.overlap"], words: ["1 000 m²", a, b]),
    Case(
      name: "a sliver of overlap under a square metre",
      areas: [(a, [box(0, 0)]), (b, [box(99.991, 0)])], problems: []),
    Case(
      name: "a hole that nothing fills",
      areas: [(a, [box(0, 0), box(20, 20, 50, 50)])], problems: ["boundaries.gap"],
      words: ["2 500 m²", a]),
    Case(
      name: "a gap between four",
      areas: [
        (a, [box(0, 0, 200)]), (b, [box(0, 100)]), (c, [box(110, 100, 90)]),
        (d, [box(0, 200, 200)]),
      ], problems: ["boundaries.gap"], words: ["1 000 m²"]),
    Case(
      name: "a gap that another commune fills",
      areas: [(a, [box(0, 0), box(20, 20, 50, 50)]), (other, [box(20, 20, 50, 50)])],
      problems: [], communes: ["34172"]),
    Case(
      name: "a gap that another commune fills in part",
      areas: [(a, [box(0, 0), box(20, 20, 50, 50)]), (other, [box(20, 20, 10, 10)])],
      problems: ["boundaries.gap"], communes: ["34172"]),
    Case(
      name: "a ring that crosses itself",
      areas: [(a, [outline([(0, 0), (100, 100), (100, 0), (0, 100)])])],
      problems: ["boundaries.invalid-ring"], words: ["5 000 m²"]),
  ]

  @Test(arguments: cases)
  func `overlaps and gaps are told by area and codes`(example: Case) throws {
    let result = try ContourResult(SmallWorld(example.areas), communes: example.communes)
    #expect(result.problems == example.problems)
    let said = result.log.description.replacing("\u{202F}", with: " ")
      .replacing("\u{A0}", with: " ")
    #expect(example.words.filter { !said.contains($0) } == [], "\(said)")
  }

  @Test(arguments: cases)
  func `the order of the features changes nothing`(example: Case) throws {
    let there = try ContourResult(SmallWorld(example.areas), communes: example.communes)
    let back = try ContourResult(SmallWorld(example.areas.reversed()), communes: example.communes)
    #expect(there.codes == back.codes)
    #expect(there.problems == back.problems)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `a grid with seeded faults has just those`(seed: UInt64) throws {
    var chance = Seeded(seed: seed)
    let side = 12
    var cells = (0..<side * side).map { ($0 % side, $0 / side) }.shuffled(using: &chance)
    let isolated = cells.filter { (x, y) in
      (x + 2 * y) % 5 == 0 && (1..<side - 1).contains(x) && (1..<side - 1).contains(y)
    }
    let missing = isolated.prefix(3), wide = isolated.dropFirst(3).prefix(3)
    cells.removeAll { cell in missing.contains { $0 == cell } }
    let areas = cells.map { x, y in
      let extra = wide.contains { $0 == (x, y) } ? 10.0 : 0
      let code = "34172" + String(1000 + y * side + x)
      return (code: code, rings: [box(Double(x) * 100, Double(y) * 100, 100 + extra)])
    }
    let result = try ContourResult(SmallWorld(areas))
    #expect(result.log.count(of: "boundaries.gap") == 3, "graine \(seed)")
    #expect(result.log.count(of: "boundaries.overlap") == 3, "graine \(seed)")
  }

  @Test func `an invalid ring is placed, repaired and oriented`() throws {
    let bow = outline([(0, 0), (100, 100), (100, 0), (0, 100)])
    let result = try ContourResult(SmallWorld([(Self.a, [bow]), (Self.b, [box(200, 0)])]))
    let place = try #require(result.log.groups.first?.first.first?.place)
    #expect(place.code == Self.a)
    #expect(place.ring == 1)
    #expect(place.vertex != nil)
    let shape = result.contours.areas[0].shape
    #expect(abs(shape.area - 5000) < 1e-6)
    #expect(shape.polygons.allSatisfy { $0.exterior.isCounterClockwise })
  }
}
