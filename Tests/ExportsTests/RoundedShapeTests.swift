import TestSupport
import Testing

@testable import Exports

@Suite struct RoundedShapeTests {
  /// Rings in small integers; an expectation of `[]` means that the ring is gone.
  @Test(arguments: [
    ("a square", [0, 0, 2, 0, 2, 2, 0, 2, 0, 0], [0, 0, 2, 0, 2, 2, 0, 2, 0, 0]),
    ("a vertex twice", [0, 0, 2, 0, 2, 0, 2, 2, 0, 0], [0, 0, 2, 0, 2, 2, 0, 0]),
    ("a spike", [0, 0, 2, 0, 3, 0, 2, 0, 2, 2, 0, 0], [0, 0, 2, 0, 2, 2, 0, 0]),
    (
      "a spike on a spike", [0, 0, 2, 0, 3, 0, 4, 0, 3, 0, 2, 0, 2, 2, 0, 0],
      [0, 0, 2, 0, 2, 2, 0, 0]
    ),
    ("a spike at the seam", [3, 0, 2, 0, 2, 2, 0, 0, 2, 0, 3, 0], [2, 0, 2, 2, 0, 0, 2, 0]),
    ("a spike before the seam", [2, 0, 2, 2, 0, 0, 2, 0, 3, 0, 2, 0], [2, 0, 2, 2, 0, 0, 2, 0]),
    ("a point", [1, 1, 1, 1, 1, 1, 1, 1], []),
    ("a line", [0, 0, 2, 0, 0, 0, 2, 0, 0, 0], []),
    ("a flat ring", [0, 0, 1, 1, 3, 3, 0, 0], []),
  ])
  func `what rounding made redundant is dropped`(name: String, ring: [Int32], kept: [Int32]) {
    let result = RoundedRing(closing: positions(ring))
    #expect(result?.positions ?? [] == positions(kept), "\(name)")
  }

  @Test func `a collapsed hole goes, a collapsed part goes with its holes`() {
    let square = positions([0, 0, 9, 0, 9, 9, 0, 9, 0, 0])
    let hole = positions([3, 3, 3, 5, 5, 5, 3, 3])
    let point = positions([4, 4, 4, 4, 4, 4, 4, 4])
    #expect(RoundedShape([[square, point, hole]]).polygons.map(\.count) == [2])
    #expect(RoundedShape([[point, hole], [square]]).polygons.map(\.count) == [1])
    #expect(RoundedShape([[point]]).polygons.isEmpty)
  }

  @Test func `exteriors run counter-clockwise and holes clockwise, whatever they did before`() {
    let square = positions([0, 0, 9, 0, 9, 9, 0, 9, 0, 0])
    let hole = positions([3, 3, 3, 5, 5, 5, 3, 3])
    let expected = RoundedShape([[square, hole]])
    #expect(expected.polygons[0][0].positions == square)
    #expect(expected.polygons[0][1].positions == hole)
    for rings in [[square.reversed(), hole], [square, hole.reversed()]] {
      let areas = RoundedShape([rings.map(Array.init)]).polygons[0].map(\.doubledSignedArea)
      #expect(areas == [162, -4])
    }
  }

  @Test func `every small ring keeps its area and its edges to others`() {
    var chance = Seeded(seed: 7)
    var failures: [[Int32]] = []
    for _ in 0..<20_000 {
      let count = Int.random(in: 3...8, using: &chance)
      let numbers = (0..<2 * count).map { _ in Int32.random(in: 0...2, using: &chance) }
      let ring = positions(numbers + numbers.prefix(2))
      let kept = RoundedRing(closing: ring)?.positions ?? []
      if area(ring) != area(kept) || (area(kept) != 0 && edgeBalance(ring) != edgeBalance(kept)) {
        failures.append(numbers)
      }
    }
    #expect(failures == [])
  }

  /// How often each edge is run one way more than the other: what a neighbour must match.
  private func edgeBalance(_ ring: [RoundedPosition]) -> [[Int32]: Int] {
    var balance: [[Int32]: Int] = [:]
    for (a, b) in zip(ring, ring.dropFirst()) where a != b {
      let isForward = (a.x, a.y) < (b.x, b.y)
      let key = isForward ? [a.x, a.y, b.x, b.y] : [b.x, b.y, a.x, a.y]
      balance[key, default: 0] += isForward ? 1 : -1
    }
    return balance.filter { $0.value != 0 }
  }

  private func area(_ ring: [RoundedPosition]) -> Int {
    zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      sum + Int(edge.0.x) * Int(edge.1.y) - Int(edge.1.x) * Int(edge.0.y)
    }
  }

  private func positions(_ numbers: [Int32]) -> [RoundedPosition] {
    stride(from: 0, to: numbers.count, by: 2).map {
      RoundedPosition(x: numbers[$0], y: numbers[$0 + 1])
    }
  }
}
