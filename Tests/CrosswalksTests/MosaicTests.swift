import Boundaries
import Crosswalks
import Diagnostics
import Geometry
import Layers
import Projection
import Territory
import TestSupport
import Testing
import Topology

/// Seeded mosaics: two editions of triangles over the same ground, GEOS as the judge of every area.
@Suite struct MosaicTests {
  /// A net of shifted corners, a kilometre square; each mesh one area or two.
  private func mosaic(_ edition: String, first: Int, seed: UInt64) -> Contours {
    var chance = Seeded(seed: seed)
    let size = 5
    let corners = (0...size).map { row in
      (0...size).map { column -> (Double, Double) in
        let isRim = row % size == 0 || column % size == 0
        let shift = isRim ? 0.0 : 60
        return (
          Double(column) * 200 + .random(in: -shift...shift, using: &chance),
          Double(row) * 200 + .random(in: -shift...shift, using: &chance)
        )
      }
    }
    var areas: [(code: String, shape: Shape<Projected>)] = []
    for row in 0..<size {
      for column in 0..<size {
        let (a, b) = (corners[row][column], corners[row][column + 1])
        let (c, d) = (corners[row + 1][column + 1], corners[row + 1][column])
        let parts = Bool.random(using: &chance) ? [[a, b, c, d]] : [[a, b, c], [a, c, d]]
        for part in parts { areas.append(("21123\(first + areas.count)", outline(part))) }
      }
    }
    return contours(edition, areas)
  }

  /// Areas whose overlaps are too near the tolerance for the judge's steps are left out.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `links are the pairs where a disc fits, by their areas`(seed: UInt64) throws {
    let old = mosaic("IRIS 2020", first: 1000, seed: seed)
    let new = mosaic("IRIS 2024", first: 2000, seed: seed + 100)
    let (crosswalk, _) = try Crosswalk.between(old, new)
    let context = try TopologyContext()
    var judged = 0
    var wrong: [String] = []
    for area in old.areas {
      let common = try new.areas.map { ($0.iris, try context.intersection(area.shape, $0.shape)) }
      let pairs = common.map { (iris: $0.0, area: $0.1.area, disc: largestDisc(in: $0.1)) }
      if pairs.contains(where: { (21...31).contains($0.disc) }) { continue }
      let wide = pairs.filter { $0.disc > 30 }
      let whole = wide.reduce(0) { $0 + $1.area }
      let expected = Dictionary(uniqueKeysWithValues: wide.map { ($0.iris, $0.area / whole) })
      let links = crosswalk.links(from: area.iris)
      let isRight =
        Set(links.map(\.new)) == Set(expected.keys)
        && links.allSatisfy { abs($0.share.value - expected[$0.new, default: -1]) < 1e-6 }
      if !isRight { wrong.append("\(seed) \(area.iris)") }
      judged += 1
    }
    #expect(wrong == [])
    #expect(judged > 10)
  }

  /// The diameter of the largest disc, sought on a net of six metres: too small by up to 8.5 m.
  private func largestDisc(in shape: Shape<Projected>) -> Double {
    let box = shape.envelope
    if shape.area < 706 { return 0 }
    var best = 0.0
    for x in stride(from: box.minX, through: box.maxX, by: 6) {
      for y in stride(from: box.minY, through: box.maxY, by: 6) {
        let position = Position<Projected>(x: x, y: y)
        if shape.side(of: position) == .inside { best = max(best, clearance(position, shape)) }
      }
    }
    return 2 * best
  }

  /// Metres to the nearest side.
  private func clearance(_ p: Position<Projected>, _ shape: Shape<Projected>) -> Double {
    shape.rings.flatMap { zip($0.positions, $0.positions.dropFirst()) }.map { a, b in
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / max(dx * dx + dy * dy, 1e-9)
      let t = min(max(along, 0), 1)
      return p.distance(to: Position(x: a.x + t * dx, y: a.y + t * dy))
    }.min() ?? 0
  }

  @Test func `one thread or three, the same bytes`() throws {
    let old = mosaic("IRIS 2020", first: 1000, seed: 7)
    let new = mosaic("IRIS 2024", first: 2000, seed: 8)
    let tables = try [1, 2, 3].map { threads in
      try Crosswalk.between(old, new, threads: threads).0.table()
    }
    #expect(Set(tables).count == 1)
  }

  @Test(.enabled(if: RealData.isPresent))
  func `a real pair of zonings of one city loses no inhabitant`() throws {
    let (old, _) = try Contours.read(
      RealData.path("montpellier/iris-34172-2016.geojson"), edition: Edition("IRIS 2016"))
    let quarters = try Self.quarters(in: old.system)
    let (crosswalk, _) = try Crosswalk.between(old, quarters)
    let people = Dictionary(uniqueKeysWithValues: old.areas.map { ($0.iris, 1000.25) })
    let carried = crosswalk.carried(people)
    #expect(abs(carried.values.reduce(0, +) - 88 * 1000.25) < 1e-9)
    #expect(crosswalk.vanished.isEmpty)
  }

  /// Montpellier's own quarters, under codes made up for them.
  private static func quarters(in system: TerritorySystem) throws -> Contours {
    let (layer, _) = try Layer.read(
      geoJSON: RealData.path("montpellier/sous-quartiers.geojson"))
    let transformer = try Transformer<AsDeclared, Projected>(from: .crs84, to: system)
    let context = try TopologyContext()
    let shapes = try layer.features.compactMap(\.shape).map {
      try context.repaired(transformer.transformed($0)).shape
    }
    return contours(
      "Sous-quartiers 2014", shapes.enumerated().map { ("34172\(9001 + $0.offset)", $0.element) },
      system: system)
  }
}
