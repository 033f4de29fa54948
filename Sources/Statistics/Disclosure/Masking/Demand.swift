/// That a cell be able to be another number than it is.
struct Demand: Hashable {
  let cell: Int
  /// At most this, when it lies below the cell's number; at least this, when above.
  let goal: Int

  func isMet(by book: MoveBook) -> Bool {
    book.lowest[cell] <= goal && goal <= book.highest[cell]
  }

  /// What must be added to the cell.
  func changes(_ system: CellSystem) -> ClosedRange<Int> {
    let distance = goal - system.cells[cell].value
    return distance < 0 ? -1_000_000_000...distance : distance...1_000_000_000
  }
}

extension CellSystem {
  /// The same where a withheld cell may hold nobody.
  var believingNobody: CellSystem {
    var system = self
    for cell in cells.indices { system.cells[cell].floor = 0 }
    return system
  }

  /// The least that the public can believe of each cell when everything that can be is withheld: a
  /// total of three cells that hold somebody is three.
  var leastBelievable: [Int] {
    var least = cells.map { $0.role == .frozen ? $0.value : $0.floor }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for equation in equations {
        guard let (total, parts) = equation.total else { continue }
        let sum = parts.reduce(0) { $0 + least[$1] }
        if sum > least[total] && sum <= cells[total].value {
          least[total] = sum
          hasChanged = true
        }
      }
    }
    return least
  }
}

extension CellSystem.Equation {
  /// The whole and its parts; `nil` when it is no plain sum.
  fileprivate var total: (Int, [Int])? {
    let wholes = terms.filter { $0.times == -1 }
    guard wholes.count == 1, terms.allSatisfy({ $0.times == 1 || $0.times == -1 }) else {
      return nil
    }
    return (wholes[0].cell, terms.filter { $0.times == 1 }.map(\.cell))
  }
}
