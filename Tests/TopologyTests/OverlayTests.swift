import Diagnostics
import Geometry
import TestSupport
import Testing
import Topology

@Suite struct OverlayTests {
  /// Every pair of upright rectangles on a 4 × 4 grid, against plain arithmetic.
  @Test func `rectangles have in common what arithmetic says`() throws {
    let context = try TopologyContext()
    let spans = (0..<3).flatMap { a in ((a + 1)..<4).map { (Double(a), Double($0)) } }
    let boxes = spans.flatMap { x in spans.map { (x, $0) } }
    var disagreements = 0
    for a in boxes {
      for b in boxes {
        let width = max(0, min(a.0.1, b.0.1) - max(a.0.0, b.0.0))
        let height = max(0, min(a.1.1, b.1.1) - max(a.1.0, b.1.0))
        let first = rectangle(a)
        let second = rectangle(b)
        let common = try context.intersectionArea(first, second)
        let union = try context.union([first, second]).area
        let rest = try context.difference(first, second).area
        let isRight =
          common == width * height && union == first.area + second.area - common
          && rest == first.area - common
        if !isRight { disagreements += 1 }
      }
    }
    #expect(disagreements == 0)
  }

  @Test func `a shape goes to GEOS and back without losing a bit`() throws {
    var chance = Seeded(seed: 5)
    let context = try TopologyContext()
    let corners = (0..<4).map { index in
      Position<Projected>(
        x: (index == 1 || index == 2 ? 7e5 : 6e5) + .random(in: 0...1, using: &chance),
        y: (index > 1 ? 6.3e6 : 6.2e6) + .random(in: 0...1, using: &chance))
    }
    let original = shape(Ring(corners + corners.prefix(1)))
    let back = try context.union([original])
    #expect(Set(back.rings.flatMap(\.positions)) == Set(corners))
    #expect(abs(back.area - original.area) < 1e-3)
  }

  @Test func `holes and parts survive the way through GEOS`() throws {
    let context = try TopologyContext()
    let holed = shape(
      ring((0, 0), (9, 0), (9, 9), (0, 9)), holes: ring((1, 1), (2, 1), (2, 2), (1, 2)),
      ring((5, 5), (6, 5), (6, 6), (5, 6)))
    let both = try context.union([holed, square(20, 0, side: 1)])
    #expect(both.polygons.map(\.holes.count).sorted() == [0, 2])
    #expect(both.area == 80)
    #expect(try context.touch(holed, square(9, 9, side: 1)))
    #expect(try !context.touch(holed, square(1.2, 1.2, side: 0.5)))
  }

  @Test func `a failure is a problem without coordinates, and the context still serves`() throws {
    let context = try TopologyContext()
    let broken = shape(Ring([Position(x: 12345, y: 0), Position(x: 1, y: 0)]))
    let problem = #expect(throws: Problem.self) {
      try context.intersectionArea(broken, square(0, 0, side: 1))
    }
    #expect(problem?.code == "topology.failed")
    #expect(problem?.fact.text.contains("12345") == false)
    #expect(try context.intersectionArea(square(0, 0, side: 2), square(1, 1, side: 2)) == 1)
  }

  @Test func `lines cut the plane into faces`() throws {
    let context = try TopologyContext()
    let crossing = [square(0, 0, side: 2), square(1, 1, side: 2)].map { $0.rings[0].positions }
    let faces = try context.faces(between: crossing + crossing)
    #expect(faces.map(\.area).sorted() == [1, 3, 3])
    for face in faces {
      #expect(Shape([face.polygon]).side(of: face.interior) == .inside)
    }
    #expect(try context.faces(between: []).isEmpty)
    let open = [Position<Projected>(x: 0, y: 0), Position(x: 1, y: 0)]
    #expect(try context.faces(between: [open]).isEmpty)
  }

  @Test func `GEOS has a version`() {
    #expect(TopologyContext.geosVersion.split(separator: ".").count == 3)
  }

  private func rectangle(_ box: ((Double, Double), (Double, Double))) -> Shape<Projected> {
    let (x, y) = box
    return shape(ring((x.0, y.0), (x.1, y.0), (x.1, y.1), (x.0, y.1)))
  }
}
