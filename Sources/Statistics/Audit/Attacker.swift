/// Somebody who has what is public and time: how narrow he can make every number that is not shown.
///
/// He solves two linear programs for each such number and looks for whole tables at their ends. That
/// a number *can* be large or small is proved by a whole table, verified by integer additions; that
/// it *cannot* rests on two solutions by different ways.
///
/// - Confidential: no, it sees what is published
/// - Source: Fischetti & Salazar 2001; DISCLOSURE.md, « attacker »
public struct Attacker: Sendable {
  /// How far he goes.
  public enum Depth: Sendable, Hashable {
    /// To the end of every interval.
    case ends
    /// Until a number is seen to reach down to the one and up to the other: enough for a promise.
    /// What is found then is a part of the interval.
    case reach(from: Int, to: Int)
  }

  /// What he knows of one number.
  public struct Finding: Sendable, Hashable {
    /// Index of the cell.
    public let cell: Int
    /// The least that it can be.
    public let lower: Int
    /// The most that it can be; `nil` when nothing bounds it.
    public let upper: Int?
    /// Whether whole tables have both ends.
    public let isAttained: Bool

    /// How many values lie between the ends, one of them left out; `nil` without an end.
    public var width: Int? { upper.map { $0 - lower } }
  }

  /// What he found in all.
  public struct Result: Sendable {
    /// In the order of the cells that were asked for.
    public let findings: [Finding]
    /// Linear programs solved.
    public let programs: Int
    /// Groups of unknown cells that touch one another.
    public let components: Int
    /// Whether no numbers at all fit what is public.
    public let isContradictory: Bool
    /// Whether two ways of solving disagreed somewhere.
    public let isInDoubt: Bool
  }

  let system: LinearSystem
  private let depth: Depth

  /// - Parameters:
  ///   - depth: `reach` for thousands of cells
  public init(on system: LinearSystem, depth: Depth = .ends) {
    self.system = system
    self.depth = depth
  }

  /// The interval of every cell that is withheld or implied.
  ///
  /// - Complexity: two programs for each such cell that no earlier table settled; each a few dense
  ///   pivots of its component's basic by free unknowns
  public func result() -> Result {
    result(for: system.cells.indices.filter { system.cells[$0].role != .plain })
  }

  /// The interval of some cells.
  public func result(for wanted: [Int]) -> Result {
    let bounds = Propagation(system)
    if bounds.isContradictory { return contradiction() }
    let components = Component.all(of: system, bounds)
    let asked = Set(wanted)
    var found: [Int: Finding] = [:]
    var programs = 0
    var isInDoubt = false
    for component in components where component.cells.contains(where: asked.contains) {
      var finder = RangeFinder(component, isDoubled: true)
      guard finder.hasPoint else { return contradiction() }
      for (unknown, cell) in component.cells.enumerated() where asked.contains(cell) {
        found[cell] = finding(cell, unknown, &finder)
      }
      programs += finder.programs
      isInDoubt = isInDoubt || finder.isInDoubt
    }
    let findings = wanted.map { cell in
      found[cell]
        ?? Finding(
          cell: cell, lower: bounds.lower[cell], upper: bounds.upper[cell], isAttained: true)
    }
    return Result(
      findings: findings, programs: programs, components: components.count,
      isContradictory: false, isInDoubt: isInDoubt)
  }

  private func finding(_ cell: Int, _ unknown: Int, _ finder: inout RangeFinder) -> Finding {
    var (high, low) = (Int?.none, Int?.none)
    if case .reach(let floor, let threshold) = depth { (low, high) = (floor, threshold) }
    var upper = finder.end(of: unknown, up: true, enough: high)
    let lower = finder.end(of: unknown, up: false, enough: low)
    // stopped early at its lower end, which is no sign that it has one value only
    if high != nil && upper.value == lower.value { upper = finder.end(of: unknown, up: true) }
    return Finding(
      cell: cell, lower: lower.value,
      upper: upper.value >= LinearSystem.box / 2 ? nil : upper.value,
      isAttained: lower.isAttained && upper.isAttained)
  }

  private func contradiction() -> Result {
    Result(findings: [], programs: 0, components: 0, isContradictory: true, isInDoubt: false)
  }
}
