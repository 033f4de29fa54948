internal import Audit

/// A row of a release by its code.
public struct PrintedZone: Sendable, Hashable, Comparable {
  /// What the row is about.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// One IRIS.
    case iris
    /// What a commune could bring to no IRIS.
    case unlocated = "hors_iris"
    /// A commune.
    case commune
  }

  /// What the row is about.
  public let level: Level
  /// Of the IRIS, nine characters, or of the commune, five.
  public let code: String

  /// A zone from its parts.
  public init(_ level: Level, _ code: String) {
    self.level = level
    self.code = code
  }

  /// - Returns: `nil` for the areas of another zoning, which are compared by their IRIS
  init?(_ zone: PublicZone) {
    switch zone.level {
    case .iris: self.init(.iris, zone.code)
    case .unlocated: self.init(.unlocated, zone.code)
    case .commune: self.init(.commune, zone.code)
    case .area: return nil
    }
  }

  /// By commune; in it the IRIS by code, what is at none, the commune.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: (String, Int, String) {
    let order = Level.allCases.firstIndex(of: level) ?? 0
    return (String(code.prefix(5)), order, code)
  }
}
