import Diagnostics
import Geometry
import Projection
import Territory
import TestSupport
import Testing

@Suite struct TransformerTests {
  @Test func `the origin of Lambert-93 has its published coordinates`() throws {
    let transformer = try Transformer<AsDeclared, Projected>(from: .crs84, to: .lambert93)
    let origin = transformer.transformed(Position<AsDeclared>(x: 3, y: 46.5))
    #expect(abs(origin.x - 700_000) < 1e-6)
    #expect(abs(origin.y - 6_600_000) < 1e-6)
  }

  @Test func `Lambert-93 agrees with IGN's formulas within a micrometre`() throws {
    let transformer = try Transformer<Geographic, Projected>(to: .lambert93)
    var chance = Seeded(seed: 93)
    var disagreements: [Position<Geographic>] = []
    for _ in 0..<2_000 {
      let place = Position<Geographic>(
        x: .random(in: -5...9.5, using: &chance), y: .random(in: 41.3...51.1, using: &chance))
      let found = transformer.transformed(place)
      let expected = LambertConic.lambert93(longitude: place.x, latitude: place.y)
      if abs(found.x - expected.x) > 1e-6 || abs(found.y - expected.y) > 1e-6 {
        disagreements.append(place)
      }
    }
    #expect(disagreements == [])
  }

  @Test(
    .enabled(if: GDALTransform.isPresent),
    arguments: [
      (27572, "EPSG:27572", 600_000.0, 1_850_000.0, 100_000.0),
      (3944, "EPSG:3944", 1_700_000, 3_200_000, 80_000),
      (3857, "EPSG:3857", 430_000, 5_400_000, 100_000),
      (32631, "EPSG:32631", 570_000, 4_830_000, 100_000),
      (4258, "EPSG:4258", 3.8, 43.6, 1),
    ])
  func `every system reaches Lambert-93 as GDAL takes it there`(
    code: Int, name: String, x: Double, y: Double, spread: Double
  ) throws {
    var chance = Seeded(seed: UInt64(code))
    let points = (0..<200).map { _ in
      (
        x + .random(in: -spread...spread, using: &chance),
        y + .random(in: -spread...spread, using: &chance)
      )
    }
    let expected = GDALTransform.run(points, from: name, to: "EPSG:2154")
    let transformer = try Transformer<AsDeclared, Projected>(from: .epsg(code), to: .lambert93)
    try #require(expected.count == points.count)
    let far = zip(points, expected).filter { point, expected in
      let found = transformer.transformed(Position<AsDeclared>(x: point.0, y: point.1))
      return !(abs(found.x - expected.0) < 1e-4 && abs(found.y - expected.1) < 1e-4)
    }
    #expect(far.count == 0)
  }

  @Test(.enabled(if: GDALTransform.isPresent), arguments: TerritorySystem.all)
  func `every territory goes to WGS 84 as GDAL takes it there, and comes back`(
    system: TerritorySystem
  ) throws {
    let there = try Transformer<Projected, Geographic>(from: system)
    let back = try Transformer<Geographic, Projected>(to: system)
    let area = try #require(system.referenceSystem.areaOfUse)
    let middle = back.transformed(
      Position(x: (area.west + area.east) / 2, y: (area.south + area.north) / 2))
    let points = (-5...5).map { (middle.x + 1_000.5 * Double($0), middle.y + 700 * Double($0)) }
    let expected = GDALTransform.run(points, from: "EPSG:\(system.epsg)", to: "OGC:CRS84")
    try #require(expected.count == points.count)
    for (point, expected) in zip(points, expected) {
      let start = Position<Projected>(x: point.0, y: point.1)
      let found = there.transformed(start)
      #expect(abs(found.x - expected.0) < 1e-9 && abs(found.y - expected.1) < 1e-9)
      #expect(back.transformed(found).distance(to: start) < 1e-6)
    }
  }

