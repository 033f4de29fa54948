/// Moves that were found, and how far they bring each cell.
///
/// A move brings more cells than the one it was sought for, and its opposite often holds too: what it
/// reaches need not be sought again.
struct MoveBook {
  private(set) var moves: [Move] = []
  /// By cell, the smallest number that some move gives it.
  private(set) var lowest: [Int]
  /// By cell, the largest.
  private(set) var highest: [Int]
  private let system: CellSystem

  init(_ system: CellSystem) {
    self.system = system
    lowest = system.cells.map(\.value)
    highest = lowest
  }

  /// Keeps a move, as far as it goes in both directions.
  mutating func keep(_ move: Move) {
    enter(move)
    let unit = move.dividedByCommonFactor
    enter(unit, times: unit.room(in: system))
    let back = unit.opposite
    enter(back, times: back.room(in: system))
  }

  /// The same without the moves that need a cell.
  func without(_ cell: Int) -> MoveBook {
    var book = MoveBook(system)
    for move in moves where move.change(of: cell) == 0 { book.enter(move) }
    return book
  }

  private mutating func enter(_ move: Move, times: Int = 1) {
    guard times > 0 else { return }
    let move = move.times(times)
    var isNews = false
    for step in move.steps {
      let number = system.cells[step.cell].value + step.change
      isNews = isNews || number < lowest[step.cell] || number > highest[step.cell]
      lowest[step.cell] = min(lowest[step.cell], number)
      highest[step.cell] = max(highest[step.cell], number)
    }
    if isNews { moves.append(move) }
  }
}

extension Move {
  fileprivate var dividedByCommonFactor: Move {
    let factor = steps.reduce(0) { commonFactor($0, $1.change) }
    guard factor > 1 else { return self }
    return Move(steps: steps.map { .init(cell: $0.cell, change: $0.change / factor) })
  }

  fileprivate var opposite: Move {
    Move(steps: steps.map { .init(cell: $0.cell, change: -$0.change) })
  }

  fileprivate func times(_ factor: Int) -> Move {
    factor == 1
      ? self : Move(steps: steps.map { .init(cell: $0.cell, change: $0.change * factor) })
  }

  /// How many times it can be done before a cell leaves what the public thinks possible.
  fileprivate func room(in system: CellSystem) -> Int {
    let rooms = steps.map { step in
      let cell = system.cells[step.cell]
      guard step.change > 0 else { return (cell.value - cell.floor) / -step.change }
      return cell.ceiling.map { ($0 - cell.value) / step.change } ?? 1000
    }
    return rooms.min() ?? 0
  }
}

private func commonFactor(_ a: Int, _ b: Int) -> Int {
  b == 0 ? abs(a) : commonFactor(b, a % b)
}
