import Geometry
import Testing
import Topology

@Suite struct ValidityTests {
  @Test(arguments: [
    (shape(ring((0, 0), (2, 2), (2, 0), (0, 2))), "Self-intersection", 1.0, 1.0),
    (
      shape(ring((0, 0), (4, 0), (4, 4), (0, 4)), holes: ring((5, 5), (6, 5), (6, 6))),
      "Hole lies outside shell", 5, 5
    ),
    (
      Shape([square(0, 0, side: 2), square(1, 1, side: 2)].flatMap(\.polygons)),
      "Self-intersection", 2, 1
    ),
    (
      shape(Ring([Position(x: 0, y: 0), Position(x: 1, y: 0), Position(x: 0, y: 0)])),
      "Too few points in ring", 0, 0
    ),
    (
      shape(Ring((0..<5).map { Position(x: Double($0), y: Double($0 * $0)) })), "Ring not closed",
      0, 0
    ),
  ])
  func `what is wrong and where is said`(
    shape: Shape<Projected>, reason: String, x: Double, y: Double
  ) throws {
    let invalidity = try TopologyContext().invalidity(of: shape)
    #expect(invalidity?.reason == reason)
    #expect(invalidity?.position == Position(x: x, y: y))
  }

  @Test func `what is right is said to be so, whatever its direction`() throws {
    let context = try TopologyContext()
    let hole = ring((1, 1), (2, 1), (2, 2), (1, 2))
    for outer in [ring((0, 0), (4, 0), (4, 4), (0, 4)), ring((0, 4), (4, 4), (4, 0), (0, 0))] {
      #expect(try context.invalidity(of: shape(outer, holes: hole)) == nil)
      #expect(try context.invalidity(of: shape(outer, holes: hole.reversed())) == nil)
    }
    #expect(try context.invalidity(of: Shape([])) == nil)
  }

  @Test func `a bow-tie becomes its two lobes, with the point where it crossed`() throws {
    let repair = try TopologyContext().repaired(shape(ring((0, 0), (2, 2), (2, 0), (0, 2))))
    #expect(repair.shape.polygons.count == 2)
    #expect(repair.areaBefore == 0 && repair.areaAfter == 2 && repair.areaChange == 2)
    let met = Set(repair.shape.rings.flatMap(\.positions))
    #expect(met == Set(ring((0, 0), (2, 0), (2, 2), (0, 2), (1, 1)).positions))
  }

  @Test func `a spike goes and every other vertex stays`() throws {
    let spiked = ring((0, 0), (4, 0), (4, 2), (9, 2), (4, 2), (4, 4), (0, 4))
    let context = try TopologyContext()
    let repair = try context.repaired(shape(spiked))
    #expect(repair.areaChange == 0)
    #expect(
      Set(repair.shape.rings.flatMap(\.positions))
        == Set(ring((0, 0), (4, 0), (4, 2), (4, 4), (0, 4)).positions))
    #expect(try context.invalidity(of: repair.shape) == nil)
  }

  @Test func `overlapping parts become one, a line becomes nothing`() throws {
    let context = try TopologyContext()
    let parts = Shape([square(0, 0, side: 2), square(1, 1, side: 2)].flatMap(\.polygons))
    let repair = try context.repaired(parts)
    #expect(repair.shape.polygons.count == 1)
    #expect(repair.areaBefore == 8 && repair.areaAfter == 7)
    #expect(try context.repaired(shape(ring((0, 0), (1, 1), (2, 2)))).shape.isEmpty)
  }
}
