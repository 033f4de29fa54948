public import Territory

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

extension Zone {
  /// The IRIS or commune code.
  package var code: String {
    switch self {
    case .iris(let iris): iris.code
    case .unlocated(let commune), .commune(let commune): commune.code
    }
  }
}
