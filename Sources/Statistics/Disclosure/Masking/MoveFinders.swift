/// The finders of a system: one for each block, and one for the whole where a block does not do.
final class MoveFinders {
  private let system: CellSystem
  private var ofBlock: [Int: MoveFinder] = [:]
  private var ofWhole: MoveFinder?
  private var isHidden: [Bool]
  private var isFixed: [Bool]
  private let members: [Int: [Int]]

  /// Over everything that may be withheld.
  convenience init(_ system: CellSystem) {
    self.init(
      system, moving: system.cells.map { $0.role != .frozen },
      hidden: system.cells.map { _ in false })
  }

  /// Over what is withheld, everything shown staying.
  convenience init(_ system: CellSystem, within hidden: [Bool]) {
    let moving = system.cells.indices.map { hidden[$0] || system.cells[$0].role == .implied }
    self.init(system, moving: system.reallyMoving(moving), hidden: hidden)
  }

  private init(_ system: CellSystem, moving: [Bool], hidden: [Bool]) {
    self.system = system
    isHidden = hidden
    isFixed = moving.map { !$0 }
    members = Dictionary(grouping: moving.indices.filter { moving[$0] }) {
      system.cells[$0].block ?? -1
    }
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
  func setHidden(_ cell: Int) {
    isHidden[cell] = true
    each(of: cell) { $0.setCost(of: cell, cost(cell)) }
  }

  /// Holds a cell at its true number, or no longer.
  func setFixed(_ cell: Int, _ fixed: Bool) {
    isFixed[cell] = fixed
    each(of: cell) { $0.setFixed(cell, fixed) }
  }

  private func holds(_ move: Move) -> Bool {
    move.holds(in: system) { self.system.cells[$0].role != .frozen && !self.isFixed[$0] }
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

extension CellSystem {
  /// Those of some cells that can move while the others stay: one alone in a sum cannot.
  fileprivate func reallyMoving(_ moving: [Bool]) -> [Bool] {
    var moving = moving
    var counts = equations.map { $0.terms.count { moving[$0.cell] } }
    var open = counts.indices.filter { counts[$0] == 1 }
    while let equation = open.popLast() {
      guard let term = equations[equation].terms.first(where: { moving[$0.cell] }) else { continue }
      moving[term.cell] = false
      for (other, _) in uses[term.cell] {
        counts[other] -= 1
        if counts[other] == 1 { open.append(other) }
      }
    }
    return moving
  }
}
