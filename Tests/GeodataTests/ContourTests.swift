import Geometry
import Territory
import TestSupport
import Testing

@testable import make_geodata

@Suite struct ContourTests {
  let areas = world.drawing.areas

  @Test func `there are 32 IRIS in the town and three undivided communes`() {
    let types = Dictionary(grouping: areas, by: \.plan.type).mapValues(\.count)
    #expect(types == [.habitat: 26, .activity: 4, .various: 2, .commune: 3])
  }

  @Test func `every code is well formed, unique, and belongs to its commune`() {
    let wrong = areas.filter { area in
      guard let iris = Iris(area.plan.code) else { return true }
      return iris.commune.code != area.plan.commune.code
        || iris.isWholeCommune != (area.plan.type == .commune)
    }
    #expect(wrong.map(\.plan.code) == [])
    #expect(Set(areas.map(\.plan.code)).count == areas.count)
    #expect(areas.map(\.plan.code) == areas.map(\.plan.code).sorted())
  }

  /// The last code of Côte-d'Or in the Code officiel géographique is 21717.
  @Test func `no commune of the plan exists`() {
    let codes = PlanCommune.all.map(\.code) + [FormerCommune.saintFiacre.code]
    #expect(codes.filter { !$0.hasPrefix("21") || $0 <= "21717" } == [])
  }

  @Test func `every ring closes, has an area, and repeats no vertex`() {
    let bad = areas.filter { area in
      area.shape.rings.contains { ring in
        let open = ring.positions.dropLast()
        return !ring.isWellFormed || ring.doubledSignedArea == 0 || Set(open).count != open.count
      }
    }
    #expect(bad.map(\.plan.code) == [])
  }

  @Test func `borders meet at their ends only`() {
    #expect(Crossings.first(in: world.drawing.arcs.filter(\.isBorder)) == nil)
  }

  @Test func `an edge belongs to two areas, or to one on the outer limit`() {
    let counts = passages(areas)
    #expect(counts.values.filter { $0 > 2 }.isEmpty)
    let limits = Set(world.drawing.arcs.filter { $0.kind == .limit }.flatMap(edges))
    let lonely = counts.filter { $0.value == 1 }.map(\.key)
    let gaps = lonely.filter { !limits.contains($0) }
    #expect(gaps.isEmpty, "edges inside the town that only one area has")
    #expect(lonely.count > 300)
  }

  /// The outer limit is walked once: what it encloses must be what the areas add up to.
  @Test func `areas add up to what their outer limit encloses`() {
    var next: [Point: Point] = [:]
    let counts = passages(areas)
    for polygon in areas.flatMap(\.shape.polygons) {
      for ring in polygon.rings {
        for (a, b) in zip(ring.positions, ring.positions.dropFirst())
        where counts[Edge(a, b)] == 1 { next[a] = b }
      }
    }
    let start = next.keys.min { ($0.x, $0.y) < ($1.x, $1.y) } ?? TownPlan.origin
    var limit = [start]
    while let point = next[limit[limit.count - 1]], point != start { limit.append(point) }
    #expect(limit.count == next.count, "one closed line")
    let enclosed = Ring<Projected>(limit + [start]).doubledSignedArea / 2
    let sum = areas.reduce(0) { $0 + $1.shape.area }
    #expect(abs(enclosed - sum) < 0.01, "square metres")
  }

  @Test func `a point of the town is in exactly one area`() {
    var chance = Seeded(seed: 7)
    var wrong: [Point] = []
    for _ in 0..<1_500 {
      let point = Point(
        x: TownPlan.origin.x + Double.random(in: -2_000...2_000, using: &chance),
        y: TownPlan.origin.y + Double.random(in: -1_400...1_700, using: &chance))
      let owners = areas.filter { $0.contains(point) }.count
      if owners != 1 { wrong.append(point) }
    }
    #expect(wrong == [])
  }

  @Test func `one IRIS has two parts and one lies wholly inside another`() {
    let parts = areas.filter { $0.shape.polygons.count > 1 }
    #expect(parts.map(\.plan.name) == ["Les Gravières"])
    let host = areas.first { !$0.shape.polygons[0].holes.isEmpty }
    let guest = areas.first { $0.plan.name == "Centre hospitalier" }
    #expect(host?.plan.name == "Les Musiciens")
    let hole = host?.shape.polygons[0].holes[0].positions ?? []
    let inside = guest?.shape.polygons[0].exterior.positions ?? []
    #expect(Set(hole) == Set(inside) && hole.count > 20)
  }

  @Test func `contours have the grain of IGN's`() {
    let counts = areas.map(\.shape.vertexCount)
    let mean = counts.reduce(0, +) / counts.count
    #expect((90...260).contains(mean))
    #expect(areas.flatMap(\.shape.rings).flatMap(\.positions).allSatisfy { $0 == $0.atDecimetre })
  }

  private func edges(_ arc: Arc) -> [Edge] {
    zip(arc.contour, arc.contour.dropFirst()).map(Edge.init)
  }

}
