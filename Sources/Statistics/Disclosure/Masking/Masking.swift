/// Decides which open cells of a system are withheld beside those that must not be known.
///
/// One linear program for each cell and direction: the cheapest move that brings the cell to where it
/// must be able to be; what moves is withheld. Large systems are done block by block, the cells above
/// the blocks staying true, so that what holds in a block holds in the whole.
///
/// - Complexity: two programs for each primary cell at most; half are reached by earlier moves
/// - Exactness: every move is checked by additions of integers; same input, same cells
/// - Confidential: yes
/// - Source: Robertson 1993; Kelly, Golden & Assad 1992; de Wolf 2002 for the order (HiTaS)
struct Masking {
  let system: CellSystem
  let aim: MaskingAim
  var hidden: [Bool]
  var book: MoveBook
  /// Moves that tell cells apart for somebody who knows others.
  var insiderMoves: [Move] = []
  var finders: MoveFinders
  /// Over what is withheld already, a smaller program; made anew when more is withheld.
  private var inside: MoveFinders?
  var solvedBefore = 0
  private(set) var demands: [Demand]

  /// - Parameters:
  ///   - smallestFirst: the other order, that sometimes withholds less
  init(_ system: CellSystem, aim: MaskingAim, smallestFirst: Bool = false) {
    self.system = system
    self.aim = aim
    hidden = system.cells.map { $0.isPrimary && $0.role == .open }
    book = MoveBook(system)
    finders = MoveFinders(system)
    demands = Self.demands(in: system, aim: aim, sign: smallestFirst ? 1 : -1)
    for cell in hidden.indices where hidden[cell] { finders.setHidden(cell) }
  }

  /// How many programs were solved.
  var solved: Int { solvedBefore + finders.solved + (inside?.solved ?? 0) }

  /// Withholds what is needed, then shows again what is not.
  ///
  /// - Throws: when the frozen cells give one away
  mutating func mask() throws(Deadlock) {
    for index in demands.indices where !isMet(demands[index]) { try meet(index) }
    if aim.coversAll { coverAll() }
    clean()
    try outwitInsiders()
    if aim.coversAll { lowerRaised() }
  }

  /// Whether every cell reaches where it must, by moves of withheld cells, in integers.
  var isProved: Bool {
    let isMovable = system.cells.indices.map { hidden[$0] || system.cells[$0].role == .implied }
    let all = book.moves + insiderMoves
    return all.allSatisfy { $0.holds(in: system) { isMovable[$0] } } && demands.allSatisfy(isMet)
  }

  private static func demands(
    in system: CellSystem, aim: MaskingAim, sign: Int
  ) -> [Demand] {
    let least = system.leastBelievable
    let primaries = system.cells.indices.filter { system.cells[$0].isPrimary }
    let sorted = primaries.sorted { left, right in
      let (a, b) = (system.cells[left], system.cells[right])
      return (a.block ?? -1, sign * a.value, left) < (b.block ?? -1, sign * b.value, right)
    }
    return sorted.flatMap { cell -> [Demand] in
      let value = system.cells[cell].value
      guard case .across(let threshold) = aim.reach else {
        return [Demand(cell: cell, goal: value)]
      }
      let reach = system.cells[cell].reach
      let low = Demand(cell: cell, goal: max(reach?.lowerBound ?? aim.smallest, least[cell]))
      let high = Demand(cell: cell, goal: reach?.upperBound ?? max(threshold, value + 1))
      return low.goal < value ? [high, low] : [high]
    }
  }

  private func isMet(_ demand: Demand) -> Bool { isMet(demand, by: book) }

  func isMet(_ demand: Demand, by book: MoveBook) -> Bool {
    if aim.reach == .apart { return book.lowest[demand.cell] < book.highest[demand.cell] }
    return demand.isMet(by: book)
  }
}

// MARK: - One demand

extension Masking {
  private mutating func meet(_ index: Int) throws(Deadlock) {
    let demand = demands[index]
    if let move = moveInside(demand) { return book.keep(move) }
    guard let move = cheapest(demand, finders) else { return try ease(index) }
    withhold(move)
    book.keep(move)
  }

