/// A block of squares of side 2^shift, from the origin of its coordinates.
struct SquareWalk {
  let shift: Int
  let columns: Int
  let rows: Int

  /// Calls the body with every square (column, row) that the segment touches, borders included.
  ///
  /// A square more than needed is possible, a square less is not.
  @inline(__always) func forEachSquare(
    touchedByEdgeFrom ax: Int, _ ay: Int, to bx: Int, _ by: Int, _ body: (Int, Int) -> Void
  ) {
    let (minX, maxX) = ax < bx ? (ax, bx) : (bx, ax)
    let (minY, maxY) = ay < by ? (ay, by) : (by, ay)
    let firstColumn = max((minX &- 1) >> shift, 0), lastColumn = min(maxX >> shift, columns &- 1)
    let firstRow = max((minY &- 1) >> shift, 0), lastRow = min(maxY >> shift, rows &- 1)
    if firstColumn > lastColumn || firstRow > lastRow { return }
    if firstColumn == lastColumn || firstRow == lastRow || ax == bx {
      for row in firstRow...lastRow {
        for column in firstColumn...lastColumn { body(column, row) }
      }
      return
    }
    let slope = Double(by &- ay) / Double(bx &- ax)
    for column in firstColumn...lastColumn {
      let west = max(column << shift, minX), east = min((column &+ 1) << shift, maxX)
      let y1 = Double(ay) + Double(west &- ax) * slope
      let y2 = Double(ay) + Double(east &- ax) * slope
      let low = max((Int(min(y1, y2)) &- 3) >> shift, firstRow)
      let high = min((Int(max(y1, y2)) &+ 3) >> shift, lastRow)
      if low > high { continue }
      for row in low...high { body(column, row) }
    }
  }
}