  @Test func `arrays give the same bits as one position at a time`() throws {
    let transformer = try Transformer<AsDeclared, Projected>(from: .crs84, to: .lambert93)
    var chance = Seeded(seed: 7)
    var xs = (0..<500).map { _ in Double.random(in: -5...9, using: &chance) }
    var ys = (0..<500).map { _ in Double.random(in: 41...51, using: &chance) }
    let single = zip(xs, ys).map { transformer.transformed(Position<AsDeclared>(x: $0, y: $1)) }
    let ring = transformer.transformed(
      Ring<AsDeclared>(zip(xs, ys).map { Position(x: $0, y: $1) }))
    xs.withUnsafeMutableBufferPointer { xs in
      ys.withUnsafeMutableBufferPointer { transformer.transform(xs: xs, ys: $0) }
    }
    let whole = zip(xs, ys).map { Position<Projected>(x: $0, y: $1) }
    #expect(whole == single)
    #expect(ring.positions == single)
  }

  @Test func `another transformer, another order: a shared vertex stays shared`() throws {
    var chance = Seeded(seed: 11)
    let line = (0..<400).map { _ in
      Position<AsDeclared>(
        x: .random(in: -5...9, using: &chance), y: .random(in: 41...51, using: &chance))
    }
    let first = try Transformer<AsDeclared, Projected>(from: .crs84, to: .lambert93)
    let second = try Transformer<AsDeclared, Projected>(from: .crs84, to: .lambert93)
    let forward = first.transformed(Ring(line))
    let backward = second.transformed(Ring(line.reversed()))
    #expect(forward.positions == backward.positions.reversed())
  }

  @Test func `what cannot be transformed becomes not-a-number, and only that`() throws {
    let transformer = try Transformer<AsDeclared, Projected>(from: .crs84, to: .lambert93)
    var xs = [3, Double.nan, 3, .infinity, 3, 500]
    var ys = [46.5, 46.5, 95, 46.5, .nan, 46.5]
    xs.withUnsafeMutableBufferPointer { xs in
      ys.withUnsafeMutableBufferPointer { transformer.transform(xs: xs, ys: $0) }
    }
    #expect(xs[0].isFinite && ys[0].isFinite)
    #expect((xs[1...4] + ys[1...4]).allSatisfy { $0.isNaN })
  }

  @Test func `the same system costs nothing and changes nothing`() throws {
    let transformer = try Transformer<AsDeclared, Projected>(from: .epsg(2154), to: .lambert93)
    #expect(transformer.isIdentity)
    let odd = transformer.transformed(Position<AsDeclared>(x: 0.1, y: -1e300))
    #expect(odd == Position<Projected>(x: 0.1, y: -1e300))
  }

  @Test func `a shape keeps its parts, its holes and their directions`() throws {
    let square = Ring<AsDeclared>(
      [(3, 46), (4, 46), (4, 47), (3, 47), (3, 46)].map { Position(x: $0.0, y: $0.1) })
    let hole = Ring<AsDeclared>(
      [(3.2, 46.2), (3.2, 46.3), (3.3, 46.3), (3.2, 46.2)].map { Position(x: $0.0, y: $0.1) })
    let shape = Shape([Polygon(exterior: square, holes: [hole]), Polygon(exterior: hole)])
    let there = try Transformer<AsDeclared, Projected>(from: .crs84, to: .lambert93)
      .transformed(shape)
    #expect(there.polygons.map(\.holes.count) == [1, 0])
    #expect(there.rings.map(\.isCounterClockwise) == shape.rings.map(\.isCounterClockwise))
    #expect(there.rings.allSatisfy { $0.isWellFormed })
  }

  @Test(arguments: [
    (ReferenceSystem.epsg(99_999), "projection.unknown-system"),
    (.epsg(5_720), "projection.unknown-system"),
    (.wellKnownText("PROJCS[\"cassé\""), "projection.unknown-system"),
    (.wellKnownText("+proj=longlat"), "projection.unknown-system"),
    (.wellKnownText(Definitions.unknownDatum), "projection.no-operation"),
  ])
  func `a system that cannot be honoured is refused`(system: ReferenceSystem, code: String) {
    let problem = #expect(throws: Problem.self) {
      try Transformer<AsDeclared, Projected>(from: system, to: .lambert93)
    }
    #expect(problem?.code == code)
    #expect(problem?.effect == .stops)
  }
}
