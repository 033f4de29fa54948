/// Numbers for the cells that the partner did not tell, so that every sum holds.
///
/// What the public can believe does not depend on which numbers: it is the same for all that fit.
struct Completion {
  /// By column, a number for every row.
  private(set) var numbers: [Int: [Int]] = [:]
  private var unknown: [Int: Set<Int>] = [:]

  init(of columns: [Relation], _ dependencies: [Dependency]) {
    for relation in columns {
      let column = relation.combination.columns[0]
      numbers[column] = relation.completed
      let open = relation.values.indices.filter { relation.values[$0] == nil }
      if relation.total == nil && !open.isEmpty { unknown[column] = Set(open) }
    }
    let rows = unknown.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
    for row in rows.sorted() { settle(row, dependencies) }
  }

  /// Goes through the dependencies of one row, those first of which most is known.
  private mutating func settle(_ row: Int, _ dependencies: [Dependency]) {
    var left = Array(dependencies.indices)
    while !left.isEmpty {
      let known = left.map { dependencies[$0].terms.count - open(dependencies[$0], row).count }
      let most = known.max() ?? 0
      let next = left.remove(at: known.firstIndex(of: most) ?? 0)
      settle(dependencies[next], open(dependencies[next], row), row)
    }
  }

  private func open(_ dependency: Dependency, _ row: Int) -> [(column: Int, times: Int)] {
    dependency.terms.filter { unknown[$0.column]?.contains(row) ?? false }
  }

  /// Gives the last unknown number of a row what the others leave; an earlier one where that would be
  /// less than nobody: a whole that is not known is at least its known part.
  private mutating func settle(
    _ dependency: Dependency, _ open: [(column: Int, times: Int)], _ row: Int
  ) {
    for term in open { unknown[term.column]?.remove(row) }
    for term in open.reversed() {
      guard let number = number(of: term, in: row, dependency) else { continue }
      numbers[term.column]?[row] = number
      return
    }
  }

  /// What the other columns leave of one; `nil` where that is no number of persons.
  private func number(
    of term: (column: Int, times: Int), in row: Int, _ dependency: Dependency
  ) -> Int? {
    let rest = dependency.terms.reduce(0) { sum, other in
      other.column == term.column ? sum : sum + other.times * (numbers[other.column]?[row] ?? 0)
    }
    return rest % term.times == 0 && -rest / term.times >= 0 ? -rest / term.times : nil
  }
}

extension Relation {
  /// The rows with numbers in the place of those that nobody told us, so that the total holds.
  fileprivate var completed: [Int] {
    var numbers = values.map { $0 ?? 1 }
    let unknown = values.indices.filter { values[$0] == nil }
    guard let total, let last = unknown.last else { return numbers }
    var rest = total - numbers.reduce(0, +)
    for row in unknown where rest < 0 {
      numbers[row] = 0
      rest += 1
    }
    numbers[last] += rest
    return numbers
  }
}
