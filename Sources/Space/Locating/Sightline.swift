/// The straight way from a leaf's reference point to a position, and what it crosses.
///
/// Everything is counted in half units from the reference point. Vertices lie on whole units and
/// reference points between them, so that a vertex never has the height of a reference point.
///
/// A position on an edge, or a way through a vertex, is decided as if the position lay a hair to the
/// east and a much smaller hair to the north of where it is: the half-open rule. A reference point
/// on an edge is decided as if it lay a still smaller hair to the north. No sign is ever zero then,
/// and two areas that share an edge are told the same thing.
///
/// - Exactness: exact; products wrap, but each sum is twice the area of a triangle of the lattice
///   and fits (`Lattice.maximalExtent`)
/// - Source: Edelsbrunner & Mücke, « Simulation of Simplicity », ACM ToG 9(1), 1990
struct Sightline {
  /// The position, seen from the reference point.
  let x: Int64
  let y: Int64

  /// Twice the area of reference, vertex, position; positive when the vertex is on the right.
  @inline(__always) func area(_ vx: Int64, _ vy: Int64) -> Int64 { vx &* y &- vy &* x }

  /// Whether the vertex lies to the right of the way.
  @inline(__always) static func isRight(_ area: Int64, _ vy: Int64) -> Bool {
    area &- 1 &- (vy &>> 63) >= 0
  }

  /// What crossing one edge means, when its ends lie on different sides of the way's line.
  ///
  /// - Parameters:
  ///   - areaA: `area` of the start
  ///   - areaB: `area` of the end
  /// - Returns: 1 when the way goes from the left of the edge to its right, −1 from right to left,
  ///   0 when the edge does not lie between the reference point and the position
  @inline(__always) static func crossing(
    _ ax: Int64, _ ay: Int64, _ areaA: Int64, _ bx: Int64, _ by: Int64, _ areaB: Int64
  ) -> Int64 {
    let reference = ax &* by &- ay &* bx
    let position = areaB &- areaA &+ reference
    let isReferenceLeft = reference &- (bx > ax ? 0 : 1) >= 0
    let isPositionLeft = position &- (by < ay || (by == ay && bx > ax) ? 0 : 1) >= 0
    return (isReferenceLeft ? 1 : 0) &- (isPositionLeft ? 1 : 0)
  }

  /// The same for an edge on its own.
  @inline(__always) func crossing(_ ax: Int64, _ ay: Int64, _ bx: Int64, _ by: Int64) -> Int64 {
    let areaA = area(ax, ay)
    let areaB = area(bx, by)
    guard Self.isRight(areaA, ay) != Self.isRight(areaB, by) else { return 0 }
    return Self.crossing(ax, ay, areaA, bx, by, areaB)
  }
}
