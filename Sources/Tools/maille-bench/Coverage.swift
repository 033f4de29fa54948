internal import Geometry

/// A made-up zoning that looks like IRIS: areas of about 250 corners, wiggly borders that neighbours
/// share exactly, and cities where areas are forty times smaller.
///
/// Hexagons laid like bricks, numbered row after row. Each border is drawn from its own seed, so that
/// any area can be drawn alone; borders do not cross (the fold of each level stays within the wedge
/// of its node), and the map that makes cities keeps neighbours neighbours. Coordinates have two
/// decimals, as official files have.
struct Coverage: Sendable {
  let areaCount: Int
  let seed: UInt64
  let columns: Int
  private let cities: Cities

  /// Metres between the middles of neighbours outside cities.
  static let pitch = 4_400.0
  /// South-west corner, in metres of Lambert-93.
  static let origin = Position<Projected>(x: 150_000, y: 6_150_000)

  init(areaCount: Int, seed: UInt64) {
    self.areaCount = areaCount
    self.seed = seed
    columns = max(1, Int(Double(areaCount).squareRoot().rounded()))
    cities = Cities(columns: columns, rows: areaCount / columns + 1, seed: seed)
  }

  /// The contour of one area.
  func shape(of area: Int) -> Shape<Projected> {
    let (row, first) = (area / columns, area % columns * 2 + (area / columns) % 2)
    let sides = [
      border(.flat, row, first), border(.flat, row, first + 1), border(.upright, row, first + 2),
      border(.flat, row + 1, first + 1).reversed(), border(.flat, row + 1, first).reversed(),
      border(.upright, row, first).reversed(),
    ]
    var positions: [Position<Projected>] = []
    for side in sides { positions += side.dropLast() }
    positions += positions.prefix(1)
    return Shape([Polygon(exterior: Ring(positions))])
  }

  /// All contours, in order.
  var shapes: [Shape<Projected>] { (0..<areaCount).map(shape) }

  /// Nine characters in the form of an IRIS code, in the order of the areas; ten IRIS per commune.
  func code(of area: Int) -> String {
    let commune = area / 10
    return padded(commune / 500 + 1, 2) + padded(commune % 500 + 1, 3)
      + padded(area % 10 + 101, 4)
  }

  /// A place of the plan (bricks of side 1) on the map, to the centimetre.
  func place(_ x: Double, _ y: Double) -> Position<Projected> {
    let (x, y) = cities.drawn(x, y)
    return Position(
      x: ((Self.origin.x + x * Self.pitch) * 100).rounded() / 100,
      y: ((Self.origin.y + y * Self.pitch) * 100).rounded() / 100)
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Coverage {
  private enum Direction: Int {
    /// From a node to the next one of its line: half a brick.
    case flat
    /// From a node to the line above: a whole brick.
    case upright
  }

  /// One border, end nodes included.
  private func border(_ direction: Direction, _ line: Int, _ node: Int) -> [Position<Projected>] {
    let number = (line * (2 * columns + 4) + node) * 2 + direction.rawValue
    var chance = Chance(seed: seed, of: number)
    let start = self.node(line, node)
    let end = direction == .flat ? self.node(line, node + 1) : self.node(line + 1, node)
    var points = [start, end]
    var fold = 0.16
    for _ in 0..<(direction == .flat ? 5 : 6) {
      points = folded(points, by: fold, &chance)
      fold *= 0.72
    }
    return points.map { place($0.x, $0.y) }
  }

  /// A node of the plan: pushed up or down to make bricks hexagons, and a little aside.
  private func node(_ line: Int, _ node: Int) -> (x: Double, y: Double) {
    var chance = Chance(seed: seed ^ 0x6E6F_6465, of: line * (2 * columns + 4) + node)
    let lift = (node - line) % 2 == 0 ? 1.0 / 6 : -1.0 / 6
    return (
      Double(node) / 2 + chance.balance() * 0.1, Double(line) + lift + chance.balance() * 0.1
    )
  }

  /// Each piece broken in its middle, to the left or right.
  private func folded(
    _ points: [(x: Double, y: Double)], by fold: Double, _ chance: inout Chance
  ) -> [(x: Double, y: Double)] {
    var result = [points[0]]
    for (a, b) in zip(points, points.dropFirst()) {
      let shift = fold * chance.balance()
      result.append(
        ((a.x + b.x) / 2 - (b.y - a.y) * shift, (a.y + b.y) / 2 + (b.x - a.x) * shift))
      result.append(b)
    }
    return result
  }
}
