/// Unknown cells that touch one another through sums, and nothing else.
struct Component {
  /// Indexes in the system, ascending; the place here is the unknown's number below.
  let cells: [Int]
  /// The least of each unknown.
  var lower: [Int]
  /// The most of each unknown.
  var upper: [Int]
  /// Sums over the unknowns; known cells have gone to the other side.
  let relations: [LinearSystem.Relation]

  /// The components of a system, in the order of their first cell; known cells are in none.
  static func all(of system: LinearSystem, _ bounds: Propagation) -> [Component] {
    var groups = Groups(system.cells.count)
    let open = system.relations.map { relation in
      relation.terms.filter { bounds.lower[$0.cell] < bounds.upper[$0.cell] }
    }
    for terms in open {
      for term in terms.dropFirst() { groups.join(terms[0].cell, term.cell) }
    }
    let unknown = system.cells.indices.filter { bounds.lower[$0] < bounds.upper[$0] }
    let cells = Dictionary(grouping: unknown) { groups.leader(of: $0) }
    let sums = Dictionary(grouping: open.indices.filter { !open[$0].isEmpty }) {
      groups.leader(of: open[$0][0].cell)
    }
    return cells.keys.sorted().map { leader in
      Component(
        cells[leader] ?? [], (sums[leader] ?? []).map { system.relations[$0] }, bounds)
    }
  }

  private init(_ cells: [Int], _ relations: [LinearSystem.Relation], _ bounds: Propagation) {
    let number = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    self.cells = cells
    lower = cells.map { bounds.lower[$0] }
    upper = cells.map { bounds.upper[$0] }
    self.relations = relations.map { relation in
      let known = relation.terms.reduce(0) { sum, term in
        number[term.cell] == nil ? sum + term.times * bounds.lower[term.cell] : sum
      }
      return LinearSystem.Relation(
        terms: relation.terms.compactMap { term in
          number[term.cell].map { LinearSystem.Term($0, times: term.times) }
        },
        lower: relation.lower.map { $0 - known }, upper: relation.upper.map { $0 - known })
    }
  }

  /// Whether whole numbers fit every bound and every sum: integer additions only.
  func fits(_ table: [Int]) -> Bool {
    for index in table.indices where !(lower[index]...upper[index]).contains(table[index]) {
      return false
    }
    return relations.allSatisfy { relation in
      let sum = relation.terms.reduce(0) { $0 + $1.times * table[$1.cell] }
      return sum >= relation.lower ?? .min && sum <= relation.upper ?? .max
    }
  }
}
