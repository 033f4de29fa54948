/// The edges of one cell dealt to its leaves. Used again for one cell after the other.
struct LeafEdges {
  /// Side of a leaf: 2^shift units.
  private(set) var shift = 0
  /// Leaves on a side of the cell.
  private(set) var split = 1
  /// Indices of edges, leaf after leaf.
  private(set) var members: [UInt32] = []
  /// Where the members of each leaf begin; one more at the end.
  private(set) var starts: [Int] = [0, 0]
  private var pairs: [Pair] = []

  private struct Pair {
    let leaf: UInt32
    let edge: UInt32
  }

  /// Deals edges to the leaves of the cell whose south-west corner is given.
  mutating func deal(_ edges: [CellEdge], cellX: Int, cellY: Int, cellShift: Int, shift: Int) {
    self.shift = shift
    split = 1 << (cellShift - shift)
    let walk = SquareWalk(shift: shift, columns: split, rows: split)
    pairs.removeAll(keepingCapacity: true)
    for index in edges.indices {
      let (a, b) = (edges[index].a, edges[index].b)
      walk.forEachSquare(
        touchedByEdgeFrom: Int(a.x) - cellX, Int(a.y) - cellY, to: Int(b.x) - cellX,
        Int(b.y) - cellY
      ) { pairs.append(Pair(leaf: UInt32($1 &* split &+ $0), edge: UInt32(index))) }
    }
    sortPairs()
  }

  func edges(of leaf: Int) -> ArraySlice<UInt32> { members[starts[leaf]..<starts[leaf + 1]] }

  func isEmpty(_ leaf: Int) -> Bool { starts[leaf] == starts[leaf + 1] }

  /// A counting sort: the edges of one leaf keep their order.
  private mutating func sortPairs() {
    let leafCount = split * split
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(0, count: leafCount + 1))
    for pair in pairs { starts[Int(pair.leaf)] += 1 }
    var sum = 0
    for leaf in 0...leafCount {
      sum += starts[leaf]
      starts[leaf] = sum
    }
    members.removeAll(keepingCapacity: true)
    members.append(contentsOf: repeatElement(0, count: pairs.count))
    for pair in pairs.reversed() {
      starts[Int(pair.leaf)] -= 1
      members[starts[Int(pair.leaf)]] = pair.edge
    }
  }
}
