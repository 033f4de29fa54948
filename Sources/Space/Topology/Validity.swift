public import Geometry

/// Why a shape is not valid, and where.
public struct Invalidity: Sendable, Hashable {
  /// GEOS's reason in its own words, without coordinates.
  public let reason: String
  /// Near which position.
  public let position: Position<Projected>?

  package init(reason: String, position: Position<Projected>?) {
    self.reason = reason
    self.position = position
  }
}
