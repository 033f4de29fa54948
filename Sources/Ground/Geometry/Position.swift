/// A place in the plane of its frame: easting and northing, or longitude and latitude.
public struct Position<F: Frame>: Sendable, Hashable {
  /// Easting in metres, or longitude in degrees.
  public var x: Double
  /// Northing in metres, or latitude in degrees.
  public var y: Double

  /// A position from its two numbers, in the order x, y.
  @inlinable public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether both numbers are finite.
  @inlinable public var isFinite: Bool { x.isFinite && y.isFinite }
}

extension Position where F == Projected {
  /// Euclidean distance in metres.
  @inlinable public func distance(to other: Self) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}
