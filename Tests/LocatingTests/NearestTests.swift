import Geometry
import TestSupport
import Testing
import Topology

@testable import Locating

@Suite struct NearestTests {
  private static func index(_ shapes: [Shape<Projected>]) -> AreaIndex<Code> {
    .build(shapes.enumerated().map { (key: Code($0.offset), shape: $0.element) })
  }

  /// Two squares side by side, a third apart.
  private static let row = index([
    area(square(0, 0, 10)), area(square(10, 0, 10)), area(square(40, 0, 10)),
  ])

  static let cases: [(x: Double, y: Double, Range<Int>?, reach: Double, Ownership<Int>)] = [
    (5, 5, nil, 0, .inside(0)),
    (25, 5, nil, 0, .none),
    (25, 5, nil, 4.9, .none),
    (25, 5, nil, 5, .nearest(1, metres: 5)),
    (30, 5, nil, 400, .nearest(1, metres: 10)),
    (36, 5, nil, 400, .nearest(2, metres: 4)),
    (5, 5, 1..<2, 400, .nearest(1, metres: 5)),
    (5, 5, 1..<3, 0, .none),
    (15, 5, 0..<2, 0, .inside(1)),
    (53, 14, nil, 400, .nearest(2, metres: 5)),
    (10, 13, nil, 400, .nearest(0, metres: 3)),
    (5, 5, 0..<0, 400, .none),
    (.nan, 5, nil, 400, .none),
    (5, 5, 1..<2, .nan, .none),
    (-1000, 5, nil, 400, .none),
    (-300, 5, nil, 400, .nearest(0, metres: 300)),
  ]

  @Test(arguments: cases.indices)
  func `the guard keeps to candidates and gives the nearest within reach`(number: Int) {
    let (x, y, candidates, reach, expected) = Self.cases[number]
    let owner = Self.row.owner(
      of: Position(x: x, y: y), among: candidates.map { Candidates($0) }, reach: reach)
    #expect(owner == expected)
  }

  @Test func `among overlapping areas the guard gives the lowest candidate`() {
    let index = Self.index([
      area(square(0, 0, 100)), area(square(20, 20, 60)), area(square(30, 30, 60)),
    ])
    let owner = { index.owner(of: Position(x: 50, y: 50), among: $0, reach: 0) }
    #expect(owner(nil) == .inside(0))
    #expect(owner(Candidates([2, 1])) == .inside(1))
    #expect(owner(Candidates([2])) == .inside(2))
  }

  @Test func `only borders with another area make a location unsure`() {
    let distance = { (x: Double, ordinal: Int, others: Candidates?) in
      Self.row.distanceToOtherArea(
        from: Position(x: x, y: 5), ordinal: ordinal, among: others, limit: 100)
    }
    #expect(distance(2, 0, nil) == 8)
    #expect(distance(2, 0, Candidates([2])) == 38)
    #expect(distance(2, 0, Candidates([0])) == nil)
    #expect(distance(45, 2, nil) == 25)
    #expect(
      Self.row.distanceToOtherArea(from: Position(x: 2, y: 5), ordinal: 0, limit: 7.9) == nil)
  }

  /// GEOS measures the distance to the border of every area.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `nearest areas and distances are those of GEOS`(seed: UInt64) {
    var mosaic = Mosaic(side: 5, seed: seed)
    let index = Self.index(mosaic.shapes)
    let rival = PreparedAreas(mosaic.shapes)
    var failures: [String] = []
    for _ in 0..<400 {
      let position = mosaic.position()
      let distances = mosaic.shapes.indices.map { rival.distance(from: position, toBorderOf: $0) }
      let candidates = Candidates(Set(mosaic.shapes.indices.filter { $0 % 3 == Int(seed) % 3 }))
      let nearest =
        mosaic.shapes.indices.filter { candidates.contains($0) }
        .map { distances[$0] }.min() ?? .infinity
      switch index.owner(of: position, among: candidates, reach: 1000) {
      case .inside(let ordinal):
        if !rival.covering(position).contains(Int32(ordinal)) { failures.append("\(position)") }
      case .nearest(let ordinal, let metres):
        if abs(metres - nearest) > 0.002 || abs(metres - distances[ordinal]) > 0.002 {
          failures.append("\(position): \(metres), GEOS \(nearest)")
        }
      case .none: failures.append("\(position): none")
      }
      guard let ordinal = index.ordinal(at: position) else { continue }
      let others = distances.enumerated().filter { $0.offset != ordinal }.map(\.element).min()
      let given = index.distanceToOtherArea(from: position, ordinal: ordinal, limit: 1000)
      if abs((given ?? -1) - (others ?? -1)) > 0.002 {
        failures.append("\(position): other at \(given ?? -1), GEOS \(others ?? -1)")
      }
    }
    #expect(failures.prefix(5) == [])
  }

  @Test func `the areas of a commune are those between its codes`() {
    let index = AreaIndex.build([30, 10, 21, 22, 29].map { (key: Code($0), shape: Shape([])) })
    #expect(index.keys.map(\.number) == [10, 21, 22, 29, 30])
    #expect(index.ordinals(from: Code(20), through: Code(29)) == Candidates(1..<4))
    #expect(index.ordinals(from: Code(20), through: Code(28)) == Candidates(1..<3))
    #expect(index.ordinals(from: Code(0), through: Code(99)) == Candidates(0..<5))
    #expect(index.ordinals(from: Code(31), through: Code(40)).isEmpty)
    #expect(index.ordinals(from: Code(40), through: Code(31)).isEmpty)
    #expect(index.ordinal(of: Code(22)) == 2)
    #expect(index.ordinal(of: Code(23)) == nil)
  }

  @Test func `candidates in any order are one set`() {
    #expect(Candidates([4, 2, 3, 3, 9]) == Candidates([9, 4, 3, 2]))
    #expect(Candidates([2, 3, 4]) == Candidates(2..<5))
    #expect(Candidates([4, 2, 3, 9]).count == 4)
    #expect((0..<11).filter { Candidates([4, 2, 3, 9]).contains($0) } == [2, 3, 4, 9])
  }
}
