/// Where a counted unit ended: every row read has exactly one (DESIGN.md, the accounting identity).
public enum Placement: Sendable, Hashable {
  /// One IRIS, certain or probable.
  case iris(Iris)
  /// Several IRIS of one commune are possible.
  case ambiguous(Commune)
  /// The commune is known, the IRIS is not.
  case commune(Commune)
  /// Outside the territory of the campaign.
  case outside
  /// No usable place at all.
  case unplaced

  /// The class that the accounting identity counts it in.
  public var kind: PlacementClass {
    switch self {
    case .iris: .iris
    case .ambiguous: .ambiguous
    case .commune: .commune
    case .outside: .outside
    case .unplaced: .unplaced
    }
  }

  /// The commune whose total counts it; `nil` outside the territory and where no place is known.
  public var commune: Commune? {
    switch self {
    case .iris(let iris): iris.commune
    case .ambiguous(let commune), .commune(let commune): commune
    case .outside, .unplaced: nil
    }
  }
}

/// The five classes of the accounting identity.
public enum PlacementClass: String, Sendable, Hashable, CaseIterable, Codable {
  /// One IRIS, certain or probable.
  case iris
  /// Several IRIS possible.
  case ambiguous
  /// Only the commune known.
  case commune
  /// Outside the territory.
  case outside
  /// No usable place.
  case unplaced
}
