/// Consecutive edges of one ring that touch one cell.
struct EdgeRun {
  let cell: UInt32
  let ring: UInt32
  /// Index of the corner that starts the first edge.
  let first: UInt32
  var count: UInt32
}

/// The edges of all rings, dealt to the cells that they touch, as runs.
struct EdgeRuns {
  /// In the order of cells, then of corners.
  private(set) var runs: [EdgeRun]
  /// Where the runs of each cell begin; one more at the end.
  private(set) var starts: [Int]

  /// Deals the edges of all rings.
  init(of rings: LatticeRings, to cells: SquareWalk) {
    var dealer = Dealer(cells: cells)
    for ring in 0..<rings.count { dealer.deal(ring, of: rings) }
    let cellCount = cells.columns * cells.rows
    starts = [Int](repeating: 0, count: cellCount + 1)
    for run in dealer.runs { starts[Int(run.cell) + 1] += 1 }
    for cell in 0..<cellCount { starts[cell + 1] += starts[cell] }
    runs = Self.sorted(dealer.runs, from: starts)
  }

  func runs(of cell: Int) -> ArraySlice<EdgeRun> { runs[starts[cell]..<starts[cell + 1]] }

  /// A counting sort: the runs of one cell keep their order.
  private static func sorted(_ runs: [EdgeRun], from starts: [Int]) -> [EdgeRun] {
    var next = starts
    return [EdgeRun](unsafeUninitializedCapacity: runs.count) { buffer, count in
      for run in runs {
        buffer.initializeElement(at: next[Int(run.cell)], to: run)
        next[Int(run.cell)] += 1
      }
      count = runs.count
    }
  }
}

private struct Dealer {
  let cells: SquareWalk
  var runs: [EdgeRun] = []
  /// The last run begun in each cell.
  private var lastRun: [Int32]

  init(cells: SquareWalk) {
    self.cells = cells
    lastRun = [Int32](repeating: -1, count: cells.columns * cells.rows)
  }

  mutating func deal(_ ring: Int, of rings: LatticeRings) {
    let cells = cells
    rings.corners.withUnsafeBufferPointer { corners in
      for index in rings.starts[ring]..<(rings.starts[ring + 1] - 1) {
        let (a, b) = (corners[index], corners[index + 1])
        cells.forEachSquare(touchedByEdgeFrom: Int(a.x), Int(a.y), to: Int(b.x), Int(b.y)) {
          add(index, of: ring, to: $1 &* cells.columns &+ $0)
        }
      }
    }
  }

  private mutating func add(_ edge: Int, of ring: Int, to cell: Int) {
    let last = Int(lastRun[cell])
    if last >= 0 && runs[last].ring == UInt32(ring)
      && Int(runs[last].first) + Int(runs[last].count) == edge
    {
      runs[last].count += 1
      return
    }
    lastRun[cell] = Int32(runs.count)
    runs.append(
      EdgeRun(cell: UInt32(cell), ring: UInt32(ring), first: UInt32(edge), count: 1))
  }
}
