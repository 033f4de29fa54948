internal import Geometry

/// Something near: how far, squared, and the label of the area that it belongs to.
struct Neighbour {
  var squaredUnits: Double
  var label: UInt32

  /// Nearer, or as near with a lower label.
  func isBetter(than other: Neighbour?) -> Bool {
    guard let other else { return true }
    return (squaredUnits, label) < (other.squaredUnits, other.label)
  }
}

extension AreaGrid {
  /// The nearest edge of an area that is wanted.
  ///
  /// - Parameters:
  ///   - reach: metres; what lies farther is not found
  ///   - wanted: the label that an edge with these two labels stands for; 0 for none
  /// - Returns: metres and ordinal; the lowest of those at the same distance
  func nearest(
    to position: Position<Projected>, reach: Double, wanted: (UInt32, UInt32) -> UInt32
  ) -> (metres: Double, ordinal: Int)? {
    let x = (position.x - lattice.originX) * lattice.unitsPerMetre
    let y = (position.y - lattice.originY) * lattice.unitsPerMetre
    let limit = min(reach * lattice.unitsPerMetre, 1e11)
    guard abs(x) < 1e11, abs(y) < 1e11, limit >= 0 else { return nil }
    var radius = min(startingRadius(x, y), limit)
    while true {
      var best: Neighbour?
      forEachEdge(near: x, y, within: radius) { left, right, a, b in
        let label = wanted(left, right)
        if label == 0 { return }
        let found = Neighbour(squaredUnits: Self.squaredDistance(x, y, a, b), label: label)
        if found.isBetter(than: best) { best = found }
      }
      if let best, best.squaredUnits <= radius * radius { return answer(best) }
      if radius >= limit { return nil }
      radius = min(radius * 2, limit)
    }
  }

  private func answer(_ best: Neighbour) -> (metres: Double, ordinal: Int)? {
    guard best.label <= areaCount else { return nil }
    return (best.squaredUnits.squareRoot() / lattice.unitsPerMetre, Int(best.label) - 1)
  }

  /// The side of the leaf at the place, or of a cell where there is none.
  private func startingRadius(_ x: Double, _ y: Double) -> Double {
    let isInside = x >= 0 && y >= 0 && x <= greatestX && y <= greatestY
    let cell =
      isInside
      ? (Int(y) >> cellShift) * columns + (Int(x) >> cellShift) : columns * rows
    return Double(1 << CellEntry(packed: directory[cell]).leafShift)
  }

  /// Calls the body for every edge of every leaf that a square around a place touches: its labels
  /// and ends. An edge that lies in several leaves comes several times.
  @inline(__always)
  private func forEachEdge(
    near x: Double, _ y: Double, within radius: Double,
    _ body: (UInt32, UInt32, LatticePoint, LatticePoint) -> Void
  ) {
    forEachLeaf(
      from: max(x - radius, 0), max(y - radius, 0), to: min(x + radius, greatestX),
      min(y + radius, greatestY)
    ) { word in
      guard word > areaCount else { return }
      let block = Block(
        self, at: Int(word & ~LeafBlock.mark), around: LatticePoint(x: 0, y: 0))
      block?.forEachRun { left, right, corners, count in
        for index in 1..<count { body(left, right, corners[index &- 1], corners[index]) }
      }
    }
  }

  /// Calls the body with the word of every leaf that a rectangle touches.
  @inline(__always)
  private func forEachLeaf(
    from minX: Double, _ minY: Double, to maxX: Double, _ maxY: Double, _ body: (UInt32) -> Void
  ) {
    if minX > maxX || minY > maxY { return }
    let (west, east, south, north) = (Int(minX), Int(maxX), Int(minY), Int(maxY))
    for row in (south >> cellShift)...(north >> cellShift) {
      for column in (west >> cellShift)...(east >> cellShift) {
        let entry = CellEntry(packed: directory[row * columns + column])
        let (side, split) = (entry.leafShift, 1 << (cellShift - entry.leafShift))
        let (x, y) = (column << cellShift, row << cellShift)
        let leafColumns = (max(west - x, 0) >> side)...min((east - x) >> side, split - 1)
        for leafRow in (max(south - y, 0) >> side)...min((north - y) >> side, split - 1) {
          for leafColumn in leafColumns {
            body(leaves[entry.firstLeaf + leafRow * split + leafColumn])
          }
        }
      }
    }
  }

  /// The squared distance from a place to a segment, in units.
  @inline(__always)
  private static func squaredDistance(
    _ x: Double, _ y: Double, _ a: LatticePoint, _ b: LatticePoint
  ) -> Double {
    let (ax, ay) = (Double(a.x) - x, Double(a.y) - y)
    let (bx, by) = (Double(b.x) - x, Double(b.y) - y)
    let (dx, dy) = (bx - ax, by - ay)
    let along = -(ax * dx + ay * dy)
    let length = dx * dx + dy * dy
    if along <= 0 { return ax * ax + ay * ay }
    if along >= length { return bx * bx + by * by }
    let across = ax * dy - ay * dx
    return across * across / length
  }
}
