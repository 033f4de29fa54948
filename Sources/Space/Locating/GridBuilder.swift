/// Builds the parts of a grid, cell after cell, row after row, in one pass.
///
/// The cover of a place is carried from leaf to leaf: it changes only by the edges that the way
/// between two reference points crosses. West of the first cell there is nothing.
struct GridBuilder: ~Copyable {
  let rings: LatticeRings
  let plan: GridPlan
  let runs: EdgeRuns

  var directory: [UInt64] = []
  var leaves = GrowingWords()
  var blocks = GrowingWords()

  var covers: Covers
  var cellEdges = CellEdges()
  var leafEdges = LeafEdges()
  /// The cover of the reference point of each leaf of the present cell.
  var leafCovers: [UInt32] = []
  /// The words of leaves without edges where areas overlap.
  var overlapWords: [UInt32: UInt32] = [:]
  /// The cover carried to the west border of the next cell, and at which height (half units).
  var carriedCover: UInt32 = 0
  var carriedHeight: Int64 = 0

  init(_ rings: LatticeRings, areaCount: Int, plan: GridPlan) {
    self.rings = rings
    self.plan = plan
    runs = EdgeRuns(of: rings, to: plan.cells)
    covers = Covers(areaCount: areaCount)
  }

  /// Builds everything; the directory ends with a cell that stands for all places outside.
  mutating func build() {
    directory.reserveCapacity(plan.columns * plan.rows + 1)
    for row in 0..<plan.rows {
      carriedCover = 0
      carriedHeight = Int64(row << plan.cellShift) * 2 + 1
      for column in 0..<plan.columns { buildCell(column, row) }
    }
    appendUniformCell(0)
  }

  private mutating func buildCell(_ column: Int, _ row: Int) {
    cellEdges.gather(runs.runs(of: row * plan.columns + column), of: rings)
    if cellEdges.edges.isEmpty { return appendUniformCell(uniformWord(carriedCover)) }
    let (x, y) = (column << plan.cellShift, row << plan.cellShift)
    leafEdges.deal(
      cellEdges.edges, cellX: x, cellY: y, cellShift: plan.cellShift,
      shift: plan.leafShift(edgeCount: cellEdges.edges.count))
    coverLeaves(cellX: x, cellY: y)
    appendSplitCell()
  }

  private mutating func appendUniformCell(_ word: UInt32) {
    directory.append(CellEntry(firstLeaf: leaves.count, leafShift: plan.cellShift).packed)
    leaves.append(word)
  }

  private mutating func appendSplitCell() {
    let leafCount = leafEdges.split * leafEdges.split
    let first = leaves.appendZeros(leafCount)
    directory.append(CellEntry(firstLeaf: first, leafShift: leafEdges.shift).packed)
    for leaf in 0..<leafCount {
      let word = leafEdges.isEmpty(leaf) ? uniformWord(leafCovers[leaf]) : appendBlock(of: leaf)
      leaves[first + leaf] = word
    }
  }
}

extension GridBuilder {
  /// The word of a leaf without edges: a label, or a block that lists the areas that overlap there.
  private mutating func uniformWord(_ cover: UInt32) -> UInt32 {
    if covers.isPlain(cover) { return cover }
    if let word = overlapWords[cover] { return word }
    let offset = blocks.count
    appendHeader(for: cover)
    let word = closeBlock(from: offset, shift: plan.cellShift)
    overlapWords[cover] = word
    return word
  }

  /// Appends the block of a leaf and gives the leaf's word.
  private mutating func appendBlock(of leaf: Int) -> UInt32 {
    let offset = blocks.count
    appendHeader(for: leafCovers[leaf])
    var run = -1
    var previous = CellEdge(a: .init(x: 0, y: 0), b: .init(x: 0, y: 0), left: 0, right: 0)
    for index in leafEdges.starts[leaf]..<leafEdges.starts[leaf + 1] {
      let edge = cellEdges.edges[Int(leafEdges.members[index])]
      let goesOn =
        run >= 0 && edge.a == previous.b && edge.left == previous.left
        && edge.right == previous.right
      if !goesOn { run = appendRun(from: edge) }
      append(edge.b)
      blocks[run + 2] += 1
      previous = edge
    }
    return closeBlock(from: offset, shift: leafEdges.shift)
  }

  private func closeBlock(from offset: Int, shift: Int) -> UInt32 {
    let size = blocks.count - offset
    precondition(
      offset < LeafBlock.mark && size < LeafBlock.largestSize, "an index holds less than 8 GB")
    blocks[offset + 1] = UInt32(size) << LeafBlock.shiftBits | UInt32(shift)
    return LeafBlock.mark | UInt32(offset)
  }

  private mutating func appendHeader(for cover: UInt32) {
    if covers.isPlain(cover) {
      blocks.append(cover)
      blocks.append(0)
      return
    }
    let labels = covers.labels(of: cover)
    blocks.append(LeafBlock.mark | UInt32(labels.count))
    blocks.append(0)
    for label in labels { blocks.append(label) }
  }

  /// - Returns: where the run begins
  private mutating func appendRun(from edge: CellEdge) -> Int {
    let run = blocks.count
    blocks.append(edge.left)
    blocks.append(edge.right)
    blocks.append(1)
    append(edge.a)
    return run
  }

  private mutating func append(_ corner: LatticePoint) {
    blocks.append(UInt32(bitPattern: corner.x))
    blocks.append(UInt32(bitPattern: corner.y))
  }
}
