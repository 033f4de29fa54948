import Geometry
import Testing

@testable import make_geodata

@Suite struct PartsTests {
  @Test(arguments: [
    (0.0, 0, "0"), (2.5, 0, "3"), (-0.004, 2, "0.00"), (4.7211, 3, "4.721"), (0.05, 1, "0.1"),
    (828_000.1, 2, "828000.10"), (-12.345, 1, "-12.3"),
  ])
  func `a number has the decimals that are stated`(value: Double, decimals: Int, text: String) {
    #expect(Text.fixed(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (12, "12"), (2057.937_539_150_75, "2057.93753915075"), (640, "640"), (0.5, "0.5"),
  ])
  func `a census figure has fifteen digits and no zeros at its end`(value: Double, text: String) {
    #expect(Text.significant(value) == text)
  }

  @Test(arguments: [
    ("Rue de l'Église", "RUE DE L EGLISE"), ("Cité du Sacré-Cœur", "CITE DU SACRE COEUR"),
    ("Aubervelle-sur-Sorlaine", "AUBERVELLE SUR SORLAINE"),
  ])
  func `the post writes capitals without accents`(name: String, line: String) {
    #expect(Lettering.afnor(name) == line)
  }

  @Test func `topics draw from streams of their own and a seed repeats itself`() {
    var one = Chance(seed: 1, topic: "a"), again = Chance(seed: 1, topic: "a")
    var other = Chance(seed: 1, topic: "b"), seed = Chance(seed: 2, topic: "a")
    let first = one.next()
    #expect(first == again.next())
    #expect(first != other.next() && first != seed.next())
  }

  @Test func `weights decide how often an index is drawn`() {
    var chance = Chance(seed: 3, topic: "weights")
    var counts = [0, 0, 0]
    for _ in 0..<8_000 { counts[chance.index(weights: [1, 0, 3])] += 1 }
    #expect(counts[1] == 0)
    #expect((1_800...2_200).contains(counts[0]))
  }

  @Test func `a square with a pond has a face, a hole and an outer limit`() {
    let square = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)],
      pond = [(4, 4), (6, 4), (5, 6), (4, 4)]
    let arcs = [arc("A", square), arc("B", pond)]
    let areas = Faces.rings(of: arcs).map { $0.doubledSignedArea / 2 }.sorted()
    #expect(areas == [-100, -2, 2, 100])
  }

  @Test func `two squares side by side share their middle edge`() {
    let arcs = [
      arc("A", [(5, 0), (0, 0), (0, 5), (5, 5)], to: "B"), arc("A", [(5, 0), (5, 5)], to: "B"),
      arc("A", [(5, 0), (10, 0), (10, 5), (5, 5)], to: "B"),
    ]
    let areas = Faces.rings(of: arcs).map { $0.doubledSignedArea / 2 }.sorted()
    #expect(areas == [-50, 25, 25])
  }

  @Test(arguments: [
    ([(0, 0), (10, 10)], [(0, 10), (10, 0)], true), ([(0, 0), (10, 0)], [(5, 0), (5, 5)], true),
    ([(0, 0), (10, 0)], [(10, 0), (10, 5)], false), ([(0, 0), (10, 0)], [(0, 1), (10, 1)], false),
  ])
  func `crossing lines are seen`(one: [(Int, Int)], other: [(Int, Int)], meet: Bool) {
    #expect((Crossings.first(in: [arc("A", one), arc("B", other)]) != nil) == meet)
  }

  @Test func `a cut leaves two parts that make the whole`() throws {
    let land = [(0, 0), (90, 0), (90, 40), (50, 30), (0, 40), (0, 0)].map {
      Point(x: Double($0.0), y: Double($0.1))
    }
    var chance = Chance(seed: 4, topic: "cut")
    let cut = try #require(Cut(through: land, askew: 0.1, chance: &chance))
    let parts = [cut.left, cut.right].map { Ring<Projected>($0).doubledSignedArea }
    #expect(parts.allSatisfy { $0 > 0 })
    #expect(abs(parts[0] + parts[1] - Ring<Projected>(land).doubledSignedArea) < 1e-6)
  }

  private func arc(_ from: String, _ points: [(Int, Int)], to: String? = nil) -> Arc {
    let points = points.map { Point(x: Double($0.0), y: Double($0.1)) }
    return Arc(
      line: 0, kind: .street, from: from, to: to ?? from, isBorder: true, course: Course(points),
      contour: points)
  }
}
