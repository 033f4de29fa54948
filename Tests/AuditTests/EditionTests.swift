import Geometry
import TestSupport
import Testing

@testable import Audit

/// Redrawn IRIS: which groups of old and new cover the same ground.
@Suite struct EditionTests {
  private func square(_ x: Double, _ y: Double, width: Double = 1) -> Shape<Projected> {
    let corners = [(x, y), (x + width, y), (x + width, y + 1), (x, y + 1), (x, y)]
    return Shape([
      Polygon(exterior: Ring(corners.map { Position<Projected>(x: $0.0, y: $0.1) }))
    ])
  }

  private func ties(
    _ old: [String: Shape<Projected>], _ new: [String: Shape<Projected>]
  ) -> [[String]] {
    Editions([old, new], names: ["2020", "2024"]).ties.map { $0.codes.0 + ["→"] + $0.codes.1 }
  }

  @Test func `an IRIS that stays is the same under any name of edition`() {
    let map = ["a": square(0, 0), "b": square(1, 0)]
    let editions = Editions([map, map], names: ["2020", "2024"])
    #expect(editions.ties.isEmpty)
    #expect(editions.key(of: "a", in: 0) == editions.key(of: "a", in: 1))
  }

  @Test func `a split IRIS is tied to its parts, others stay alone`() {
    let old = ["a": square(0, 0, width: 2), "b": square(2, 0)]
    let new = ["c": square(0, 0), "d": square(1, 0), "b": square(2, 0)]
    #expect(ties(old, new) == [["a", "→", "c", "d"]])
    let editions = Editions([old, new], names: ["2020", "2024"])
    #expect(editions.key(of: "b", in: 0) == editions.key(of: "b", in: 1))
  }

  @Test func `the same code redrawn is another IRIS, tied by what both cover`() {
    let old = ["a": square(0, 0), "b": square(1, 0), "c": square(5, 0)]
    let new = [
      "a": square(0, 0, width: 1.5), "b": square(1.5, 0, width: 0.5), "c": square(5.001, 0),
    ]
    #expect(ties(old, new) == [["a", "b", "→", "a", "b"], ["c", "→", "c"]])
    let editions = Editions([old, new], names: ["2020", "2024"])
    #expect(editions.key(of: "a", in: 0) != editions.key(of: "a", in: 1))
  }

  @Test func `without a map the name of the edition tells IRIS apart`() {
    let editions = Editions([[:], [:]], names: ["2020", "2024"])
    #expect(editions.key(of: "a", in: 0) != editions.key(of: "a", in: 1))
    let same = Editions([[:], [:]], names: ["2024", "2024"])
    #expect(same.key(of: "a", in: 0) == same.key(of: "a", in: 1))
  }
}
