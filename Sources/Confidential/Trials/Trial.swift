public import Territory

/// A damaged address, and what it really is.
public struct Trial: Sendable {
  /// What was done to it.
  public let blemish: Blemish
  /// What the geocoder is given.
  public let typed: TypedAddress
  /// What it must find.
  public let truth: Truth
  /// Whether anybody who has the base could tell.
  public let isDecidable: Bool

  /// What a right answer is.
  public struct Truth: Sendable, Hashable {
    /// How far an address can be known.
    public enum Level: String, Sendable, Hashable {
      /// One of `addresses`.
      case address
      /// The street, without a house.
      case street
      /// No street: the commune at most.
      case unmatched
      /// The street is not where it is said to be: no answer, or one that says why.
      case elsewhere
    }

    /// How far it can be known.
    public let level: Level
    /// Addresses that are right; of the street, when only that can be known.
    public let addresses: [TownAddress]
    /// The IRIS that are right; empty when none can be called wrong.
    public let irises: Set<Iris>
    /// The commune.
    public let commune: Commune
  }
}
