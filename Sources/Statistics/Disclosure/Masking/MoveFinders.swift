/// The finders of a system: one for each block, and one for the whole where a block does not do.
final class MoveFinders {
  private let system: CellSystem
  private var ofBlock: [Int: MoveFinder] = [:]
  private var ofWhole: MoveFinder?
  private var isHidden: [Bool]
  private var isFixed: [Bool]
  private let members: [Int: [Int]]

  init(_ system: CellSystem) {
    self.system = system
    isHidden = system.cells.map { _ in false }
    isFixed = isHidden
    let movable = system.cells.indices.filter { system.cells[$0].role != .frozen }
    members = Dictionary(grouping: movable) { system.cells[$0].block ?? -1 }
  }

  /// How many programs were solved.
  var solved: Int { ofBlock.values.reduce(ofWhole?.solved ?? 0) { $0 + $1.solved } }

  /// The cheapest move, inside the cell's block if one is there.
  func cheapest(
    changing cell: Int, by range: ClosedRange<Int>, holding held: [Int] = []
  ) -> Move? {
    if let block = system.cells[cell].block {
      let move = finder(of: block).cheapest(changing: cell, by: range, holding: held)
      if let move, holds(move) { return move }
    }
    let move = wholeFinder().cheapest(changing: cell, by: range, holding: held)
    return move.flatMap { holds($0) ? $0 : nil }
  }

  /// Says that a cell costs nothing any more.
  func setHidden(_ cell: Int) { set(cell, hidden: true) }

  /// Says that a cell is shown again.
  func setShown(_ cell: Int) { set(cell, hidden: false) }

  func setFixed(_ cell: Int, _ fixed: Bool) {
    isFixed[cell] = fixed
    each(of: cell) { $0.setFixed(cell, fixed) }
  }

  /// From now on nothing shown moves.
  func holdShown(_ hidden: [Bool]) {
    for cell in hidden.indices where system.cells[cell].role == .open && !hidden[cell] {
      setFixed(cell, true)
    }
  }

  /// From now on everything moves again.
  func freeAll() {
    for cell in isFixed.indices where isFixed[cell] { setFixed(cell, false) }
  }

  private func holds(_ move: Move) -> Bool {
    move.holds(in: system) { self.system.cells[$0].role != .frozen && !self.isFixed[$0] }
  }

  private func set(_ cell: Int, hidden: Bool) {
    isHidden[cell] = hidden
    each(of: cell) { $0.setCost(of: cell, cost(cell)) }
  }

  private func cost(_ cell: Int) -> Double {
    if system.cells[cell].role == .implied { return 1e-5 }
    return isHidden[cell] ? 1e-4 : system.cells[cell].cost
  }

  private func each(of cell: Int, _ change: (MoveFinder) -> Void) {
    if let block = system.cells[cell].block, let finder = ofBlock[block] { change(finder) }
    if let ofWhole { change(ofWhole) }
  }

  private func finder(of block: Int) -> MoveFinder {
    if let known = ofBlock[block] { return known }
    let finder = make(members[block] ?? [])
    ofBlock[block] = finder
    return finder
  }

  private func wholeFinder() -> MoveFinder {
    if let ofWhole { return ofWhole }
    let finder = make(members.values.joined().sorted())
    ofWhole = finder
    return finder
  }

  private func make(_ cells: [Int]) -> MoveFinder {
    let finder = MoveFinder(system, cells: cells, cost: cost)
    for cell in cells where isFixed[cell] { finder.setFixed(cell, true) }
    return finder
  }
}
