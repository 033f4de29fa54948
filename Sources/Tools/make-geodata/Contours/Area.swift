internal import Geometry

/// An area of the plan with the ground that it covers.
struct Area: Sendable {
  let plan: PlanArea
  let shape: Shape<Projected>
  let envelope: Envelope<Projected>

  init(plan: PlanArea, shape: Shape<Projected>) {
    self.plan = plan
    self.shape = shape
    envelope = shape.envelope
  }

  func contains(_ point: Point) -> Bool {
    envelope.contains(point) && shape.side(of: point) == .inside
  }
}
