public import Geometry

/// Where a reference system is meant to be used, degrees of WGS 84.
public struct AreaOfUse: Sendable, Hashable {
  /// Bounds in degrees.
  public let west: Double, south: Double, east: Double, north: Double

  package init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// The same as an envelope: longitude, latitude.
  ///
  /// An area across the antimeridian (west > east) becomes the whole band of its latitudes.
  public var envelope: Envelope<Geographic> {
    west <= east
      ? Envelope(minX: west, minY: south, maxX: east, maxY: north)
      : Envelope(minX: -180, minY: south, maxX: 180, maxY: north)
  }

  /// Whether the position is inside or on the border.
  public func contains(_ position: Position<Geographic>) -> Bool {
    envelope.contains(position) && (west <= east || position.x >= west || position.x <= east)
  }
}
