/// How the lattice is cut into cells, and how finely cells are cut into leaves.
struct GridPlan: Sendable, Hashable {
  /// Side of a cell: 2^cellShift units.
  let cellShift: Int
  let columns: Int
  let rows: Int
  /// How many leaves a cell is given for each of its edges.
  let leavesPerEdge: Int

  static let edgesPerCell = 64
  static let leavesPerEdge = 1
  /// A leaf is at least two units wide, so that its reference point lies between units.
  static let smallestShift = 1
  /// 256 × 256 leaves in a cell at most.
  static let largestSplit = 8

  /// Cells just large enough for their number to follow the number of edges.
  init(width: Int, height: Int, edgeCount: Int) {
    let limit = max(1, edgeCount / Self.edgesPerCell)
    var shift = Self.smallestShift
    while Self.squares(width, shift) * Self.squares(height, shift) > limit { shift += 1 }
    self.init(width: width, height: height, cellShift: shift, leavesPerEdge: Self.leavesPerEdge)
  }

  init(width: Int, height: Int, cellShift: Int, leavesPerEdge: Int) {
    self.cellShift = cellShift
    self.leavesPerEdge = leavesPerEdge
    columns = Self.squares(width, cellShift)
    rows = Self.squares(height, cellShift)
  }

  var cells: SquareWalk { SquareWalk(shift: cellShift, columns: columns, rows: rows) }

  /// The side of the leaves of a cell with so many edges: 2^leafShift units.
  func leafShift(edgeCount: Int) -> Int {
    var split = 0
    while 1 << (2 * split) < edgeCount * leavesPerEdge && split < Self.largestSplit { split += 1 }
    return max(cellShift - split, min(Self.smallestShift, cellShift))
  }

  private static func squares(_ length: Int, _ shift: Int) -> Int { (length >> shift) + 1 }
}
