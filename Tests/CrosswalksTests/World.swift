import Boundaries
import Geometry
import Territory
import Topology

/// A rectangle in metres from a place in Lambert-93.
func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Shape<Projected> {
  outline([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
}

/// A polygon from its corners, in metres from the same place.
func outline(_ corners: [(Double, Double)]) -> Shape<Projected> {
  let positions = (corners + corners.prefix(1)).map {
    Position<Projected>(x: $0.0 + 770_000, y: $0.1 + 6_280_000)
  }
  return Shape([Polygon(exterior: Ring(positions))])
}

/// Contours from codes and shapes; a name after a slash: `211230101/Centre`.
func contours(
  _ edition: String, _ areas: [(code: String, shape: Shape<Projected>)],
  system: TerritorySystem = .lambert93
) -> Contours {
  let areas = areas.compactMap { area -> IrisArea? in
    let words = area.code.split(separator: "/").map(String.init)
    guard let iris = Iris(words[0]) else { return nil }
    return IrisArea(
      iris: iris, name: words.count > 1 ? words[1] : "", communeName: "", type: .habitat,
      shape: area.shape)
  }
  return Contours(
    edition: Edition(edition), system: system, areas: areas.sorted { $0.iris < $1.iris })
}

func iris(_ code: String) -> Iris {
  guard let iris = Iris(code) else { preconditionFailure("a code of nine characters") }
  return iris
}

/// A partition of cells in zones: the zone of each cell, numbered by first appearance.
typealias Partition = [Int]

/// Every way to put cells into zones.
func partitions(of count: Int) -> [Partition] {
  (0..<count).reduce([[]]) { known, _ in
    known.flatMap { part in (0...((part.max() ?? -1) + 1)).map { part + [$0] } }
  }
}

/// A square of cells of a hectare, two in a row, put into zones.
func zones(_ edition: String, _ partition: Partition, code: (Int) -> String) throws -> Contours {
  let context = try TopologyContext()
  let numbers = Set(partition).sorted()
  return contours(
    edition,
    try numbers.map { number in
      let cells = partition.indices.filter { partition[$0] == number }
      let boxes = cells.map { box(Double($0 % 2) * 100, Double($0 / 2) * 100, 100, 100) }
      return (code(number), try context.union(boxes))
    })
}
