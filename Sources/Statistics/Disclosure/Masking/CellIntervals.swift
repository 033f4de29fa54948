internal import Glibc

/// What somebody who knows the sums and everything shown can tell of each hidden cell.
///
/// Two linear programs for each cell; where their ends are no integers they are brought inwards, and
/// where asked the ends are brought to tables of integers that exist.
///
/// - Complexity: two programs of the size of the hidden part for each cell
/// - Confidential: no, it uses what is published
/// - Source: Fischetti & Salazar 2001; τ-ARGUS manual 2.15
package struct CellIntervals {
  /// The hidden cells, ascending, those never published included.
  package let cells: [Int]
  private let solver: any LinearSolver
  private let bounds: [ClosedRange<Double>]

  /// - Parameters:
  ///   - hidden: by cell
  ///   - figures: published figures that depend on hidden cells
  ///   - known: what he happens to know besides
  package init(
    _ system: CellSystem, hiding hidden: [Bool], figures: [DerivedFigure] = [],
    knowing known: [Int: Int] = [:]
  ) {
    let cells = system.cells.indices.filter { hidden[$0] || system.cells[$0].role == .implied }
    self.cells = cells
    let column = Dictionary(uniqueKeysWithValues: zip(cells, cells.indices))
    let box = Double(max(10_000, 4 * (system.cells.map(\.value).max() ?? 0)))
    var ranges = cells.map { cell -> ClosedRange<Double> in
      let low = Double(system.cells[cell].floor)
      return low...max(low, system.cells[cell].ceiling.map(Double.init) ?? box)
    }
    for (cell, value) in known {
      if let at = column[cell] { ranges[at] = Double(value)...Double(value) }
    }
    var program = LinearProgram(columns: [], rows: [])
    program.columns = ranges.map {
      LinearProgram.Column(lower: $0.lowerBound, upper: $0.upperBound, cost: 0, entries: [])
    }
    for equation in system.equations { program.add(equation, system, column) }
    for figure in figures { program.add(figure, system, column) }
    solver = ClpSolver(program)
    bounds = ranges
  }

  /// The interval of one hidden cell.
  ///
  /// - Returns: `nil` when no table fits what is shown
  package func interval(of cell: Int, wholeTables: Bool = false) -> ClosedRange<Int>? {
    guard let column = cells.firstIndex(of: cell) else { return nil }
    guard let low = end(column, 1, wholeTables), let high = end(column, -1, wholeTables) else {
      return nil
    }
    return low <= high ? low...high : nil
  }

  private func end(_ column: Int, _ sign: Double, _ wholeTables: Bool) -> Int? {
    solver.setCost(of: column, sign)
    defer { solver.setCost(of: column, 0) }
    guard let values = solver.cheapest() else { return nil }
    guard wholeTables else { return inwards(values[column], sign) }
    var best: Double?
    var budget = 2000
    search(values, column, sign, bounds, &best, &budget)
    return best.map { Int($0.rounded()) }
  }

  private func inwards(_ value: Double, _ sign: Double) -> Int {
    Int(sign > 0 ? (value - 1e-6).rounded(.up) : (value + 1e-6).rounded(.down))
  }

  /// Branch and bound, depth first.
  private func search(
    _ values: [Double], _ column: Int, _ sign: Double, _ ranges: [ClosedRange<Double>],
    _ best: inout Double?, _ budget: inout Int
  ) {
    budget -= 1
    let end = Double(inwards(values[column], sign))
    if budget < 0 || best.map({ sign * end >= sign * $0 }) ?? false { return }
    guard let broken = values.firstIndex(where: { ($0 - $0.rounded()).magnitude > 1e-6 }) else {
      best = values[column]
      return
    }
    let below = values[broken].rounded(.down)
    for half in [
      ranges[broken].lowerBound...below, (below + 1)...max(below + 1, ranges[broken].upperBound),
    ] {
      var inner = ranges
      inner[broken] = half
      solver.setBounds(of: broken, half.lowerBound, half.upperBound)
      if let next = solver.cheapest() { search(next, column, sign, inner, &best, &budget) }
    }
    solver.setBounds(of: broken, ranges[broken].lowerBound, ranges[broken].upperBound)
  }
}

extension LinearProgram {
  fileprivate mutating func add(
    _ equation: CellSystem.Equation, _ system: CellSystem, _ column: [Int: Int]
  ) {
    let unknown = equation.terms.filter { column[$0.cell] != nil }
    guard !unknown.isEmpty else { return }
    let known = equation.terms.filter { column[$0.cell] == nil }
    let rest = -known.reduce(0) { $0 + system.cells[$1.cell].value * $1.times }
    add(unknown.map { (column[$0.cell] ?? 0, Double($0.times)) }, Double(rest), Double(rest))
  }

  /// The figure times its denominator is the numerator, to the decimals that it is printed with.
  fileprivate mutating func add(
    _ figure: DerivedFigure, _ system: CellSystem, _ column: [Int: Int]
  ) {
    for (ratio, isLower) in [(figure.ratios.lowerBound, true), (figure.ratios.upperBound, false)] {
      var rest = 0.0
      var terms: [(Int, Double)] = []
      for (cell, times) in [(figure.numerator, 1.0), (figure.denominator.cell, -ratio)] {
        guard let cell else { continue }
        if let at = column[cell] {
          terms.append((at, times))
        } else {
          rest -= times * Double(system.cells[cell].value)
        }
      }
      if case .number(let number) = figure.denominator { rest += ratio * number }
      add(terms, isLower ? rest : -1e12, isLower ? 1e12 : rest)
    }
  }

  private mutating func add(_ terms: [(Int, Double)], _ lower: Double, _ upper: Double) {
    for (column, times) in terms { columns[column].entries.append((rows.count, times)) }
    rows.append(Row(lower: lower, upper: upper))
  }
}
