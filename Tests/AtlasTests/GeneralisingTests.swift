import Geometry
import TestSupport
import Testing
import Topology

@testable import Atlas

@Suite struct GeneralisingTests {
  /// A grid of areas whose shared borders wander, cut from shared arcs.
  private func world(side: Int, seed: UInt64) -> [Shape<Projected>] {
    var chance = Seeded(seed: seed)
    var bends: [String: [Position<Projected>]] = [:]
    func border(_ a: (Int, Int), _ b: (Int, Int)) -> [Position<Projected>] {
      let key = "\(a)\(b)"
      if let known = bends[key] { return known }
      if let known = bends["\(b)\(a)"] { return known.reversed() }
      let steps = 24
      let line = (0...steps).map { step -> Position<Projected> in
        let part = Double(step) / Double(steps)
        let isEnd = step == 0 || step == steps
        let (dx, dy) = (
          isEnd ? 0 : Double.random(in: -1...1, using: &chance),
          isEnd ? 0 : Double.random(in: -1...1, using: &chance)
        )
        return Position(
          x: 1000 * (Double(a.0) + Double(b.0 - a.0) * part) + 15 * dx,
          y: 1000 * (Double(a.1) + Double(b.1 - a.1) * part) + 15 * dy)
      }
      bends[key] = line
      return line
    }
    return (0..<side * side).map { number in
      let (x, y) = (number % side, number / side)
      let corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)]
      var ring: [Position<Projected>] = []
      for (a, b) in zip(corners, corners.dropFirst()) { ring += border(a, b).dropLast() }
      return Shape([Polygon(exterior: Ring(ring + ring.prefix(1)))])
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64], [10, 1_000, 100_000, 1e9])
  func `borders stay shared, areas stay, neighbours stay`(seed: UInt64, smallest: Double) throws {
    let shapes = world(side: 5, seed: seed)
    let light = GeneralisedMap(shapes, under: smallest).shapes
    let context = try TopologyContext()
    for shape in light {
      #expect(shape.area > 0)
      #expect(try context.invalidity(of: shape) == nil)
    }
    let whole = try context.union(light)
    #expect(abs(whole.area - light.reduce(0) { $0 + $1.area }) < 1e-6 * whole.area)
    #expect(whole.polygons.count == 1 && whole.polygons.allSatisfy { $0.holes.isEmpty })
    #expect(light.reduce(0) { $0 + $1.vertexCount } < shapes.reduce(0) { $0 + $1.vertexCount })
    for (a, b) in [(0, 1), (0, 5), (12, 13), (7, 12)] {
      #expect(try context.touch(light[a], light[b]))
    }
  }

  @Test func `an island keeps its sea and a hole its island`() throws {
    let circle = { (radius: Double) in
      let ring = (0..<60).map { step in
        let turn = Double(step) * 6
        return Self.onCircle(radius, turn)
      }
      return Ring(ring + ring.prefix(1))
    }
    let lake = Shape([Polygon(exterior: circle(100))])
    let land = Shape([Polygon(exterior: circle(1000), holes: [circle(100).reversed()])])
    let light = GeneralisedMap([land, lake], under: 1e12).shapes
    #expect(light[0].polygons[0].holes.count == 1 && light[1].area > 0)
    #expect(light[1].vertexCount == 4)
    let context = try TopologyContext()
    #expect(try context.intersectionArea(light[0], light[1]) < 1e-6)
  }

  private static func onCircle(_ radius: Double, _ degrees: Double) -> Position<Projected> {
    // without a mathematics library: points of a polygon are enough of a circle
    let part = degrees / 90
    let (quarter, rest) = (Int(part) % 4, part - Double(Int(part)))
    let corners = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)]
    let x = corners[quarter].0 * (1 - rest) + corners[quarter + 1].0 * rest
    let y = corners[quarter].1 * (1 - rest) + corners[quarter + 1].1 * rest
    let length = (x * x + y * y).squareRoot()
    return Position(x: radius * x / length, y: radius * y / length)
  }
}
