public import Territory

/// What an indicator is, for readers of its figures.
public struct IndicatorDefinition: Sendable, Hashable {
  /// Column prefix in the files: `^[a-z][a-z0-9_]{0,22}$`.
  public let id: String
  /// Title in French.
  public let title: String
  /// Source whose units are counted.
  public let source: String
  /// What one unit of the numerator is.
  public let unit: Tally.Unit
  /// Reference date or period of the numerator, as the campaign writes it.
  public let numeratorVintage: String
  /// Long label of the denominator; empty for a plain count.
  public let denominatorLabel: String
  /// Vintage of the denominator: « RP2022 », or the date of the source that serves as one.
  public let denominatorVintage: String
  /// The factor of the rate.
  public let per: Double
  /// How the rate is computed; `nil` for a plain count.
  public let method: Rate.Method?

  /// A definition from its parts.
  public init(
    id: String, title: String, source: String, unit: Tally.Unit, numeratorVintage: String,
    denominatorLabel: String, denominatorVintage: String, per: Double, method: Rate.Method?
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.unit = unit
    self.numeratorVintage = numeratorVintage
    self.denominatorLabel = denominatorLabel
    self.denominatorVintage = denominatorVintage
    self.per = per
    self.method = method
  }
}

/// The row of a table: an IRIS, what a commune could not bring to an IRIS, or the commune's total.
public enum Zone: Sendable, Hashable, Comparable {
  /// One IRIS.
  case iris(Iris)
  /// Units of the commune that are at no IRIS (ambiguous, or known by commune only).
  case unlocated(Commune)
  /// The total of the commune: its IRIS and its unlocated units.
  case commune(Commune)

  /// The commune that it belongs to.
  public var commune: Commune {
    switch self {
    case .iris(let iris): iris.commune
    case .unlocated(let commune), .commune(let commune): commune
    }
  }

  /// By commune; in it the IRIS by code, then the unlocated, then the total.
  public static func < (left: Zone, right: Zone) -> Bool { left.rank < right.rank }

  private var rank: (Commune, Int, Iris) {
    switch self {
    case .iris(let iris): (iris.commune, 0, iris)
    case .unlocated(let commune): (commune, 1, Iris(whole: commune))
    case .commune(let commune): (commune, 2, Iris(whole: commune))
    }
  }
}

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

  package init(definition: IndicatorDefinition, measures: [Measure]) {
    self.definition = definition
    self.measures = measures
  }
}
