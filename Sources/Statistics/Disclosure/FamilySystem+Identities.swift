/// Who is counted where, as follows from the sums: it binds nothing more, but tells whether two cells of
/// one person count the same one.
extension FamilySystem {
  /// - Parameters:
  ///   - live: the relations that the cells are of
  mutating func identify(_ live: [Relation]) {
    for index in live.indices where !live[index].combination.isSingle { identifyParts(index) }
    for (whole, part, rest) in disjointPairs(live) {
      let tables = [whole, part, rest].map { cellsByRow(of: live[$0], $0) }
      for row in tables[0].keys.sorted() { note(tables.map { $0[row] }) }
      let pieces = [whole, part, rest].map { cellsByPiece(of: live[$0], $0) }
      for piece in pieces[0].keys.sorted() { note(pieces.map { $0[piece] }) }
    }
  }

  /// What is left in a row is left in its pieces; in an area, in its rows and pieces.
  private mutating func identifyParts(_ index: Int) {
    let (rows, pieces) = (rests[index, default: [:]], restPieces[index, default: [:]])
    for (row, members) in sheet.piecesByRow { note([rows[row]] + members.map { pieces[$0] }) }
    for (place, part) in sheet.cutting.parts.enumerated() {
      note(
        [rows[sheet.row(ofPart: place)]] + part.rows.map { rows[$0] }
          + part.pieces.map { pieces[$0] })
    }
  }

  /// The first cell is made of the others.
  private mutating func note(_ cells: [Int?]) {
    let known = cells.compactMap(\.self)
    guard known.count == cells.count, let whole = known.first else { return }
    self.cells.note(whole, isMadeOf: Array(known.dropFirst()))
  }

  /// Relations of which one counts whom two others count, nobody twice.
  private func disjointPairs(_ live: [Relation]) -> [(whole: Int, part: Int, rest: Int)] {
    let sets = live.map { $0.combination.counted(family.columns) }
    let place = Dictionary(
      live.indices.compactMap { index in sets[index].map { ($0, index) } }
    ) { first, _ in first }
    return live.indices.flatMap { whole -> [(whole: Int, part: Int, rest: Int)] in
      guard let all = sets[whole] else { return [] }
      return live.indices.compactMap { part in
        guard let own = sets[part], all.holdsStrictly(own), let rest = place[all.leaving(own)],
          rest > part
        else { return nil }
        return (whole, part, rest)
      }
    }
  }

  private func cellsByRow(of relation: Relation, _ index: Int) -> [Int: Int] {
    guard relation.combination.isSingle else { return rests[index, default: [:]] }
    return cells(of: relation.combination.columns[0], in: places)
  }

  private func cellsByPiece(of relation: Relation, _ index: Int) -> [Int: Int] {
    guard relation.combination.isSingle else { return restPieces[index, default: [:]] }
    return cells(of: relation.combination.columns[0], in: pieces)
  }

  private func cells(of column: Int, in table: [Suppression.Cell: Int]) -> [Int: Int] {
    table.reduce(into: [:]) { cells, entry in
      if entry.key.column == column { cells[entry.key.row] = entry.value }
    }
  }
}
