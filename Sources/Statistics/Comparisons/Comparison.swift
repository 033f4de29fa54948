/// What moved between two states of the same figures, and why.
///
/// - Confidential: as its rows: no from published files, yes from campaigns, whose intermediate figures
///   were never published
public struct Comparison: Sendable {
  /// The earlier state, as its user names it.
  public let before: String
  /// The later state.
  public let after: String
  /// The factors that were told apart, in the order in which they were changed.
  public let factors: [Factor]
  /// Sorted by zone, then in the order of the indicators.
  public let rows: [Row]

  /// A comparison from its rows.
  public init(before: String, after: String, factors: [Factor], rows: [Row]) {
    self.before = before
    self.after = after
    self.factors = factors
    self.rows = rows
  }

  /// One figure of one zone in both states.
  public struct Row: Sendable, Hashable {
    /// The zone, of the later state's geography.
    public let zone: PrintedZone
    /// The indicator's identifier.
    public let indicator: String
    /// Status before, as in the files; `nil` when there was no such figure.
    public let statusBefore: String?
    /// Status after; `nil` when there is no such figure.
    public let statusAfter: String?
    /// From the earlier figure to the later one; `nil` unless both are shown.
    public let chain: Chain?
    /// The difference of the two rates; `nil` without two rates that are shown.
    public let difference: RateDifference?
    /// Where the earlier number comes from.
    public let origin: PrintedFigure.Origin

    /// A row from its parts. Nothing is told of a figure that either state withholds.
    ///
    /// - Parameters:
    ///   - chain: left out unless both statuses are empty
    ///   - difference: the same
    public init(
      zone: PrintedZone, indicator: String, statusBefore: String?, statusAfter: String?,
      chain: Chain?, difference: RateDifference?, origin: PrintedFigure.Origin
    ) {
      let isShown = statusBefore == "" && statusAfter == ""
      self.zone = zone
      self.indicator = indicator
      self.statusBefore = statusBefore
      self.statusAfter = statusAfter
      self.chain = isShown ? chain : nil
      self.difference = isShown ? difference : nil
      self.origin = origin
    }
  }
}

extension Comparison {
  /// The indicators met, in the order of the rows.
  var indicators: [String] {
    var seen: Set<String> = []
    return rows.map(\.indicator).filter { seen.insert($0).inserted }
  }
}
