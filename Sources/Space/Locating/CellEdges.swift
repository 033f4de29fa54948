/// One edge of a cell with the labels on both sides; 0 is no area.
struct CellEdge {
  let a: LatticePoint
  let b: LatticePoint
  var left: UInt32
  var right: UInt32
}

/// The edges of one cell, each shared one once. Used again for one cell after the other.
struct CellEdges {
  private(set) var edges: [CellEdge] = []
  /// Open addressing: index of an edge, or −1.
  private var slots: [Int32] = []

  /// Gathers the edges of one cell's runs, joins the two sides of shared edges and drops those that
  /// have the same area on both sides.
  mutating func gather(_ runs: ArraySlice<EdgeRun>, of rings: LatticeRings) {
    edges.removeAll(keepingCapacity: true)
    prepareSlots(for: runs.reduce(0) { $0 + Int($1.count) })
    rings.corners.withUnsafeBufferPointer { corners in
      for run in runs {
        let label = rings.labels[Int(run.ring)]
        let isLeft = rings.areaIsLeft[Int(run.ring)]
        for index in Int(run.first)..<Int(run.first + run.count) {
          join(
            CellEdge(
              a: corners[index], b: corners[index + 1], left: isLeft ? label : 0,
              right: isLeft ? 0 : label))
        }
      }
    }
    edges.removeAll { $0.left == $0.right }
  }

  private mutating func prepareSlots(for count: Int) {
    var size = 16
    while size < 2 * count { size *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(-1, count: size))
  }

  /// Adds an edge, or its side to the same edge already met with that side free.
  private mutating func join(_ edge: CellEdge) {
    let mask = slots.count - 1
    var slot = Self.hash(edge.a, edge.b) & mask
    while slots[slot] >= 0 {
      if fill(Int(slots[slot]), with: edge) { return }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(edges.count)
    edges.append(edge)
  }

  private mutating func fill(_ index: Int, with edge: CellEdge) -> Bool {
    let known = edges[index]
    let isSame = known.a == edge.a && known.b == edge.b
    guard isSame || (known.a == edge.b && known.b == edge.a) else { return false }
    let (left, right) = isSame ? (edge.left, edge.right) : (edge.right, edge.left)
    if left != 0 && known.left == 0 {
      edges[index].left = left
    } else if right != 0 && known.right == 0 {
      edges[index].right = right
    } else {
      return false
    }
    return true
  }

  /// The same for both directions.
  private static func hash(_ a: LatticePoint, _ b: LatticePoint) -> Int {
    let mixed = (mix(a) &+ mix(b)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 33)
  }

  private static func mix(_ point: LatticePoint) -> UInt64 {
    let packed =
      UInt64(UInt32(bitPattern: point.x)) << 32 | UInt64(UInt32(bitPattern: point.y))
    return (packed ^ packed >> 29) &* 0xBF58_476D_1CE4_E5B9
  }
}
