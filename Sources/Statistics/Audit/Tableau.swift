internal import Glibc

/// A linear program with bounded unknowns in its condensed form: each basic unknown as an affine
/// function of the few free ones.
///
/// Tables of sums have far fewer degrees of freedom than cells, so that a dense matrix of basic by
/// free unknowns stays small. Every unknown is boxed: a program has an optimum or no point.
///
/// - Exactness: doubles; callers verify what they find by integer additions
/// - Source: Dantzig 1963; bounded simplex and Bland's rule as in Chvátal 1983, chapters 3 and 8
struct Tableau {
  /// Which unknown enters the basis when several would do.
  enum Rule: Sendable {
    /// The one that changes the objective fastest.
    case steepest
    /// The last one that helps.
    case last
  }

  static let tolerance = 1e-7
  static let smallest = 1e-9

  let rule: Rule
  var lower: [Double]
  var upper: [Double]
  /// Of every unknown, those that stand for inequalities last.
  private(set) var values: [Double]
  /// Whether the equations contradict one another.
  private(set) var isContradictory = false
  var basic: [Int] = []
  var free: [Int] = []
  /// Row of a basic unknown, or −1.
  private(set) var rowOf: [Int]
  /// By row: coefficients of the free unknowns, taken off the constant.
  private(set) var matrix: [Double] = []
  private var constants: [Double] = []

  /// - Parameters:
  ///   - rule: also the order in which unknowns are solved for
  init(_ component: Component, rule: Rule) {
    self.rule = rule
    let slacks = component.relations.filter { $0.lower != $0.upper }
    lower = component.lower.map(Double.init) + slacks.map { Self.bound($0.lower, else: -1) }
    upper = component.upper.map(Double.init) + slacks.map { Self.bound($0.upper, else: 1) }
    values = lower
    rowOf = Array(repeating: -1, count: lower.count)
    var equations = Equations(component, unknowns: lower.count)
    equations.solve(backwards: rule == .last)
    isContradictory = equations.isContradictory
    basic = equations.pivots.map(\.column)
    for (row, column) in basic.enumerated() { rowOf[column] = row }
    free = lower.indices.filter { rowOf[$0] < 0 }
    constants = equations.pivots.map { equations.constants[$0.row] }
    matrix = equations.pivots.flatMap { pivot in
      free.map { equations.coefficients[pivot.row * lower.count + $0] }
    }
    settle()
  }

  private static func bound(_ bound: Int?, else sign: Double) -> Double {
    bound.map(Double.init) ?? sign * 1e12
  }

  /// Moves free unknowns back into their bounds and computes the basic ones afresh.
  mutating func settle() {
    for variable in free {
      let isNearUpper = values[variable] > (lower[variable] + upper[variable]) / 2
      values[variable] = isNearUpper ? upper[variable] : lower[variable]
    }
    let width = free.count
    for row in basic.indices {
      var value = constants[row]
      for column in 0..<width where matrix[row * width + column] != 0 {
        value -= matrix[row * width + column] * values[free[column]]
      }
      values[basic[row]] = value
    }
  }

  /// One column, by row: read once, since its cells lie far apart.
  func coefficients(of column: Int) -> [Double] {
    let width = free.count
    return matrix.withUnsafeBufferPointer { cells in
      basic.indices.map { cells[$0 * width + column] }
    }
  }

  /// Moves one free unknown and, with it, the basic ones.
  ///
  /// - Parameters:
  ///   - coefficients: of the column
  mutating func move(_ column: Int, by step: Double, _ coefficients: [Double]) {
    guard step != 0 else { return }
    values[free[column]] += step
    for (row, coefficient) in coefficients.enumerated() where coefficient != 0 {
      values[basic[row]] -= coefficient * step
    }
  }

  /// Puts an unknown exactly on a bound that it has reached.
  mutating func pin(_ variable: Int, at value: Double) { values[variable] = value }

  /// The free unknown of a column becomes basic, the basic one of a row free.
  ///
  /// - Parameters:
  ///   - coefficients: of the column
  mutating func exchange(row: Int, column: Int, _ coefficients: [Double]) {
    let width = free.count
    matrix.withUnsafeMutableBufferPointer { cells in
      let own = row * width
      let inverse = 1 / cells[own + column]
      cells[own + column] = 1
      for index in own..<own + width { cells[index] *= inverse }
      constants[row] *= inverse
      let filled = (0..<width).filter { cells[own + $0] != 0 }
      for (other, factor) in coefficients.enumerated() where other != row && factor != 0 {
        let start = other * width
        cells[start + column] = 0
        for index in filled {
          let value = cells[start + index] - factor * cells[own + index]
          cells[start + index] = value.magnitude < 1e-12 ? 0 : value
        }
        constants[other] -= factor * constants[row]
      }
    }
    (basic[row], free[column]) = (free[column], basic[row])
    rowOf[basic[row]] = row
    rowOf[free[column]] = -1
  }
}

/// The sums as a dense system that is solved for as many unknowns as it determines.
private struct Equations {
  let width: Int
  var coefficients: [Double]
  var constants: [Double]
  var pivots: [(row: Int, column: Int)] = []
  var isContradictory = false

  init(_ component: Component, unknowns: Int) {
    width = unknowns
    coefficients = Array(repeating: 0, count: unknowns * component.relations.count)
    constants = []
    var slack = component.cells.count
    for (row, relation) in component.relations.enumerated() {
      for term in relation.terms { coefficients[row * width + term.cell] += Double(term.times) }
      if relation.lower == relation.upper {
        constants.append(Double(relation.lower ?? 0))
      } else {
        coefficients[row * width + slack] = -1
        slack += 1
        constants.append(0)
      }
    }
  }

  /// Gauss and Jordan, each row solved for its largest coefficient.
  mutating func solve(backwards: Bool) {
    for row in constants.indices {
      var best = -1
      var size = Tableau.smallest
      for place in 0..<width {
        let column = backwards ? width - 1 - place : place
        let magnitude = coefficients[row * width + column].magnitude
        if magnitude > size { (best, size) = (column, magnitude) }
      }
      if best >= 0 {
        eliminate(row, best)
      } else if constants[row].magnitude > Tableau.tolerance {
        isContradictory = true
      }
    }
  }

  private mutating func eliminate(_ row: Int, _ column: Int) {
    let inverse = 1 / coefficients[row * width + column]
    constants[row] *= inverse
    pivots.append((row, column))
    coefficients.withUnsafeMutableBufferPointer { cells in
      for index in row * width..<(row + 1) * width { cells[index] *= inverse }
      let filled = (0..<width).filter { cells[row * width + $0] != 0 }
      for other in constants.indices where other != row {
        let factor = cells[other * width + column]
        if factor == 0 { continue }
        for index in filled {
          let value = cells[other * width + index] - factor * cells[row * width + index]
          cells[other * width + index] = value.magnitude < 1e-12 ? 0 : value
        }
        constants[other] -= factor * constants[row]
      }
    }
  }
}
