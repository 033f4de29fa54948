internal import Geometry

/// Whether drawn borders stay apart: two arcs may meet at their ends only.
enum Crossings {
  /// The first two segments that share a point although they are not neighbours; `nil` when none.
  ///
  /// - Complexity: O(n log n + pairs with overlapping spans of easting) of the segments
  static func first(in arcs: [Arc]) -> (Point, Point)? {
    let segments = arcs.flatMap { arc in zip(arc.contour, arc.contour.dropFirst()).map(Segment.init)
    }
    .sorted { $0.west < $1.west }
    for (index, one) in segments.enumerated() {
      for other in segments[(index + 1)...] {
        if other.west > one.east { break }
        if one.meets(other) { return (one.a, other.a) }
      }
    }
    return nil
  }

  private struct Segment {
    let a: Point, b: Point
    var west: Double { min(a.x, b.x) }
    var east: Double { max(a.x, b.x) }

    func meets(_ other: Segment) -> Bool {
      if a == other.a || a == other.b || b == other.a || b == other.b { return folds(on: other) }
      if max(a.y, b.y) < min(other.a.y, other.b.y) || max(other.a.y, other.b.y) < min(a.y, b.y) {
        return false
      }
      return turn(other.a) * turn(other.b) <= 0 && other.turn(a) * other.turn(b) <= 0
    }

    /// Neighbours share one end; they must not lie on each other beyond it.
    private func folds(on other: Segment) -> Bool {
      (a == other.a && b == other.b) || (a == other.b && b == other.a)
    }

    private func turn(_ p: Point) -> Double {
      (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y)
    }
  }
}
