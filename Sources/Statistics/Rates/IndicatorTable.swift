public import Territory

/// One indicator before disclosure control. It never reaches a file: only `Disclosure` takes it.
///
/// - Confidential: yes, small counts
public struct IndicatorTable: Sendable, Hashable {
  /// One figure before disclosure control.
  public struct Measure: Sendable, Hashable {
    /// The row.
    public let zone: Zone
    /// How many units.
    public let numerator: Count
    /// Over how many; `nil` when the denominator has no figure there (unlocated, not delivered).
    public let denominator: Double?
    /// The rate; `nil` where it does not apply (no population, no exact count).
    public let rate: Rate?

    package init(zone: Zone, numerator: Count, denominator: Double?, rate: Rate?) {
      self.zone = zone
      self.numerator = numerator
      self.denominator = denominator
      self.rate = rate
    }
  }

  /// What the indicator is.
  public let definition: IndicatorDefinition
  /// Sorted by zone; every IRIS of every commune, then its unlocated row, then its total.
  public let measures: [Measure]
  /// Counts of the pieces of IRIS that other zonings cut; `nil` where they are not known.
  public internal(set) var pieces: [Piece: Count]?
  /// The same of the source that is the denominator.
  public internal(set) var basePieces: [Piece: Count]?

  /// Of a table of amounts, the largest that one person has in each row; `nil` of counts.
  public internal(set) var largest: [Zone: Int]?

  package init(definition: IndicatorDefinition, measures: [Measure]) {
    self.definition = definition
    self.measures = measures
  }
}
