internal import Geometry

extension Shape {
  /// The same shape with exteriors counter-clockwise and holes clockwise.
  func oriented() -> Shape {
    Shape(
      polygons.map { polygon in
        Polygon(
          exterior: polygon.exterior.turned(counterClockwise: true),
          holes: polygon.holes.map { $0.turned(counterClockwise: false) })
      })
  }

  /// Whether every coordinate is finite.
  var isFinite: Bool {
    polygons.allSatisfy { polygon in
      polygon.exterior.isFinite && polygon.holes.allSatisfy { $0.isFinite }
    }
  }
}

extension Ring {
  fileprivate func turned(counterClockwise: Bool) -> Ring {
    isCounterClockwise == counterClockwise ? self : reversed()
  }
}

extension Envelope {
  /// The middle; `nil` of nothing.
  var centre: Position<F>? {
    isEmpty ? nil : Position(x: (minX + maxX) / 2, y: (minY + maxY) / 2)
  }
}
