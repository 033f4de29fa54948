public import Territory

/// What a row of a partner's file counts as.
public struct CountingRule: Sendable, Hashable {
  /// What one unit is.
  public let unit: Tally.Unit
  /// The column that holds the number when the unit is `count`.
  public let countColumn: String?

  /// A rule from its parts.
  public init(unit: Tally.Unit, countColumn: String? = nil) {
    self.unit = unit
    self.countColumn = countColumn
  }
}
