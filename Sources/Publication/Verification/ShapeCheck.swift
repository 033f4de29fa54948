internal import Diagnostics
internal import Geometry
internal import Topology

/// Whether the contours of one file are valid, joined and run in the right direction.
struct ShapeCheck {
  let sighting: Sighting

  /// What part of the whole area may overlap or be missing between neighbours: what sources have.
  private static let tolerance = 1e-5

  func problems() throws(Problem) -> [Problem] {
    let context = try TopologyContext()
    var problems: [Problem] = []
    for (index, row) in sighting.rows.enumerated() {
      guard let shape = row.shape else { continue }
      let place = sighting.place(of: index)
      if sighting.system == .degrees && !Self.isWoundWell(shape) {
        problems.append(Wording.wrongWinding(at: place))
      }
      if try context.invalidity(of: shape) != nil { problems.append(Wording.invalid(at: place)) }
    }
    // areas of a zoning that is drawn apart need not touch
    if problems.isEmpty, sighting.zoning == nil, let torn = try tear(context) {
      problems.append(torn)
    }
    return problems
  }

  private static func isWoundWell(_ shape: Shape<Projected>) -> Bool {
    shape.polygons.allSatisfy { polygon in
      polygon.exterior.isCounterClockwise && polygon.holes.allSatisfy { !$0.isCounterClockwise }
    }
  }

  /// The area covered twice, and the holes of the whole that are thin: gaps between neighbours.
  private func tear(_ context: TopologyContext) throws(Problem) -> Problem? {
    let shapes = sighting.rows.compactMap(\.shape)
    if shapes.isEmpty { return nil }
    let whole = try context.union(shapes)
    let overlap = shapes.reduce(0) { $0 + $1.area } - whole.area
    let gaps = whole.polygons.flatMap(\.holes).reduce(0) { $0 + abs($1.doubledSignedArea) / 2 }
    let slivers = gaps < whole.area * 0.01 ? gaps : 0
    guard overlap + slivers > whole.area * Self.tolerance else { return nil }
    let scale = sighting.system == .degrees ? 111_195.0 * 111_195 * 0.7 : 1
    return Wording.torn((overlap + slivers) * scale, at: sighting.file.place)
  }
}
