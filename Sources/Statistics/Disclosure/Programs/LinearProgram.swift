/// Boxed unknowns bound by sums, to be given the values that cost least.
///
/// Every unknown has two bounds: with an open one, a solver was seen to call a feasible program
/// infeasible.
///
/// - Source: DISCLOSURE.md, « Solver »
struct LinearProgram {
  /// One unknown.
  struct Column {
    var lower: Double
    var upper: Double
    var cost: Double
    /// The sums that it enters, and how many times.
    var entries: [(row: Int, coefficient: Double)]
  }

  /// Each must add up to something between its two numbers.
  struct Row {
    let lower: Double
    let upper: Double

    /// Adds up to nothing.
    static let balanced = Row(lower: 0, upper: 0)
  }

  var columns: [Column]
  var rows: [Row]
}

/// Solves one program again and again, bounds and costs alone changing in between.
///
/// An instance belongs to one task.
protocol LinearSolver: AnyObject {
  init(_ program: LinearProgram)

  /// What it is, for the certificate: name and version.
  static var name: String { get }

  /// How many programs it has solved.
  var solved: Int { get }

  func setBounds(of column: Int, _ lower: Double, _ upper: Double)

  func setCost(of column: Int, _ cost: Double)

  /// The cheapest values.
  ///
  /// - Returns: one for each column, to about 1e-7; nil when there are none, as two solves under
  ///   different settings agree
  func cheapest() -> [Double]?
}
