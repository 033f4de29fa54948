extension Masking {
  /// Shows again, the largest first, what no demand needs.
  mutating func clean() {
    let added = hidden.indices.filter { hidden[$0] && !system.cells[$0].isPrimary }
    let largest = added.sorted { (-system.cells[$0].value, $0) < (-system.cells[$1].value, $1) }
    let withheld = MoveFinders(system, within: hidden)
    for cell in largest {
      withheld.setFixed(cell, true)
      if let rest = book(without: cell, withheld) {
        hidden[cell] = false
        book = rest
      } else {
        withheld.setFixed(cell, false)
      }
    }
    solvedBefore += withheld.solved + finders.solved
    finders = MoveFinders(system)
    for cell in hidden.indices where hidden[cell] { finders.setHidden(cell) }
  }

  /// The moves that meet every demand without a cell; `nil` when there are none.
  private func book(without cell: Int, _ withheld: MoveFinders) -> MoveBook? {
    var rest = book.without(cell)
    for demand in demands where !isMet(demand, by: rest) {
      guard let move = cheapest(demand, withheld) else { return nil }
      rest.keep(move)
    }
    return rest
  }
}
