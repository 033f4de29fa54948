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
    for dependency in dependencies where !unknown.isEmpty { settle(dependency) }
  }

  /// Gives the last unknown number of a row what the others leave.
  private mutating func settle(_ dependency: Dependency) {
    let rows = dependency.terms.reduce(into: Set<Int>()) { $0.formUnion(unknown[$1.column] ?? []) }
    for row in rows.sorted() {
      let open = dependency.terms.filter { unknown[$0.column]?.contains(row) ?? false }
      guard let last = open.last else { continue }
      for term in open { unknown[term.column]?.remove(row) }
      let rest = dependency.terms.reduce(0) { sum, term in
        term.column == last.column ? sum : sum + term.times * (numbers[term.column]?[row] ?? 0)
      }
      if rest % last.times == 0 && -rest / last.times >= 0 {
        numbers[last.column]?[row] = -rest / last.times
      }
    }
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
