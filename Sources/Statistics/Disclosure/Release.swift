public import Rates

/// Figures that may leave: what could identify somebody has been withheld.
///
/// Only this module can make one, so that `Publication` cannot be handed anything else.
///
/// - Confidential: no
/// - Source: loi 51-711, article 6; DISCLOSURE.md
public struct Release: Sendable, Hashable {
  /// Why a figure is or is not there.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Releasable: the figure is there.
    case released = ""
    /// Withheld, whether for itself or for another's sake: telling which would reveal.
    case withheld = "c"
    /// Not significant: the interval is too wide or the denominator too small.
    case notSignificant = "n"
    /// Not applicable: nobody lives there.
    case notApplicable = "x"
    /// The partner did not deliver it.
    case missing = "m"
    /// Not before the shared analysis.
    case embargoed = "e"
  }

  /// How the value compares with the commune's, judged by the intervals.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// The 99.8 % interval lies above the commune's value.
    case muchHigher = "++"
    /// The 95 % interval lies above it.
    case higher = "+"
    /// The 95 % interval holds it.
    case similar = "="
    /// The 95 % interval lies below it.
    case lower = "-"
    /// The 99.8 % interval lies below it.
    case muchLower = "--"
  }

  /// One published figure.
  public struct Figure: Sendable, Hashable {
    /// Why it is or is not there.
    public let status: Status
    /// The number of units; `nil` unless releasable. It stays where only the rate is not significant.
    public let count: Int?
    /// The denominator, where it is public by itself (the census) or releasable (a source).
    public let denominator: Double?
    /// The rate with its intervals; `nil` where withheld or not applicable.
    public let rate: Rate?
    /// Against the commune's value; `nil` without a rate on either side.
    public let comparison: Comparison?
  }

  /// One row: a zone and a figure for each indicator.
  public struct Row: Sendable, Hashable {
    /// What the row is about.
    public let zone: Zone
    /// In the order of `Release.indicators`.
    public let figures: [Figure]
  }

  /// What the columns are, in order.
  public let indicators: [IndicatorDefinition]
  /// Sorted by zone.
  public let rows: [Row]
  /// Figures of other zonings, in the order asked.
  public let zonings: [ZoningTable]
  /// Counts from 1 to this number minus one were withheld, unless `thresholds` says another.
  public let threshold: Int
  /// By indicator: the strictest of the sources that its figures are mixed with.
  public let thresholds: [Int]
  /// Whether true zeros were withheld too.
  public let zerosAreWithheld: Bool

  init(
    indicators: [IndicatorDefinition], rows: [Row], zonings: [ZoningTable] = [], threshold: Int,
    thresholds: [Int]? = nil, zerosAreWithheld: Bool
  ) {
    self.indicators = indicators
    self.rows = rows
    self.zonings = zonings
    self.threshold = threshold
    self.thresholds = thresholds ?? indicators.map { _ in threshold }
    self.zerosAreWithheld = zerosAreWithheld
  }
}
