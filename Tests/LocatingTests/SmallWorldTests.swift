import Geometry
import TestSupport
import Testing

@testable import Locating

@Suite struct SmallWorldTests {
  /// Cell sides of 2 to 16 units, and leaves from one per cell to as small as can be.
  static let plans = [(1, 1), (2, 3), (2, 40), (3, 1), (3, 3), (4, 1), (4, 3), (4, 40)]

  private static func disagreements(_ shapes: [Shape<Projected>], _ grid: AreaGrid) -> [String] {
    let enlarged = shapes.map { scaled($0, by: 1000) }
    var found: [String] = []
    for x in -2..<12 {
      for y in -2..<12 {
        let expected = ownerByDefinition(enlarged, x: x, y: y)
        let given = grid.ordinal(at: Position(x: Double(x), y: Double(y)))
        if given != expected { found.append("(\(x), \(y)): \(given), expected \(expected)") }
      }
    }
    return found
  }

  /// Every triangle and every quadrilateral, crossed ones included, on a 4 × 4 grid.
  @Test(arguments: [(1, 1), (2, 3), (3, 40)])
  func `every ring on a four by four grid owns what its even-odd side says`(
    cellShift: Int, leavesPerEdge: Int
  ) {
    let grid = (0..<4).flatMap { x in (0..<4).map { (Double(x), Double($0)) } }
    var failures: [String] = []
    for (i, a) in grid.enumerated() {
      for b in grid[i...] {
        for c in grid[i...] {
          for d in [c] + (cellShift == 2 ? grid[(i + 1)...].map { $0 } : []) {
            let shape = area([a, b, c, d])
            let index = smallGrid(
              [shape], cellShift: cellShift, leavesPerEdge: leavesPerEdge, span: 8, origin: -2)
            for (x, y) in grid {
              let given = index.ordinal(at: Position(x: x, y: y))
              if given != ownerByDefinition([scaled(shape, by: 1000)], x: Int(x), y: Int(y)) {
                failures.append("\(a) \(b) \(c) \(d) at \(x), \(y): \(given)")
              }
            }
          }
        }
      }
    }
    #expect(failures.prefix(5) == [])
  }

  @Test(arguments: plans)
  func `each point of a coverage has exactly one owner, on edges and corners too`(
    cellShift: Int, leavesPerEdge: Int
  ) {
    for zoning in Zoning.all {
      let index = smallGrid(zoning.shapes, cellShift: cellShift, leavesPerEdge: leavesPerEdge)
      let found = Self.disagreements(zoning.shapes, index)
      #expect(found.prefix(5) == [], "\(zoning.name)")
    }
  }
}

/// Zonings of a few areas whose corners have whole coordinates from 0 to 10.
struct Zoning: Sendable {
  let name: String
  let shapes: [Shape<Projected>]

  static let all = [
    Zoning(name: "none", shapes: []),
    Zoning(name: "an empty shape", shapes: [Shape([]), area(square(0, 0, 10))]),
    Zoning(name: "one square", shapes: [area(square(1, 1, 7))]),
    Zoning(
      name: "four squares and their middle",
      shapes: [
        area(square(0, 0, 5)), area(square(5, 0, 5)), area(square(0, 5, 5)),
        area(square(5, 5, 5)),
      ]),
    Zoning(
      name: "slanted borders through the reference points",
      shapes: [
        area([(0, 0), (10, 0), (0, 10)]), area([(10, 0), (10, 10), (0, 10)]),
      ]),
    Zoning(
      name: "eight wedges around one corner",
      shapes: (0..<8).map { wedge in
        let rim: [Corner] = [
          (10, 5), (10, 10), (5, 10), (0, 10), (0, 5), (0, 0), (5, 0), (10, 0),
        ]
        return area([(5, 5), rim[wedge], rim[(wedge + 1) % 8]])
      }),
    Zoning(
      name: "an enclave",
      shapes: [area(square(0, 0, 10), holes: [square(3, 3, 4)]), area(square(3, 3, 4))]),
    Zoning(
      name: "an enclave whose hole runs the wrong way",
      shapes: [
        area(square(0, 0, 10).reversed(), holes: [square(3, 3, 4)]),
        area(square(3, 3, 4).reversed()),
      ]),
    Zoning(
      name: "two parts and a gap",
      shapes: [
        Shape(area(square(0, 0, 3)).polygons + area(square(7, 7, 3)).polygons),
        area([(3, 0), (10, 0), (10, 3), (3, 3)]),
      ]),
    Zoning(
      name: "two parts of one area that share an edge",
      shapes: [Shape(area(square(0, 0, 5)).polygons + area(square(5, 0, 5)).polygons)]),
    Zoning(
      name: "an overlap", shapes: [area(square(0, 0, 6)), area(square(4, 4, 6))]),
    Zoning(
      name: "three on top of one another",
      shapes: [area(square(2, 2, 8)), area(square(0, 0, 10)), area(square(1, 1, 4))]),
    Zoning(
      name: "the same square twice", shapes: [area(square(2, 2, 6)), area(square(2, 2, 6))]),
    Zoning(
      name: "repeated corners and a spike",
      shapes: [
        area([(0, 0), (5, 0), (5, 0), (5, 5), (9, 9), (5, 5), (0, 5), (0, 5)]),
        area([(5, 0), (10, 0), (10, 5), (5, 5)]),
      ]),
    Zoning(
      name: "a spike along a border",
      shapes: [
        area([(0, 0), (5, 0), (5, 9), (5, 5), (0, 5)]), area(square(5, 0, 10)),
      ]),
    Zoning(name: "a crossed ring", shapes: [area([(0, 0), (8, 8), (8, 0), (0, 8)])]),
    Zoning(
      name: "a ring run twice", shapes: [area(square(1, 1, 5) + square(1, 1, 5))]),
    Zoning(
      name: "rings without area",
      shapes: [area([(1, 1), (5, 5)]), area([(2, 2)]), area(square(0, 0, 4))]),
    Zoning(
      name: "an edge whose neighbour has one corner more",
      shapes: [
        area(square(0, 0, 6)), area([(6, 0), (10, 0), (10, 6), (6, 6), (6, 2)]),
      ]),
    Zoning(
      name: "edges across all cells",
      shapes: [area([(0, 0), (10, 1), (1, 10)]), area([(10, 1), (10, 10), (1, 10)])]),
  ]
}
