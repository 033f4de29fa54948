public import Diagnostics

/// What the agreement says of time and of data.
///
/// - Source: agreement, articles 2, 7 and 10 (DESIGN.md)
public struct Terms: Sendable, Hashable {
  /// Who owns the data.
  public let owner: String
  /// Who holds the observatory.
  public let holder: String
  /// When the agreement holds; `nil` when the campaign does not say.
  public let valid: Period?
  /// When the data are to be collected; `nil` when the campaign does not say.
  public let collection: Period?
  /// Sources and indicators agreed upon; empty when the campaign names none.
  public let annex: [String]

  /// Terms from their parts.
  public init(
    owner: String, holder: String, valid: Period?, collection: Period?, annex: [String]
  ) {
    self.owner = owner
    self.holder = holder
    self.valid = valid
    self.collection = collection
    self.annex = annex
  }

  /// Whether the annex names an indicator, or all sources that it counts.
  public func cover(_ indicator: String, of sources: [String]) -> Bool {
    annex.contains(indicator) || sources.allSatisfy(annex.contains)
  }

  /// That files come outside the window of collection: the figures stand, somebody should know.
  ///
  /// - Returns: a warning `stages.outside-collection`, or `nil`
  public func lateness(of received: Day) -> Problem? {
    guard let collection, !collection.contains(received) else { return nil }
    return Wording.outsideCollection(collection, received: received)
  }

  /// That figures are made outside the dates of the agreement; publishing them will be refused.
  ///
  /// - Returns: a warning `stages.not-valid-today`, or `nil`
  public func invalidity(on day: Day) -> Problem? {
    guard let valid, !valid.contains(day) else { return nil }
    return Wording.computedOutsideValidity(valid, day: day)
  }
}
