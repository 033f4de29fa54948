import Geometry
import TestSupport
import Testing
import Topology

@testable import Locating

@Suite struct CoverageTests {
  private static func index(_ shapes: [Shape<Projected>]) -> AreaIndex<Code> {
    .build(shapes.enumerated().map { (key: Code($0.offset), shape: $0.element) })
  }

  /// GEOS is asked; where it names several areas, or a border is within two millimetres, it is left
  /// out.
  @Test(arguments: [(1, 1), (2, 1), (3, 2), (4, 5)] as [(UInt64, Int)])
  func `off the borders GEOS says the same`(seed: UInt64, parts: Int) {
    var mosaic = Mosaic(side: 8, seed: seed, parts: parts)
    let index = Self.index(mosaic.shapes)
    let rival = PreparedAreas(mosaic.shapes)
    let positions = (0..<4000).map { _ in mosaic.position() }
    let ordinals = index.ordinals(at: positions)
    var compared = 0
    var failures: [String] = []
    for (position, ordinal) in zip(positions, ordinals) {
      let theirs = rival.covering(position)
      let isNearBorder = (theirs + [ordinal]).contains {
        $0 >= 0 && rival.distance(from: position, toBorderOf: Int($0)) < 0.002
      }
      if isNearBorder { continue }
      compared += 1
      if (theirs.first ?? -1) != ordinal {
        failures.append("seed \(seed): \(position): \(ordinal), GEOS \(theirs)")
      }
    }
    #expect(failures.prefix(5) == [])
    #expect(compared > 3900)
  }

  @Test func `overlapping areas go to the lowest key, as GEOS lists them`() {
    let shapes = (0..<20).map { step in
      area([
        (Double(step) * 7, 0), (Double(step) * 7 + 50, Double(step) * 3),
        (Double(step) * 7 + 20, 90),
      ])
    }
    let index = Self.index(shapes)
    let rival = PreparedAreas(shapes)
    var chance = Seeded(seed: 5)
    var several = 0
    for _ in 0..<3000 {
      let position = Position<Projected>(
        x: Double.random(in: 0...200, using: &chance), y: Double.random(in: 0...90, using: &chance))
      let theirs = rival.covering(position)
      let isNearBorder = theirs.contains {
        rival.distance(from: position, toBorderOf: Int($0)) < 0.002
      }
      if isNearBorder { continue }
      if theirs.count > 1 { several += 1 }
      #expect(index.ordinal(at: position) == theirs.first.map(Int.init))
      #expect(index.grid.coveringOrdinals(at: position) == theirs.map(Int.init))
    }
    #expect(several > 500)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the order in which areas are given changes nothing`(seed: UInt64) {
    var mosaic = Mosaic(side: 6, seed: seed)
    var areas = mosaic.shapes.enumerated().map { (key: Code($0.offset), shape: $0.element) }
    let positions =
      (0..<2000).map { _ in mosaic.position() } + (0..<500).map { _ in mosaic.corner() }
    let expected = AreaIndex.build(areas)
    var chance = Seeded(seed: seed)
    areas.shuffle(using: &chance)
    let shuffled = AreaIndex.build(areas)
    #expect(shuffled.keys == expected.keys)
    #expect(shuffled.ordinals(at: positions) == expected.ordinals(at: positions))
    #expect(shuffled.grid.parts.map { Array($0) } == expected.grid.parts.map { Array($0) })
  }

  /// Owners do not depend on the direction of rings nor on their first corner.
  @Test func `rings turned and begun elsewhere give the same owners`() {
    var mosaic = Mosaic(side: 6, seed: 9)
    let turned = mosaic.shapes.map { shape in
      Shape(
        shape.polygons.map { polygon in
          let open = polygon.exterior.positions.dropLast()
          let begun = Array(open.dropFirst(3) + open.prefix(3))
          return Polygon(
            exterior: Ring(begun + begun.prefix(1)).reversed(),
            holes: polygon.holes.map { $0.reversed() })
        })
    }
    let positions =
      (0..<2000).map { _ in mosaic.position() } + (0..<500).map { _ in mosaic.corner() }
    #expect(
      Self.index(turned).ordinals(at: positions)
        == Self.index(mosaic.shapes).ordinals(at: positions))
  }

  @Test func `one by one, in a column and on several threads the answers are the same`() {
    var mosaic = Mosaic(side: 6, seed: 4)
    let index = Self.index(mosaic.shapes)
    let positions = (0..<40_000).map { $0 % 50 == 0 ? mosaic.corner() : mosaic.position() }
    let together = index.ordinals(at: positions)
    let alone = positions.map { Int32(index.ordinal(at: $0) ?? -1) }
    #expect(together == alone)
    for threads in [1, 2, 7] {
      var ordinals = [Int32](repeating: -2, count: positions.count)
      ordinals.withUnsafeMutableBufferPointer { ordinals in
        positions.map(\.x).withUnsafeBufferPointer { xs in
          positions.map(\.y).withUnsafeBufferPointer { ys in
            index.locate(xs: xs, ys: ys, into: ordinals, threads: threads)
          }
        }
      }
      #expect(ordinals == together)
    }
  }

  @Test(arguments: [
    (Double.nan, 0.0), (0, .nan), (.infinity, 0), (0, -.infinity), (1e300, 1e300), (-1e9, 5),
    (5, 1e9), (5, -0.001), (10.002, 5),
  ])
  func `what is no place, or lies elsewhere, has no area`(x: Double, y: Double) {
    let index = Self.index([area(square(0, 0, 10))])
    #expect(index.ordinal(at: Position(x: x, y: y)) == nil)
    #expect(index.ordinals(at: [Position(x: x, y: y)]) == [-1])
  }

  @Test func `an index of nothing owns nothing`() {
    for index in [Self.index([]), Self.index([Shape([])])] {
      #expect(index.ordinal(at: Position(x: 0, y: 0)) == nil)
      #expect(index.owner(of: Position(x: 0, y: 0), reach: 1e6) == .none)
      #expect(index.ordinals(at: []) == [])
    }
  }

  @Test(arguments: [1.0, 1e3, 1e6, 9e7])
  func `areas far from others and very large ones are found`(scale: Double) {
    let shapes = [
      area(square(0, 0, 2 * scale)), area(square(7 * scale, -9 * scale, scale)),
      area(square(-5 * scale, 8 * scale, scale)),
    ]
    let index = Self.index(shapes)
    #expect(index.ordinal(at: Position(x: scale, y: scale)) == 0)
    #expect(index.ordinal(at: Position(x: 7.5 * scale, y: -8.5 * scale)) == 1)
    #expect(index.ordinal(at: Position(x: -4.5 * scale, y: 8.5 * scale)) == 2)
    #expect(index.ordinal(at: Position(x: 4 * scale, y: 4 * scale)) == nil)
    #expect(index.ordinal(at: Position(x: -5.5 * scale, y: 8.5 * scale)) == nil)
  }

  @Test func `a position is rounded to the nearest millimetre, a half to the even one`() {
    let index = Self.index([area(square(0, 0, 1))])
    let sides: [(Double, Int?)] = [
      (-0.000_6, nil), (-0.000_4, 0), (0, 0), (0.999, 0), (0.999_4, 0), (0.999_6, nil), (1, nil),
    ]
    for (x, expected) in sides {
      #expect(index.ordinal(at: Position(x: x, y: 0.5)) == expected, "\(x)")
    }
  }
}
