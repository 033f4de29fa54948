public import Territory

/// One address of the base, taken out whole: for self-tests and displays.
public struct ReferenceAddress: Sendable, Hashable {
  /// `21231_0590_00012_bis`.
  public var id = ""
  /// 0 for a place without number.
  public var number = 0
  /// « bis »; empty when there is none.
  public var suffix = ""
  /// « Avenue X ».
  public var street = ""
  /// Ordinal of the street.
  public var streetOrdinal = 0
  /// Five digits; empty when unknown.
  public var postcode = ""
  /// Name of the commune.
  public var city = ""
  /// INSEE code.
  public var commune: Commune?
  /// INSEE code of the commune before the merger.
  public var oldCommune: Commune?
  /// `nil` when the base has no position.
  public var position: Answer.Position?
  /// `nil` outside the territory.
  public var iris: Iris?
  /// Metres to the nearest boundary with another IRIS of the commune; `nil` when farther than 250.
  public var metresToBoundary: Double?

  /// An empty one.
  public init() {}
}
