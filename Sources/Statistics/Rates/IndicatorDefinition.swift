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
  /// The partner's source that serves as denominator; `nil` when it is the census or there is none.
  ///
  /// Such a denominator is a count like another: Disclosure protects it too.
  public let denominatorSource: String?
  /// The factor of the rate.
  public let per: Double
  /// How the rate is computed; `nil` for a plain count.
  public let method: Rate.Method?
  /// The categories of `source` that are counted, sorted; marks in place of their labels, which are
  /// cells of the partner's file. Filled by `IndicatorTable.make`.
  ///
  /// They tell Disclosure which indicators contain one another.
  public private(set) var selection: [Tally.Category] = []
  /// The categories of `denominatorSource` that are counted, sorted.
  public private(set) var denominatorSelection: [Tally.Category] = []

  /// A definition from its parts.
  public init(
    id: String, title: String, source: String, unit: Tally.Unit, numeratorVintage: String,
    denominatorLabel: String, denominatorVintage: String, denominatorSource: String? = nil,
    per: Double, method: Rate.Method?
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.unit = unit
    self.numeratorVintage = numeratorVintage
    self.denominatorLabel = denominatorLabel
    self.denominatorVintage = denominatorVintage
    self.denominatorSource = denominatorSource
    self.per = per
    self.method = method
  }

  /// The same indicator, knowing which categories it counts.
  package func counting(_ selection: [Tally.Category], over denominator: [Tally.Category]) -> Self {
    var known = self
    known.selection = selection
    known.denominatorSelection = denominator
    return known
  }
}
