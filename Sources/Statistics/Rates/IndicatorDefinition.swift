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

  /// Whether everybody of `source` is counted.
  package private(set) var countsWholeSource = false
  /// Whether everybody of `denominatorSource` is.
  package private(set) var dividesByWholeSource = false
  /// What the campaign's sources have in common, sorted.
  public let links: [SourceLink]

  /// A definition from its parts.
  public init(
    id: String, title: String, source: String, unit: Tally.Unit, numeratorVintage: String,
    denominatorLabel: String, denominatorVintage: String, denominatorSource: String? = nil,
    per: Double, method: Rate.Method?, links: [SourceLink] = []
  ) {
    self.links = links.sorted()
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
  ///
  /// - Parameters:
  ///   - wholes: whether those are all of the source, and all of what it is divided by
  package func counting(
    _ selection: [Tally.Category], over denominator: [Tally.Category],
    wholes: (Bool, Bool) = (false, false)
  ) -> Self {
    var known = self
    known.selection = selection
    known.denominatorSelection = denominator
    (known.countsWholeSource, known.dividesByWholeSource) = wholes
    return known
  }

  /// The same indicator, its sources told as parts of others.
  func telling(
    source: String, selection: [Tally.Category], denominatorSource: String?,
    denominatorSelection: [Tally.Category]
  ) -> Self {
    IndicatorDefinition(
      id: id, title: title, source: source, unit: unit, numeratorVintage: numeratorVintage,
      denominatorLabel: denominatorLabel, denominatorVintage: denominatorVintage,
      denominatorSource: denominatorSource, per: per, method: method, links: links
    ).counting(
      selection, over: denominatorSelection, wholes: (countsWholeSource, dividesByWholeSource))
  }
}
