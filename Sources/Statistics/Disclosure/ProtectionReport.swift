internal import Rates

/// What the protection of a release cost, for the confidential log.
///
/// - Confidential: yes, it tells primary from complementary suppressions
public struct ProtectionReport: Sendable, Hashable {
  /// One indicator.
  public struct Line: Sendable, Hashable {
    /// The indicator's id.
    public let indicator: String
    /// Rows, communes' totals included.
    public let cells: Int
    /// Rows whose count is shown.
    public let shown: Int
    /// Withheld for themselves: small, nearly whole, or masked by the partner.
    public let primary: Int
    /// IRIS withheld for themselves, over those that count somebody; `nil` when none does.
    public let smallShare: Double?
    /// Withheld for another's sake.
    public let complementary: Int
    /// Not delivered.
    public let missing: Int
    /// Nobody lives there.
    public let notApplicable: Int
    /// Shown as a count only.
    public let notSignificant: Int
    /// Communes whose total is withheld or not known.
    public let totalsWithheld: Int
    /// Persons counted in the shown IRIS, over all of the communes whose total is shown; `nil` when
    /// there are none.
    public let shareShown: Double?
    /// The smallest number of values that the public thinks possible for a withheld cell; `nil` when
    /// nothing is withheld or nothing bounds it.
    public let narrowest: Int?
  }

  /// In the order of the indicators.
  public let lines: [Line]
  /// Sums, and sums of differences, that the attack went through.
  public let attacks: Int
}
