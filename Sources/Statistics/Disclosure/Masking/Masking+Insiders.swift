extension Masking {
  /// Withholds more until nobody who knows some cells is sure of another.
  mutating func outwitInsiders() throws(Deadlock) {
    let alone = aim.mindsInsiders ? system.lonelyCells(hidden) : []
    var isSettled = false
    while !isSettled {
      isSettled = true
      for known in alone where try outwit(known, isPerson: true) { isSettled = false }
      for known in aim.insights where try outwit(known, isPerson: false) { isSettled = false }
    }
  }

  /// - Parameters:
  ///   - isPerson: somebody alone in a cell, from whom what is never published is kept too; a partner
  ///     may work out what its own numbers leave of shown ones
  /// - Returns: whether something had to be done
  private mutating func outwit(_ known: [Int], isPerson: Bool) throws(Deadlock) -> Bool {
    let cells = exposed(to: known).filter { isPerson || hidden[$0] }
    for cell in cells {
      guard let move = differing(cell, holding: known, finders) else {
        throw Deadlock(cell: cell)
      }
      withhold(move)
      insiderMoves.append(move)
      book.keep(move)
    }
    return !cells.isEmpty
  }

  /// Withheld cells that nobody who knows some others can be mistaken about.
  private func exposed(to known: [Int]) -> [Int] {
    let (free, bound) = (book.moves + insiderMoves).partitioned { move in
      known.allSatisfy { move.change(of: $0) == 0 }
    }
    var isOpen = Set<Int>()
    for move in free { isOpen.formUnion(move.steps.lazy.map(\.cell)) }
    let touched = Set(bound.flatMap { $0.steps.map(\.cell) })
    let same = Set(known.flatMap(system.sameAs))
    return touched.subtracting(isOpen).subtracting(known).subtracting(same)
      .filter { hidden[$0] || system.cells[$0].isPrimary }.sorted()
  }
}

extension CellSystem {
  /// Cells of one person who can recognise himself.
  func lonelyCells(_ hidden: [Bool]) -> [[Int]] {
    cells.indices.filter { cell in
      cells[cell].value == 1 && cells[cell].reach == nil
        && (hidden[cell] || cells[cell].isPrimary)
    }.map { [$0] }
  }

  /// Cells that count the same persons: linked by sums of which all other parts are nobody.
  func sameAs(_ cell: Int) -> [Int] {
    var found: Set<Int> = [cell]
    var open = [cell]
    while let next = open.popLast() {
      for sum in uses[next].map({ equations[$0.equation] }) + identities[next, default: []] {
        let somebody = sum.terms.filter { cells[$0.cell].value != 0 }
        guard somebody.count == 2 else { continue }
        for term in somebody where found.insert(term.cell).inserted { open.append(term.cell) }
      }
    }
    return found.sorted()
  }
}

extension Array {
  /// Those for which a condition holds, then the others.
  fileprivate func partitioned(_ holds: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(holds), filter { !holds($0) })
  }
}
