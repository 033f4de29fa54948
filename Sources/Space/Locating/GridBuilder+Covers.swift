/// Which areas cover the reference point of each leaf: walked from the west border of the cell up
/// and down its first column, then along each row.
extension GridBuilder {
  /// Finds the cover of every leaf of the present cell, and carries one to its east border.
  mutating func coverLeaves(cellX: Int, cellY: Int) {
    let frame = LeafFrame(cellX: cellX, cellY: cellY, shift: leafEdges.shift)
    let split = leafEdges.split
    leafCovers.removeAll(keepingCapacity: true)
    leafCovers.append(contentsOf: repeatElement(0, count: split * split))
    let entry = (Int(carriedHeight >> 1) - cellY) >> leafEdges.shift
    enter(entry, frame)
    for row in (entry + 1)..<max(split, entry + 1) { step(from: (0, row - 1), to: (0, row), frame) }
    for row in (0..<entry).reversed() { step(from: (0, row + 1), to: (0, row), frame) }
    for row in 0..<split {
      for column in 1..<max(split, 1) { step(from: (column - 1, row), to: (column, row), frame) }
    }
    leave(entry, frame)
  }

  private mutating func enter(_ row: Int, _ frame: LeafFrame) {
    covers.begin(with: carriedCover)
    cross(0, row, toX: frame.west(of: 0), y: carriedHeight, frame, turns: -1)
    leafCovers[row * leafEdges.split] = covers.end()
  }

  private mutating func leave(_ row: Int, _ frame: LeafFrame) {
    let column = leafEdges.split - 1
    carriedHeight = frame.referenceY(row)
    covers.begin(with: leafCovers[row * leafEdges.split + column])
    cross(column, row, toX: frame.west(of: column + 1), y: carriedHeight, frame, turns: 1)
    carriedCover = covers.end()
  }

  /// Between neighbours, by the point of their border that faces both reference points.
  private mutating func step(
    from: (column: Int, row: Int), to: (column: Int, row: Int), _ frame: LeafFrame
  ) {
    let source = from.row * leafEdges.split + from.column
    let target = to.row * leafEdges.split + to.column
    if leafEdges.isEmpty(source) && leafEdges.isEmpty(target) {
      leafCovers[target] = leafCovers[source]
      return
    }
    let isSameRow = from.row == to.row
    let x = isSameRow ? frame.west(of: to.column) : frame.referenceX(to.column)
    let y = isSameRow ? frame.referenceY(to.row) : frame.south(of: max(from.row, to.row))
    covers.begin(with: leafCovers[source])
    cross(from.column, from.row, toX: x, y: y, frame, turns: 1)
    cross(to.column, to.row, toX: x, y: y, frame, turns: -1)
    leafCovers[target] = covers.end()
  }

  /// Changes the cover by what the way from a leaf's reference point to a place crosses.
  private mutating func cross(
    _ column: Int, _ row: Int, toX: Int64, y: Int64, _ frame: LeafFrame, turns: Int32
  ) {
    let leaf = row * leafEdges.split + column
    let (x0, y0) = (frame.referenceX(column), frame.referenceY(row))
    let way = Sightline(x: toX - x0, y: y - y0)
    for index in leafEdges.starts[leaf]..<leafEdges.starts[leaf + 1] {
      let edge = cellEdges.edges[Int(leafEdges.members[index])]
      let crossing = way.crossing(
        Int64(edge.a.x) * 2 - x0, Int64(edge.a.y) * 2 - y0, Int64(edge.b.x) * 2 - x0,
        Int64(edge.b.y) * 2 - y0)
      if crossing == 0 { continue }
      covers.add(edge.left, turns: -turns * Int32(crossing))
      covers.add(edge.right, turns: turns * Int32(crossing))
    }
  }
}

/// Where the leaves of a cell and their reference points lie, in half units.
struct LeafFrame {
  let cellX: Int
  let cellY: Int
  let shift: Int

  func west(of column: Int) -> Int64 { Int64(cellX + (column << shift)) * 2 }
  func south(of row: Int) -> Int64 { Int64(cellY + (row << shift)) * 2 }
  func referenceX(_ column: Int) -> Int64 { west(of: column) + Self.offset(shift) }
  func referenceY(_ row: Int) -> Int64 { south(of: row) + Self.offset(shift) }

  /// From the south-west corner of a leaf to its reference point: odd, next to the centre.
  @inline(__always) static func offset(_ shift: Int) -> Int64 { (1 &<< Int64(shift)) &- 1 }
}
