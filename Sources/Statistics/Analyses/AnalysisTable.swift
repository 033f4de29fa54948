public import Disclosure
public import Rates
public import Territory

/// Analyses of a release, one line for each area and method.
///
/// An area whose figure is withheld has no line: what is computed from a withheld count would give it
/// away. Standardisation takes an area only where the count of each class is shown.
///
/// - Confidential: no, it is a function of what is released
/// - Source: RATES.md
public struct AnalysisTable: Sendable, Hashable {
  /// One number and what it is.
  public struct Line: Sendable, Hashable {
    /// The area; `nil` for a number that is about all of them.
    public let zone: Zone?
    /// Identifier of the indicator.
    public let indicator: String
    /// How it was computed.
    public let method: Analysis.Method
    /// In the unit of the rate; Moran's values have none, a fifth is 1 to 5.
    public let value: Double
    /// Bounds at 95 %, or limits of the funnel; `nil` where there are none.
    public let interval: Rate.Interval?
    /// A word: the place in the funnel, the kind of neighbourhood.
    public let word: String?
    /// A probability by chance, or `nil`.
    public let probability: Double?
    /// What it is compared with.
    public let reference: String?
  }

  /// By analysis and method as asked, then by zone.
  public let lines: [Line]

  /// - Parameters:
  ///   - neighbours: IRIS that share an edge
  ///   - inhabited: IRIS that groups take in: those of activity and diverse ones are left out
  public init(
    _ analyses: [Analysis], of release: Release, neighbours: [Iris: [Iris]], inhabited: Set<Iris>
  ) {
    lines = analyses.flatMap { analysis -> [Line] in
      guard let index = release.indicators.firstIndex(where: { $0.id == analysis.indicator }) else {
        return []
      }
      let field = AreaField(release, index, neighbours: neighbours, inhabited: inhabited)
      return analysis.methods.flatMap { method in
        switch method {
        case .dobson, .fayFeuer, .indirect:
          Standardisation(analysis, release).lines(by: method)
        default: field.lines(by: method)
        }
      }
    }
  }
}
