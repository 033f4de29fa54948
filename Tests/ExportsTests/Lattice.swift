import Geometry
import TestSupport

/// Cells that share every vertex of their borders, with an enclave and an area of two parts; some
/// vertices lie so close that rounding joins them.
struct Lattice {
  let size: Int
  private var chance: Seeded
  private var borders: [[Int]: [Position<Projected>]] = [:]

  init(size: Int, seed: UInt64) {
    self.size = size
    chance = Seeded(seed: seed)
  }

  /// One shape for each cell but the last, which belongs to the first; then the enclave.
  mutating func shapes() -> [Shape<Projected>] {
    var polygons = (0..<size * size).map { cell in
      Polygon(exterior: ring(cell % size, cell / size))
    }
    let enclave = circle(around: corner(size / 2, size / 2))
    polygons[size * (size / 2) + size / 2].holes = [enclave.reversed()]
    let last = polygons.removeLast()
    var shapes = polygons.map { Shape([$0]) }
    shapes[0].polygons.append(last)
    return shapes + [Shape([Polygon(exterior: enclave)])]
  }

  private mutating func ring(_ column: Int, _ row: Int) -> Ring<Projected> {
    let south = border(column, row, 0), east = border(column + 1, row, 1)
    let north = border(column, row + 1, 0), west = border(column, row, 1)
    return Ring(
      south.dropLast() + east.dropLast() + north.reversed().dropLast() + west.reversed())
  }

  /// The line from one corner to the next, to the east or to the north; the same from both sides.
  private mutating func border(_ column: Int, _ row: Int, _ direction: Int) -> [Position<Projected>]
  {
    let key = [column, row, direction]
    if let known = borders[key] { return known }
    let from = corner(column, row)
    let to = direction == 0 ? corner(column + 1, row) : corner(column, row + 1)
    var line = [from]
    for step in 1..<8 {
      let share = Double(step) / 8
      let wiggle = Double.random(in: -30...30, using: &chance)
      let point = Position<Projected>(
        x: from.x + share * (to.x - from.x) + wiggle, y: from.y + share * (to.y - from.y) + wiggle)
      line.append(point)
      if step % 3 == 0 { line.append(Position(x: point.x + 0.002, y: point.y - 0.002)) }
    }
    borders[key] = line + [to]
    return line + [to]
  }

  private func corner(_ column: Int, _ row: Int) -> Position<Projected> {
    Position(x: 700_000 + 500 * Double(column), y: 6_600_000 + 500 * Double(row))
  }

  private func circle(around corner: Position<Projected>) -> Ring<Projected> {
    let offsets: [(Double, Double)] = [(250, 200), (300, 250), (250, 300), (200, 250), (250, 200)]
    return Ring(offsets.map { Position(x: corner.x + $0.0, y: corner.y + $0.1) })
  }
}
