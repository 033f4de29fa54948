internal import Geometry

/// All rings of all areas on the lattice: corners one ring after the other, each ring closed.
struct LatticeRings {
  private(set) var corners: [LatticePoint] = []
  /// Where each ring begins; one more at the end.
  private(set) var starts: [Int] = [0]
  /// The label of the area of each ring: its ordinal plus one.
  private(set) var labels: [UInt32] = []
  /// Whether the area of each ring lies to its left.
  private(set) var areaIsLeft: [Bool] = []

  /// Rounds the rings of all shapes, in order; the label of a shape is its index plus one.
  init(_ shapes: [Shape<Projected>], on lattice: Lattice) {
    corners.reserveCapacity(shapes.reduce(0) { $0 + $1.vertexCount })
    for (ordinal, shape) in shapes.enumerated() {
      for polygon in shape.polygons {
        append(polygon.exterior, of: ordinal, isHole: false, on: lattice)
        for hole in polygon.holes { append(hole, of: ordinal, isHole: true, on: lattice) }
      }
    }
  }

  var count: Int { labels.count }

  /// Edges of all rings: each corner starts one, except the last of its ring.
  var edgeCount: Int { corners.count - count }

  private mutating func append(
    _ ring: Ring<Projected>, of ordinal: Int, isHole: Bool, on lattice: Lattice
  ) {
    let start = corners.count
    for position in ring.positions {
      let corner = lattice.point(position)
      if corners.count == start || corners[corners.count - 1] != corner { corners.append(corner) }
    }
    if corners.count > start && corners[start] != corners[corners.count - 1] {
      corners.append(corners[start])
    }
    guard corners.count - start >= 4 else {
      corners.removeSubrange(start...)
      return
    }
    areaIsLeft.append((doubledArea(from: start) >= 0) != isHole)
    labels.append(UInt32(ordinal + 1))
    starts.append(corners.count)
  }

  /// Twice the signed area of the ring that ends the list.
  private func doubledArea(from start: Int) -> Int64 {
    corners.withUnsafeBufferPointer { corners in
      let origin = corners[start]
      var sum: Int64 = 0
      for index in start..<(corners.count - 1) {
        let (a, b) = (corners[index], corners[index + 1])
        let (ax, ay) = (Int64(a.x) - Int64(origin.x), Int64(a.y) - Int64(origin.y))
        let (bx, by) = (Int64(b.x) - Int64(origin.x), Int64(b.y) - Int64(origin.y))
        sum &+= ax &* by &- bx &* ay
      }
      return sum
    }
  }
}
