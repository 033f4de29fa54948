internal import CClp

/// COIN-OR Clp, from the basis of the solve before.
///
/// - Confidential: yes, the bounds hold counts
final class ClpSolver: LinearSolver {
  private let model: UnsafeMutableRawPointer
  private let columnCount: Int
  private(set) var solved = 0

  static var name: String {
    "COIN-OR Clp " + (Clp_Version().map { String(cString: $0) } ?? "")
  }

  init(_ program: LinearProgram) {
    guard let model = Clp_newModel() else { preconditionFailure("Clp has no memory left") }
    self.model = model
    columnCount = program.columns.count
    Clp_setLogLevel(model, 0)
    load(program)
  }

  deinit { Clp_deleteModel(model) }

  func setBounds(of column: Int, _ lower: Double, _ upper: Double) {
    Clp_columnLower(model)[column] = lower
    Clp_columnUpper(model)[column] = upper
  }

  func setCost(of column: Int, _ cost: Double) { Clp_objective(model)[column] = cost }

  func cheapest() -> [Double]? {
    solved += 1
    Clp_dual(model, 0)
    if Clp_status(model) != 0 { solveOtherwise() }
    guard Clp_status(model) == 0, let values = Clp_primalColumnSolution(model) else { return nil }
    return Array(UnsafeBufferPointer(start: values, count: columnCount))
  }

  /// From nothing, by the other simplex, without scaling nor perturbation.
  private func solveOtherwise() {
    solved += 1
    let (scaling, perturbation) = (Clp_scalingFlag(model), Clp_perturbation(model))
    Clp_scaling(model, 0)
    Clp_setPerturbation(model, 100)
    for column in 0..<columnCount { Clp_setColumnStatus(model, Int32(column), 3) }
    for row in 0..<Int(Clp_numberRows(model)) { Clp_setRowStatus(model, Int32(row), 1) }
    Clp_primal(model, 0)
    Clp_scaling(model, scaling)
    Clp_setPerturbation(model, perturbation)
  }

  private func load(_ program: LinearProgram) {
    var starts: [CoinBigIndex] = [0]
    var rows: [Int32] = []
    var coefficients: [Double] = []
    for column in program.columns {
      rows += column.entries.map { Int32($0.row) }
      coefficients += column.entries.map(\.coefficient)
      starts.append(CoinBigIndex(rows.count))
    }
    // plain sums are as well scaled as they can be: working it out at each solve takes a fifth of it
    if coefficients.allSatisfy({ $0.magnitude == 1 }) { Clp_scaling(model, 0) }
    Clp_loadProblem(
      model, Int32(columnCount), Int32(program.rows.count), starts, rows, coefficients,
      program.columns.map(\.lower), program.columns.map(\.upper), program.columns.map(\.cost),
      program.rows.map(\.lower), program.rows.map(\.upper))
  }
}
