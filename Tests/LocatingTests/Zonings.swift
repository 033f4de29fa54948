import Geometry
import TestSupport

@testable import Locating

/// A key for tests.
struct Code: AreaKey {
  let number: Int
  init(_ number: Int) { self.number = number }
  init?(indexText: String) {
    guard let number = Int(indexText) else { return nil }
    self.number = number
  }
  var indexText: String { String(number) }
  static func < (left: Code, right: Code) -> Bool { left.number < right.number }
}

typealias Corner = (Double, Double)

/// A closed ring through some corners.
func ring(_ corners: [Corner]) -> Ring<Projected> {
  Ring((corners + corners.prefix(1)).map { Position(x: $0.0, y: $0.1) })
}

func area(_ exterior: [Corner], holes: [[Corner]] = []) -> Shape<Projected> {
  Shape([Polygon(exterior: ring(exterior), holes: holes.map(ring))])
}

func square(_ x: Double, _ y: Double, _ side: Double) -> [Corner] {
  [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
}

/// A grid with the lattice of whole metres, whose lines the corners of small worlds lie on.
func smallGrid(
  _ shapes: [Shape<Projected>], cellShift: Int, leavesPerEdge: Int, span: Int = 16,
  origin: Double = -3
) -> AreaGrid {
  let lattice = Lattice(originX: origin, originY: origin, unitsPerMetre: 1)
  return .build(
    LatticeRings(shapes, on: lattice), areaCount: shapes.count, lattice: lattice,
    plan: GridPlan(
      width: span, height: span, cellShift: cellShift, leavesPerEdge: leavesPerEdge))
}

/// The same shape, larger.
func scaled(_ shape: Shape<Projected>, by factor: Double) -> Shape<Projected> {
  func scaled(_ ring: Ring<Projected>) -> Ring<Projected> {
    Ring(ring.positions.map { Position(x: $0.x * factor, y: $0.y * factor) })
  }
  return Shape(
    shape.polygons.map {
      Polygon(exterior: scaled($0.exterior), holes: $0.holes.map { scaled($0) })
    })
}

/// The owner by definition: a hair to the east and a smaller hair to the north, lowest first.
///
/// The world is enlarged 1,000 times so that the hairs are whole numbers (60 and 1).
func ownerByDefinition(_ enlarged: [Shape<Projected>], x: Int, y: Int) -> Int32 {
  let hair = Position<Projected>(x: Double(x) * 1000 + 60, y: Double(y) * 1000 + 1)
  let index = enlarged.firstIndex { $0.side(of: hair) == .inside }
  return index.map(Int32.init) ?? -1
}
