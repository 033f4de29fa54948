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
    var source = Source(coverage)
    self.init(next: count, of: &source)
  }

  /// The next ones of a source.
  init(next count: Int, of source: inout Source) {
    xs.reserveCapacity(count)
    ys.reserveCapacity(count)
    meant.reserveCapacity(count)
    for _ in 0..<count {
      let point = source.next()
      xs.append(point.position.x)
      ys.append(point.position.y)
      meant.append(Int32(point.meant))
    }
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

  /// Position after position, without end: what is not kept in memory.
  struct Source {
    private let coverage: Coverage
    private var chance: Chance

    init(_ coverage: Coverage) {
      self.coverage = coverage
      chance = Chance(seed: coverage.seed ^ 0x706F_696E)
    }

    mutating func next() -> (position: Position<Projected>, meant: Int) {
      let area = Int.random(in: 0..<coverage.areaCount, using: &chance)
      let street = Int.random(in: 0..<CoveragePoints.streetsPerArea, using: &chance)
      var own = Chance(
        seed: coverage.seed ^ 0x7374_7265, of: area * CoveragePoints.streetsPerArea + street)
      let (row, column) = (area / coverage.columns, area % coverage.columns)
      let x = Double(column) + Double(row % 2) / 2 + 0.5 + own.bell() * 0.2
      let y = Double(row) + 0.5 + own.bell() * 0.2
      let place = coverage.place(x + chance.bell() * 0.03, y + chance.bell() * 0.03)
      return (place, area)
    }
  }
}
