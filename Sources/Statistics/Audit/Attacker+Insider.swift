extension Attacker {
  /// Cells that somebody learns exactly who knows some numbers beside what is public: the one person
  /// of a cell, or a partner that knows its own counts.
  ///
  /// - Parameters:
  ///   - known: his own numbers, by cell
  /// - Returns: withheld cells, others than his own, that can have one value only
  public func learnt(knowing known: [Int: Int]) -> [Int] {
    let informed = system.knowing(known)
    let bounds = Propagation(informed)
    if bounds.isContradictory { return [] }
    let before = Propagation(system)
    let touched = touched(by: known.keys, before)
    let wanted = system.cells.indices.filter {
      system.cells[$0].role == .withheld && known[$0] == nil && touched.contains($0)
    }
    var exact = wanted.filter { bounds.lower[$0] == bounds.upper[$0] }
    let open = Set(wanted).subtracting(exact)
    for component in Component.all(of: informed, bounds)
    where component.cells.contains(where: open.contains) {
      var finder = RangeFinder(component, isDoubled: false)
      guard finder.hasPoint else { continue }
      for (unknown, cell) in component.cells.enumerated() where open.contains(cell) {
        if finder.isSettled(unknown) { exact.append(cell) }
      }
    }
    return exact.sorted()
  }

  /// Cells that count the same persons as some others, for all that is public: a quarter of which one IRIS
  /// alone has somebody.
  func same(as cells: some Sequence<Int>) -> Set<Int> {
    let bounds = Propagation(system)
    var relationsOf: [Int: [Int]] = [:]
    for (number, relation) in system.relations.enumerated() {
      guard relation.lower == 0, relation.upper == 0 else { continue }
      for term in relation.terms { relationsOf[term.cell, default: []].append(number) }
    }
    var found = Set(cells)
    var open = Array(found)
    while let cell = open.popLast() {
      for number in relationsOf[cell, default: []] {
        let somebody = system.relations[number].terms.filter { bounds.upper[$0.cell] > 0 }
        guard somebody.count == 2, somebody[0].times == -somebody[1].times else { continue }
        for term in somebody where found.insert(term.cell).inserted { open.append(term.cell) }
      }
    }
    return found
  }

  /// Everything in the components of some cells.
  private func touched(by cells: some Sequence<Int>, _ bounds: Propagation) -> Set<Int> {
    let own = Set(cells)
    let components = bounds.isContradictory ? [] : Component.all(of: system, bounds)
    let near = components.filter { $0.cells.contains(where: own.contains) }
    return Set(near.flatMap(\.cells))
  }
}

extension RangeFinder {
  /// Whether an unknown has one value only: no two tables differ in it.
  fileprivate mutating func isSettled(_ unknown: Int) -> Bool {
    if least[unknown] < most[unknown] { return false }
    let first = most[unknown] > .min ? most[unknown] : nil
    let upper = end(of: unknown, up: true, enough: first.map { $0 + 1 })
    if let first, upper.value > first { return false }
    let lower = end(of: unknown, up: false, enough: upper.value - 1)
    return lower.value >= upper.value
  }
}
