internal import Diagnostics
internal import Geometry
internal import Topology

/// Whether the contours of one file are valid, joined and run in the right direction.
struct ShapeCheck {
  let sighting: Sighting
  /// What the contours of the source had of it already.
  let unevenness: Double

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

  /// Whether neighbours overlap or part more than they did in their source.
  private func tear(_ context: TopologyContext) throws(Problem) -> Problem? {
    let shapes = sighting.rows.compactMap(\.shape)
    if shapes.isEmpty { return nil }
    let found = try context.unevenness(of: shapes)
    guard found > Self.tolerance + unevenness * 1.01 else { return nil }
    let whole = shapes.reduce(0) { $0 + $1.area }
    let scale = sighting.system == .degrees ? 111_195.0 * 111_195 * 0.7 : 1
    return Wording.torn(found * whole * scale, at: sighting.file.place)
  }
}
