/// Bounds that follow from one sum at a time, in whole numbers, until nothing new follows.
///
/// What it fixes is taken out of the linear programs, which then fall into small components.
///
/// - Exactness: integers
struct Propagation {
  /// The least of each cell.
  private(set) var lower: [Int]
  /// The most of each cell.
  private(set) var upper: [Int]
  /// Whether no numbers at all fit what is public.
  private(set) var isContradictory = false

  /// Enough for chains of sums; the linear programs find what is left.
  private static let rounds = 40

  init(_ system: LinearSystem) {
    lower = system.cells.map(\.lower)
    upper = system.cells.map(\.upper)
    isContradictory = zip(lower, upper).contains { $0 > $1 }
    for _ in 0..<Self.rounds where !isContradictory {
      var moved = false
      for relation in system.relations where tighten(relation) { moved = true }
      if !moved { break }
    }
  }

  private mutating func tighten(_ relation: LinearSystem.Relation) -> Bool {
    let least = relation.terms.reduce(0) { $0 + low($1) }
    let most = relation.terms.reduce(0) { $0 + high($1) }
    if least > relation.upper ?? .max || most < relation.lower ?? .min { isContradictory = true }
    var moved = false
    for term in relation.terms where lower[term.cell] < upper[term.cell] {
      let room = relation.upper.map { $0 - (least - low(term)) }
      let need = relation.lower.map { $0 - (most - high(term)) }
      if narrow(term, upTo: room, from: need) { moved = true }
    }
    return moved
  }

  /// `least` and `most` are those before the round's moves: wider, so still true.
  private mutating func narrow(_ term: LinearSystem.Term, upTo room: Int?, from need: Int?) -> Bool
  {
    let (below, above) = term.times > 0 ? (need, room) : (room, need)
    let floor = below.map { Self.quotient($0, term.times, roundingUp: true) } ?? .min
    let ceiling = above.map { Self.quotient($0, term.times, roundingUp: false) } ?? .max
    let cell = term.cell
    guard floor > lower[cell] || ceiling < upper[cell] else { return false }
    lower[cell] = max(lower[cell], floor)
    upper[cell] = min(upper[cell], ceiling)
    if lower[cell] > upper[cell] { isContradictory = true }
    return !isContradictory
  }

  private func low(_ term: LinearSystem.Term) -> Int {
    term.times * (term.times > 0 ? lower[term.cell] : upper[term.cell])
  }

  private func high(_ term: LinearSystem.Term) -> Int {
    term.times * (term.times > 0 ? upper[term.cell] : lower[term.cell])
  }

  private static func quotient(_ number: Int, _ divisor: Int, roundingUp: Bool) -> Int {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
    if rest == 0 { return quotient }
    let isPositive = (rest > 0) == (divisor > 0)
    return roundingUp ? quotient + (isPositive ? 1 : 0) : quotient - (isPositive ? 0 : 1)
  }
}
