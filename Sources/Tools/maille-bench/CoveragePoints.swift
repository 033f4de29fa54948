internal import Geometry

/// Positions as addresses lie: as many in each area, along a few streets around its middle.
struct CoveragePoints {
  private(set) var xs: [Double] = []
  private(set) var ys: [Double] = []
  /// In which area each was meant to lie; near borders it may lie in a neighbour.
  private(set) var meant: [Int32] = []

  static let streetsPerArea = 8

  /// Positions in chance order.
  init(_ count: Int, in coverage: Coverage) {
    xs.reserveCapacity(count)
    ys.reserveCapacity(count)
    meant.reserveCapacity(count)
    var chance = Chance(seed: coverage.seed ^ 0x706F_696E)
    for _ in 0..<count { add(in: coverage, &chance) }
  }

  /// The same positions, those of an area together.
  func grouped() -> CoveragePoints {
    let order = meant.indices.sorted { (meant[$0], $0) < (meant[$1], $1) }
    var points = self
    points.xs = order.map { xs[$0] }
    points.ys = order.map { ys[$0] }
    points.meant = order.map { meant[$0] }
    return points
  }

  /// The first ones, as positions.
  func first(_ count: Int) -> [Position<Projected>] {
    (0..<count).map { Position(x: xs[$0], y: ys[$0]) }
  }

  private mutating func add(in coverage: Coverage, _ chance: inout Chance) {
    let area = Int.random(in: 0..<coverage.areaCount, using: &chance)
    let street = Int.random(in: 0..<Self.streetsPerArea, using: &chance)
    var own = Chance(seed: coverage.seed ^ 0x7374_7265, of: area * Self.streetsPerArea + street)
    let (row, column) = (area / coverage.columns, area % coverage.columns)
    let x = Double(column) + Double(row % 2) / 2 + 0.5 + own.bell() * 0.2
    let y = Double(row) + 0.5 + own.bell() * 0.2
    let place = coverage.place(x + chance.bell() * 0.03, y + chance.bell() * 0.03)
    xs.append(place.x)
    ys.append(place.y)
    meant.append(Int32(area))
  }
}
