/// Finds the cheapest move that brings a cell to a number, over some cells of a system.
///
/// One program for all questions: a question changes the bounds of one cell and of those that are
/// held, and the solver starts where it ended before.
///
/// - Source: Kelly, Golden & Assad 1992, cell suppression by successive linear programs
final class MoveFinder {
  private let system: CellSystem
  private let cells: [Int]
  private let columnOfCell: [Int: Int]
  private let solver: any LinearSolver
  private var isFixed: [Bool]
  private var ranges: [ClosedRange<Int>]
  /// No cell moves further than this.
  private let box: Double

  /// - Parameters:
  ///   - cells: those that may move, all others staying true
  init(
    _ system: CellSystem, cells: [Int], cost: (Int) -> Double,
    solver: any LinearSolver.Type = ClpSolver.self
  ) {
    self.system = system
    self.cells = cells
    box = Double(max(10_000, 4 * (cells.map { system.cells[$0].value }.max() ?? 0)))
    isFixed = cells.map { _ in false }
    ranges = cells.map { _ in 0...0 }
    columnOfCell = Dictionary(uniqueKeysWithValues: zip(cells, cells.indices.map { 2 * $0 }))
    let rows = Set(cells.flatMap { system.uses[$0].map(\.equation) }).sorted()
    let rowOfEquation = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
    var columns: [LinearProgram.Column] = []
    for cell in cells {
      let entries = system.uses[cell].map { (rowOfEquation[$0.equation] ?? 0, Double($0.times)) }
      for sign in [1.0, -1.0] {
        columns.append(
          LinearProgram.Column(
            lower: 0, upper: 0, cost: cost(cell), entries: entries.map { ($0.0, sign * $0.1) }))
      }
    }
    self.solver = solver.init(
      LinearProgram(columns: columns, rows: rows.map { _ in .balanced }))
    for index in cells.indices { release(index) }
  }

  /// How many programs were solved.
  var solved: Int { solver.solved }

  /// Says what moving a cell costs from now on.
  func setCost(of cell: Int, _ cost: Double) {
    guard let column = columnOfCell[cell] else { return }
    solver.setCost(of: column, cost)
    solver.setCost(of: column + 1, cost)
  }

  /// Holds a cell at its true number, or no longer.
  func setFixed(_ cell: Int, _ fixed: Bool) {
    guard let column = columnOfCell[cell], isFixed[column / 2] != fixed else { return }
    isFixed[column / 2] = fixed
    release(column / 2)
  }

  /// The cheapest move that changes a cell by a number of a range, others staying true.
  ///
  /// - Returns: a move of integers; `nil` when there is none
  func cheapest(
    changing cell: Int, by range: ClosedRange<Int>, holding held: [Int] = []
  ) -> Move? {
    guard let column = columnOfCell[cell], !isFixed[column / 2],
      let range = possible(cell).overlap(range)
    else { return nil }
    let others = held.compactMap { columnOfCell[$0].map { $0 / 2 } }
    for index in others { bound(index, to: 0...0) }
    bound(column / 2, to: range)
    defer { for index in others + [column / 2] { release(index) } }
    var budget = 60
    return integral(&budget)
  }
}

// MARK: - Whole numbers

extension MoveFinder {
  /// Branches on the first unknown that is no integer; the budget bounds the tries.
  private func integral(_ budget: inout Int) -> Move? {
    budget -= 1
    guard budget >= 0, let values = solver.cheapest() else { return nil }
    let changes = cells.indices.map { values[2 * $0] - values[2 * $0 + 1] }
    guard let broken = changes.firstIndex(where: { ($0 - $0.rounded()).magnitude > 1e-5 }) else {
      return move(changes)
    }
    let known = ranges[broken]
    let below = Int(changes[broken].rounded(.down))
    for half in [known.lowerBound...below, below + 1...known.upperBound] {
      bound(broken, to: half)
      let found = integral(&budget)
      bound(broken, to: known)
      if let found { return found }
    }
    return nil
  }

  private func move(_ changes: [Double]) -> Move {
    let steps = zip(cells, changes).compactMap { cell, change in
      let whole = Int(change.rounded())
      return whole == 0 ? nil : Move.Step(cell: cell, change: whole)
    }
    return Move(steps: steps.sorted { $0.cell < $1.cell })
  }
}

// MARK: - Bounds

extension MoveFinder {
  private func possible(_ cell: Int) -> ClosedRange<Int> {
    let cell = system.cells[cell]
    let most = cell.ceiling.map { min(Double($0 - cell.value), box) } ?? box
    return min(0, cell.floor - cell.value)...max(0, Int(most))
  }

  private func release(_ index: Int) {
    bound(index, to: isFixed[index] ? 0...0 : possible(cells[index]))
  }

  private func bound(_ index: Int, to range: ClosedRange<Int>) {
    ranges[index] = range
    let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
    solver.setBounds(of: 2 * index, max(0, low), max(0, high))
    solver.setBounds(of: 2 * index + 1, max(0, -high), max(0, -low))
  }
}

extension ClosedRange<Int> {
  fileprivate func overlap(_ other: Self) -> Self? {
    let low = Swift.max(lowerBound, other.lowerBound)
    let high = Swift.min(upperBound, other.upperBound)
    return low <= high ? low...high : nil
  }
}
