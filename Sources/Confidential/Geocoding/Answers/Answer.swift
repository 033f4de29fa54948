public import Territory

/// What the geocoder says of one query: where it is, how each component fared, how sure the IRIS is.
///
/// Texts stay in the base: `AddressBase.text(of:)` gives them for the rows that are written.
///
/// - Confidential: yes
public struct Answer: Sendable {
  /// How precisely the address was found.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// The number itself.
    case housenumber
    /// Between two numbers of the same side, or next to the nearest one.
    case interpolated
    /// The street without its number.
    case street
    /// A hamlet or place without street.
    case locality
    /// Only the commune.
    case municipality
    /// Nothing.
    case none
  }

  /// Where it is.
  public struct Position: Sendable, Hashable {
    /// Degrees, WGS 84.
    public var longitude: Double
    /// Degrees, WGS 84.
    public var latitude: Double
    /// Metres, in the projected system of the territory.
    public var x: Double
    /// Metres, in the projected system of the territory.
    public var y: Double
  }

  /// How precisely the address was found.
  public var level = Level.none
  /// `nil` when nothing was found.
  public var position: Position?
  /// How each component of the query fared.
  public var verdicts = Verdicts()
  /// Why, as French codes.
  public var reasons: Reasons = []
  /// The probability that the answer is right, calibrated on the trials · 0…1.
  public var score = 0.0
  /// The score of the best other street, 0 when there is none.
  public var scoreNext = 0.0
  /// The IRIS and how sure it is.
  public var iris = IrisVerdict()
  /// The commune that the query names, or where the address was found; `nil` when unknown.
  public var commune: Commune?
  /// The three nearest street names when the street is unknown, best first.
  public var proposals: [Proposal] = []

  /// Ordinal of the address in the base; `nil` unless the level is `housenumber`.
  public var address: Int?
  /// Ordinal of the street or place in the base; `nil` above that level.
  public var street: Int?
  /// The number that the query asked for, when it had one.
  public var number: Int?

  /// Nothing found.
  public init() {}

  /// The class of the accounting identity.
  ///
  /// - Returns: `iris` when certain or probable, `ambiguous` when several IRIS of the commune are
  ///   possible, else `commune`, `outside` or `unplaced`
  public var placement: Placement {
    if reasons.contains(.outsideTerritory) { return .outside }
    guard let commune else { return .unplaced }
    switch iris.certainty {
    case .certain, .probable: return iris.iris.map { .iris($0) } ?? .commune(commune)
    case .ambiguous: return .ambiguous(commune)
    case .unknown: return .commune(commune)
    }
  }
}

/// A street that looks like the one asked for.
///
/// - Confidential: no, it is a name of the base
public struct Proposal: Sendable, Hashable {
  /// Ordinal of the street in the base.
  public var street: Int
  /// How alike · 0…1.
  public var likeness: Double

  /// A proposal.
  public init(street: Int, likeness: Double) {
    self.street = street
    self.likeness = likeness
  }
}

extension Answer: CustomStringConvertible {
  /// Nothing: an answer holds an address.
  public var description: String { "‹confidential›" }
}
