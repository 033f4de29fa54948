internal import Geometry

/// The plan drawn in full: arcs, and the areas between them.
struct Drawing: Sendable {
  let arcs: [Arc]
  /// In the order of their codes.
  let areas: [Area]

  /// Draws the plan. When lines cross they are drawn again, calmer.
  init(seed: UInt64) {
    let lines = TownPlan.borders + TownPlan.roads
    for scale in [1, 0.8, 0.6, 0.4, 0.2] {
      let arcs = Arc.drawn(lines, seed: seed, scale: scale)
      guard Crossings.first(in: arcs.filter(\.isBorder)) == nil else { continue }
      self.arcs = arcs
      areas = Self.areas(between: arcs.filter(\.isBorder))
      return
    }
    preconditionFailure("the hand-drawn plan itself crosses")
  }

  private static func areas(between arcs: [Arc]) -> [Area] {
    let rings = Faces.rings(of: arcs)
    let holes = rings.filter { !$0.isCounterClockwise }
    let faces = rings.filter(\.isCounterClockwise).map { exterior in
      Polygon(exterior: exterior, holes: holes.filter { isHole($0, of: exterior) })
    }
    let areas = TownPlan.areas.map { plan in
      Area(plan: plan, shape: Shape(plan.seeds.map { seed in face(faces, at: seed, plan) }))
    }
    let owned = areas.flatMap(\.shape.polygons)
    let orphans = faces.filter { !owned.contains($0) }.map {
      TownPlan.offset($0.exterior.positions[0])
    }
    precondition(orphans.isEmpty, "faces without an area start at \(orphans)")
    precondition(owned.count == faces.count, "two areas claim one face")
    return areas
  }

  /// A hole lies strictly within; the limit of everything lies within nothing.
  private static func isHole(_ hole: Ring<Projected>, of exterior: Ring<Projected>) -> Bool {
    hole.positions.allSatisfy { exterior.side(of: $0) == .inside }
  }

  private static func face(
    _ faces: [Polygon<Projected>], at seed: Point, _ plan: PlanArea
  ) -> Polygon<Projected> {
    guard let face = faces.first(where: { Shape([$0]).side(of: seed) == .inside }) else {
      preconditionFailure("no face under the seed of \(plan.name)")
    }
    return face
  }
}
