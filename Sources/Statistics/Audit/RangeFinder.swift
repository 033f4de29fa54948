internal import Glibc

/// How far each unknown of one component can go.
struct RangeFinder {
  /// One end of an interval.
  struct End {
    /// The whole number.
    let value: Int
    /// Whether a whole table that fits everything public has it.
    let isAttained: Bool
  }

  let component: Component
  /// Programs solved.
  private(set) var programs = 0
  /// The least and the most that a verified table gives each unknown.
  private(set) var least: [Int]
  private(set) var most: [Int]
  /// Whether two ways of solving disagreed.
  private(set) var isInDoubt = false
  private var tableau: Tableau
  private var second: Tableau?
  private let isFeasible: Bool

  /// - Parameters:
  ///   - isDoubled: every program is solved again from another basis by another rule, when it must
  ///     go to its end or gave no whole table
  init(_ component: Component, isDoubled: Bool) {
    self.component = component
    least = component.cells.map { _ in .max }
    most = component.cells.map { _ in .min }
    tableau = Tableau(component, rule: .steepest)
    second = isDoubled ? Tableau(component, rule: .last) : nil
    let isFirst = tableau.makeFeasible()
    isFeasible =
      isFirst
      || second.map { tableau in
        var tableau = tableau
        return tableau.makeFeasible()
      } ?? false
    if isFirst != isFeasible { isInDoubt = true }
    if second?.makeFeasible() == false { second = nil }
    programs = 1
  }

  /// Whether any numbers at all fit.
  var hasPoint: Bool { isFeasible }

  /// The end of one unknown's interval.
  ///
  /// - Parameters:
  ///   - enough: a value at which the search may stop; `nil` goes to the end
  mutating func end(of unknown: Int, up: Bool, enough: Int? = nil) -> End {
    if let enough, up ? most[unknown] >= enough : least[unknown] <= enough {
      return End(value: up ? most[unknown] : least[unknown], isAttained: true)
    }
    programs += 1
    var isSolved = tableau.push(unknown, up: up, enough: enough.map(Double.init))
    var whole = component.wholeTable(near: tableau)
    if enough != nil && whole == nil {
      // a corner further on is more often whole than a table found by branching here
      isSolved = tableau.push(unknown, up: up)
      whole = component.wholeTable(near: tableau)
    }
    if let whole { note(whole) }
    let outer = isSolved ? outer(unknown, up: up, enough: enough) : bound(unknown, up: up)
    let found = up ? most[unknown] : least[unknown]
    if found == outer { return End(value: outer, isAttained: true) }
    if let enough, up ? found >= enough : found <= enough {
      return End(value: found, isAttained: true)
    }
    return search(unknown, up: up, enough: enough, outer: outer)
  }

  private mutating func search(_ unknown: Int, up: Bool, enough: Int?, outer: Int) -> End {
    var search = IntegerSearch(component, unknown, up: up, enough: enough)
    search.run(from: tableau)
    programs += search.programs
    if let table = search.table { note(table) }
    let found = up ? most[unknown] : least[unknown]
    let hasFound = search.table != nil
    if hasFound && !search.hasGivenUp { return End(value: found, isAttained: true) }
    return End(value: outer, isAttained: hasFound && found == outer)
  }

  /// What no number passes: the program's optimum, confirmed by the second way of solving.
  private mutating func outer(_ unknown: Int, up: Bool, enough: Int?) -> Int {
    let value = tableau.values[unknown]
    let isWhole = component.wholeTable(near: tableau) != nil
    guard enough == nil || !isWhole, var other = second else { return whole(value, up: up) }
    programs += 1
    guard other.push(unknown, up: up) else { return whole(value, up: up) }
    second = other
    if let table = component.wholeTable(near: other) { note(table) }
    let confirmed = other.values[unknown]
    if (confirmed - value).magnitude > 1e-5 * max(1, value.magnitude) { isInDoubt = true }
    return up
      ? max(whole(value, up: true), whole(confirmed, up: true))
      : min(whole(value, up: false), whole(confirmed, up: false))
  }

  private func whole(_ value: Double, up: Bool) -> Int {
    up ? Int(floor(value + 1e-6)) : Int(ceil(value - 1e-6))
  }

  private func bound(_ unknown: Int, up: Bool) -> Int {
    up ? component.upper[unknown] : component.lower[unknown]
  }

  private mutating func note(_ table: [Int]) {
    for (index, value) in table.enumerated() {
      least[index] = min(least[index], value)
      most[index] = max(most[index], value)
    }
  }
}
