internal import Diagnostics
internal import Geometry
internal import Topology

/// Validity of each contour, by GEOS; what is not valid is repaired and told.
struct ShapeCheck {
  private let context: TopologyContext

  init() throws(Problem) { context = try TopologyContext() }

  /// Repairs the areas that are not valid, and sets aside those that then cover nothing.
  func repair(_ areas: inout [PlacedArea], problems: inout ProblemLog) throws(Problem) {
    var emptied: Set<Int> = []
    for index in areas.indices {
      let shape = areas[index].area.shape
      guard let invalidity = try context.invalidity(of: shape) else { continue }
      let repair = try context.repaired(shape)
      var place = areas[index].place
      (place.ring, place.vertex) = Self.nearest(to: invalidity.position, in: shape)
      problems.record(
        Wording.invalid(
          place, before: repair.areaBefore, after: repair.areaAfter, reason: invalidity.reason))
      areas[index].area = areas[index].area.covering(repair.shape.oriented())
      if repair.shape.isEmpty {
        problems.record(Wording.noShape(areas[index].place))
        emptied.insert(index)
      }
    }
    areas = areas.indices.filter { !emptied.contains($0) }.map { areas[$0] }
  }

  /// The ring and vertex, from 1, that lie nearest to a position.
  private static func nearest(
    to position: Position<Projected>?, in shape: Shape<Projected>
  ) -> (ring: Int?, vertex: Int?) {
    guard let position else { return (nil, nil) }
    var best: (ring: Int, vertex: Int, distance: Double)?
    for (ring, positions) in shape.rings.map(\.positions).enumerated() {
      for (vertex, candidate) in positions.enumerated() {
        let distance = candidate.distance(to: position)
        if distance < best?.distance ?? .infinity { best = (ring + 1, vertex + 1, distance) }
      }
    }
    return (best?.ring, best?.vertex)
  }
}

extension IrisArea {
  /// The same IRIS with another contour.
  func covering(_ shape: Shape<Projected>) -> IrisArea {
    IrisArea(iris: iris, name: name, communeName: communeName, type: type, shape: shape)
  }
}
