import Geometry
import TestSupport

/// A seeded zoning: a grid of wiggly cells that share their borders exactly, some of them enclaves,
/// some joined to areas of several parts, some missing.
struct Mosaic {
  var shapes: [Shape<Projected>] = []
  let side: Int
  private var chance: Seeded
  private let seed: UInt64

  static let pitch = 100.0
  static let origin = Position<Projected>(x: 850_000, y: 6_690_000)

  init(side: Int, seed: UInt64, parts: Int = 1) {
    self.side = side
    self.seed = seed
    chance = Seeded(seed: seed)
    let cells = (0..<(side * side)).shuffled(using: &chance)
    for start in stride(from: 0, to: cells.count, by: parts) {
      var polygons: [Polygon<Projected>] = []
      for cell in cells[start..<min(start + parts, cells.count)] { polygons += polygon(cell) }
      shapes.append(Shape(polygons))
    }
  }

  /// A position on a lattice of centimetres, over the zoning and a little beyond.
  mutating func position() -> Position<Projected> {
    let reach = Int(Double(side) * Self.pitch * 100)
    return Position(
      x: Self.origin.x + Double(Int.random(in: -2000...(reach + 2000), using: &chance)) / 100,
      y: Self.origin.y + Double(Int.random(in: -2000...(reach + 2000), using: &chance)) / 100)
  }

  /// One corner of the zoning, exactly.
  mutating func corner() -> Position<Projected> {
    let rings = shapes.flatMap(\.rings)
    let ring = rings[Int.random(in: 0..<rings.count, using: &chance)]
    return ring.positions[Int.random(in: 0..<ring.positions.count, using: &chance)]
  }

  /// The cell; one in ten is missing, one in ten has an enclave, which is another area.
  private mutating func polygon(_ cell: Int) -> [Polygon<Projected>] {
    let (column, row) = (cell % side, cell / side)
    let sides = [
      border(column, row, isFlat: true), border(column + 1, row, isFlat: false),
      border(column, row + 1, isFlat: true).reversed(),
      border(column, row, isFlat: false).reversed(),
    ]
    let corners = sides.flatMap { $0.dropLast() }
    let exterior = Ring<Projected>(corners + corners.prefix(1))
    switch Int.random(in: 0..<10, using: &chance) {
    case 0: return []
    case 1:
      let hole = enclave(column, row)
      shapes.append(Shape([Polygon(exterior: hole)]))
      return [Polygon(exterior: exterior, holes: [hole.reversed()])]
    default: return [Polygon(exterior: exterior)]
    }
  }

  private func enclave(_ column: Int, _ row: Int) -> Ring<Projected> {
    let (x, y) = (Double(column) + 0.5, Double(row) + 0.5)
    let corners = [(0.0, -0.1), (0.08, 0), (0.1, 0.09), (-0.07, 0.1)].map {
      place(x + $0.0, y + $0.1)
    }
    return Ring(corners + corners.prefix(1))
  }

  /// The same corners from both sides.
  private func border(_ column: Int, _ row: Int, isFlat: Bool) -> [Position<Projected>] {
    let number = UInt64((row * 1000 + column) * 2 + (isFlat ? 1 : 0))
    var chance = Seeded(seed: seed &* 0x9E37_79B9 &+ number)
    return (0...8).map { step in
      let along = Double(step) / 8
      let aside = step % 8 == 0 ? 0 : Double.random(in: -0.12...0.12, using: &chance)
      return isFlat
        ? place(Double(column) + along, Double(row) + aside)
        : place(Double(column) + aside, Double(row) + along)
    }
  }

  private func place(_ x: Double, _ y: Double) -> Position<Projected> {
    Position(
      x: ((Self.origin.x + x * Self.pitch) * 100).rounded() / 100,
      y: ((Self.origin.y + y * Self.pitch) * 100).rounded() / 100)
  }
}
