public import Geometry

extension Transformer {
  /// One position.
  ///
  /// Convenient, slow: arrays and shapes have their own ways.
  public func transformed(_ position: Position<From>) -> Position<To> {
    var x = position.x
    var y = position.y
    transform(&x, &y, count: 1, stride: 1)
    return Position(x: x, y: y)
  }

  /// The same line, vertex by vertex: no side is cut, no vertex is added or lost.
  ///
  /// - Exactness: equal positions give equal positions, in whatever ring they are
  public func transformed(_ ring: Ring<From>) -> Ring<To> {
    let count = ring.positions.count
    let positions = [Position<To>](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let start = buffer.baseAddress else { return }
      ring.positions.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
      initialized = count
      start.withMemoryRebound(to: Double.self, capacity: 2 * count) {
        transform($0, $0 + 1, count: count, stride: 2)
      }
    }
    return Ring(positions)
  }

  /// The same shape, ring by ring; directions are kept as they are.
  public func transformed(_ shape: Shape<From>) -> Shape<To> {
    Shape(
      shape.polygons.map { polygon in
        Polygon(
          exterior: transformed(polygon.exterior), holes: polygon.holes.map { transformed($0) })
      })
  }
}
