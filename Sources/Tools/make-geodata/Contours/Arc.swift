internal import Geometry

/// A stretch of a line between two nodes. Two neighbours share it, hence every vertex of it.
struct Arc: Sendable {
  let line: Int
  let kind: PlanLine.Kind
  let from: String
  let to: String
  let isBorder: Bool
  /// The line as it lies on the ground, a point every dozen metres.
  let course: Course
  /// The contour: simplified and at the decimetre, ends exactly at the nodes.
  let contour: [Point]
}