  /// A move of cells that are withheld anyway, in a system that is not done block by block.
  private mutating func moveInside(_ demand: Demand) -> Move? {
    guard system.cells[demand.cell].block == nil else { return nil }
    let finders = inside ?? MoveFinders(system, within: hidden)
    inside = finders
    return cheapest(demand, finders)
  }

  /// Asks of a number what can be asked when each withheld cell counts somebody: two such cells are two
  /// at least.
  private mutating func ease(_ index: Int) throws(Deadlock) {
    let (cell, goal) = (demands[index].cell, demands[index].goal)
    let value = system.cells[cell].value
    guard goal < value,
      MoveFinders(system.believingNobody).cheapest(
        changing: cell, by: demands[index].changes(system)) != nil
    else { throw Deadlock(cell: cell) }
    for easier in goal + 1...value {
      demands[index] = Demand(cell: cell, goal: easier)
      if easier == value { return }
      if isMet(demands[index]) { return }
      guard let move = cheapest(demands[index], finders) else { continue }
      withhold(move)
      return book.keep(move)
    }
  }

  func cheapest(_ demand: Demand, _ finders: MoveFinders) -> Move? {
    guard aim.reach == .apart else {
      return finders.cheapest(changing: demand.cell, by: demand.changes(system))
    }
    return differing(demand.cell, finders)
  }

  /// The cheapest move that changes a cell at all.
  func differing(
    _ cell: Int, holding held: [Int] = [], _ finders: MoveFinders
  ) -> Move? {
    let moves = [1...1_000_000_000, -1_000_000_000 ... -1].compactMap {
      finders.cheapest(changing: cell, by: $0, holding: held)
    }
    return moves.min { price($0) < price($1) }
  }

  private func price(_ move: Move) -> Double {
    move.steps.reduce(0) { sum, step in
      let isFree = hidden[step.cell] || system.cells[step.cell].role == .implied
      return isFree ? sum : sum + system.cells[step.cell].cost
    }
  }

  mutating func withhold(_ move: Move) {
    for step in move.steps where system.cells[step.cell].role == .open && !hidden[step.cell] {
      solvedBefore += inside?.solved ?? 0
      inside = nil
      hidden[step.cell] = true
      finders.setHidden(step.cell)
    }
  }

  /// That a cell be able to be as small as the public believes.
  private func smallest(of cell: Int, _ least: [Int]) -> Demand {
    let low = system.cells[cell].reach?.lowerBound ?? aim.smallest
    return Demand(cell: cell, goal: max(low, least[cell]))
  }

  /// The last word, once what is not needed is shown again: what is withheld for another's sake and is
  /// known to lie between the least and the threshold gets room below. More is withheld for it, so that
  /// the others are looked at anew.
  private mutating func lowerRaised() {
    guard case .across(let threshold) = aim.reach else { return }
    let least = system.leastBelievable
    var settled: Set<Int> = []
    var intervals = CellIntervals(system, hiding: hidden)
    func isWaiting(_ cell: Int) -> Bool {
      hidden[cell] && !system.cells[cell].isPrimary && system.cells[cell].reach == nil
        && !settled.contains(cell)
    }
    while let cell = hidden.indices.first(where: isWaiting) {
      settled.insert(cell)
      let demand = smallest(of: cell, least)
      guard !isMet(demand), let lower = intervals.interval(of: cell)?.lowerBound,
        lower > demand.goal, lower < threshold,
        let move = finders.cheapest(changing: cell, by: demand.changes(system))
      else { continue }
      withhold(move)
      book.keep(move)
      intervals = CellIntervals(system, hiding: hidden)
      settled = settled.filter { isMet(smallest(of: $0, least)) }
      settled.insert(cell)
    }
  }

  /// Lets what is withheld for another's sake be small too, where it can.
  private mutating func coverAll() {
    let least = system.leastBelievable
    for cell in hidden.indices where hidden[cell] && !system.cells[cell].isPrimary {
      let demand = smallest(of: cell, least)
      if !isMet(demand), let move = finders.cheapest(changing: cell, by: demand.changes(system)) {
        withhold(move)
        book.keep(move)
      }
    }
  }
}
