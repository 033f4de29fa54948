import Geometry
import Testing

@Suite struct RingTests {
  private let square = Ring<Projected>([
    Position(x: 0, y: 0), Position(x: 4, y: 0), Position(x: 4, y: 4), Position(x: 0, y: 4),
    Position(x: 0, y: 0),
  ])

  @Test func `counter-clockwise is positive`() {
    #expect(square.doubledSignedArea == 32)
    #expect(square.reversed().doubledSignedArea == -32)
  }

  /// Every rotation and both directions of every triangle on a 4 × 4 grid agree on every point.
  @Test func `the side does not depend on where the ring starts nor which way it runs`() {
    let grid = (0..<4).flatMap { x in
      (0..<4).map { Position<Projected>(x: Double(x), y: Double($0)) }
    }
    var disagreements = 0
    for a in grid {
      for b in grid {
        for c in grid {
          let rings = [[a, b, c, a], [b, c, a, b], [c, b, a, c]].map { Ring<Projected>($0) }
          guard rings[0].doubledSignedArea != 0 else { continue }
          for p in grid where Set(rings.map { $0.side(of: p) }).count != 1 { disagreements += 1 }
        }
      }
    }
    #expect(disagreements == 0)
  }

  @Test(arguments: [
    (2.0, 2.0, Side.inside), (0, 0, .boundary), (4, 2, .boundary), (5, 2, .outside),
    (2, -1, .outside), (-1, 0, .outside), (-1, 4, .outside),
  ])
  func `a square has an inside, a boundary and an outside`(x: Double, y: Double, side: Side) {
    #expect(square.side(of: Position(x: x, y: y)) == side)
  }

  @Test func `a hole is outside`() {
    let hole = Ring<Projected>([
      Position(x: 1, y: 1), Position(x: 1, y: 2), Position(x: 2, y: 2), Position(x: 2, y: 1),
      Position(x: 1, y: 1),
    ])
    let shape = Shape([Polygon(exterior: square, holes: [hole])])
    #expect(shape.side(of: Position(x: 1.5, y: 1.5)) == .outside)
    #expect(shape.side(of: Position(x: 3, y: 3)) == .inside)
    #expect(shape.area == 15)
    #expect(shape.vertexCount == 10)
  }
}
