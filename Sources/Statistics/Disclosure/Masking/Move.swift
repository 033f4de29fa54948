/// What to add to each cell so that the sums still hold: the true table and a move make another table
/// that the public cannot tell from the true one.
///
/// - Confidential: yes, it shares the truth
/// - Exactness: integers
struct Move: Sendable {
  /// One cell and what is added to it, never 0.
  struct Step: Sendable, Hashable {
    let cell: Int
    let change: Int
  }

  /// Sorted by cell.
  let steps: [Step]

  /// What is added to a cell.
  func change(of cell: Int) -> Int {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    return low < steps.count && steps[low].cell == cell ? steps[low].change : 0
  }

  /// Whether every sum still holds and no cell leaves what the public thinks possible, by additions
  /// of integers alone.
  ///
  /// - Parameters:
  ///   - isHidden: whether a cell may differ from the truth for all that the public sees
  func holds(in system: CellSystem, isHidden: (Int) -> Bool) -> Bool {
    let areInBounds = steps.allSatisfy { step in
      let cell = system.cells[step.cell]
      let (sum, overflow) = cell.value.addingReportingOverflow(step.change)
      return isHidden(step.cell) && !overflow && sum >= cell.floor && sum <= cell.ceiling ?? .max
    }
    return areInBounds && areBalanced(in: system)
  }

  private func areBalanced(in system: CellSystem) -> Bool {
    var rests: [Int: Int] = [:]
    for step in steps {
      for (equation, times) in system.uses[step.cell] {
        rests[equation, default: 0] += times * step.change
      }
    }
    return rests.values.allSatisfy { $0 == 0 }
  }
}
