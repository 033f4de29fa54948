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
}
