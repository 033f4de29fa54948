internal import Glibc

/// The largest or smallest whole number of one unknown, by branch and bound.
///
/// - Exactness: what it gives was verified by integer additions; what it rules out rests on doubles
struct IntegerSearch {
  /// How many programs it may solve before it gives up.
  static let most = 400

  let component: Component
  let unknown: Int
  let up: Bool
  /// Where it may stop early.
  let enough: Int?
  /// The best whole table found, unknown by unknown.
  private(set) var table: [Int]?
  /// Programs solved.
  private(set) var programs = 0
  /// Whether it gave up before every branch was closed.
  private(set) var hasGivenUp = false

  init(_ component: Component, _ unknown: Int, up: Bool, enough: Int?) {
    self.component = component
    self.unknown = unknown
    self.up = up
    self.enough = enough
  }

  /// Searches below a tableau that is feasible and already pushed.
  ///
  /// The program's own end is tried first: most often some whole table has it.
  mutating func run(from tableau: Tableau) {
    var pinned = tableau
    let end = Double(outer(of: tableau))
    (pinned.lower[unknown], pinned.upper[unknown]) = (end, end)
    programs += 1
    if pinned.makeFeasible() { explore(pinned) }
    if table == nil || !isBeaten(outer(of: tableau)) { explore(tableau) }
  }

  private func outer(of tableau: Tableau) -> Int {
    let value = tableau.values[unknown]
    return up ? Int(floor(value + 1e-6)) : Int(ceil(value - 1e-6))
  }

  private mutating func explore(_ tableau: Tableau) {
    let outer = outer(of: tableau)
    if isBeaten(outer) { return }
    if let whole = component.wholeTable(near: tableau) { keep(whole) }
    if isBeaten(outer) { return }
    guard let (split, part) = fraction(of: tableau) else { return }
    for goesUp in up ? [true, false] : [false, true] {
      guard programs < Self.most else {
        hasGivenUp = true
        return
      }
      var branch = tableau
      if goesUp { branch.lower[split] = ceil(part) } else { branch.upper[split] = floor(part) }
      programs += 1
      if branch.makeFeasible() && branch.push(unknown, up: up) { explore(branch) }
    }
  }

  private func isBeaten(_ outer: Int) -> Bool {
    guard let best = table?[unknown] else { return false }
    if let enough, up ? best >= enough : best <= enough { return true }
    return up ? outer <= best : outer >= best
  }

  private mutating func keep(_ whole: [Int]) {
    guard let best = table?[unknown] else {
      table = whole
      return
    }
    if up ? whole[unknown] > best : whole[unknown] < best { table = whole }
  }

  /// The unknown that is farthest from a whole number.
  private func fraction(of tableau: Tableau) -> (Int, Double)? {
    let parts = component.cells.indices.map { index in
      (index, (tableau.values[index] - tableau.values[index].rounded()).magnitude)
    }
    guard let worst = parts.max(by: { $0.1 < $1.1 }), worst.1 > 1e-6 else { return nil }
    return (worst.0, tableau.values[worst.0])
  }
}

extension Component {
  /// The point rounded to whole numbers, when these fit every sum.
  func wholeTable(near tableau: Tableau) -> [Int]? {
    let table = cells.indices.map { Int(tableau.values[$0].rounded()) }
    return fits(table) ? table : nil
  }
}
