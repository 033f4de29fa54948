public import Diagnostics
public import Tables
public import Territory

/// What came of a partner's file: its tally, and how it was read.
///
/// - Confidential: the tally may hold small counts; no row is left
public struct Reading: Sendable {
  /// Counts per place and category.
  public let tally: Tally
  /// How the file was recognised.
  public let dialect: Dialect
  /// Columns that were read, by name.
  public let usedColumns: [String]
  /// Columns that were not looked at, by name.
  public let ignoredColumns: [String]
  /// Everything that was wrong.
  public let problems: ProblemLog

  /// The share of the rows of the territory that ended at an IRIS; `nil` when no row is of the
  /// territory.
  public var shareAtIris: Double? {
    let inside = tally.accounting.rows - tally.accounting[.outside]
    return inside == 0 ? nil : Double(tally.accounting[.iris]) / Double(inside)
  }
}
