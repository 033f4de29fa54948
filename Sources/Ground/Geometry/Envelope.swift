/// The smallest upright rectangle around some positions.
public struct Envelope<F: Frame>: Sendable, Hashable {
  /// Lower bounds.
  public var minX: Double, minY: Double
  /// Upper bounds.
  public var maxX: Double, maxY: Double

  /// An envelope from its bounds.
  @inlinable public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The envelope of nothing: it contains no position, and a union with it changes nothing.
  @inlinable public static var empty: Self {
    Self(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
  }

  /// Whether it is the envelope of nothing.
  @inlinable public var isEmpty: Bool { minX > maxX || minY > maxY }

  /// Grows so as to cover a position.
  @inlinable public mutating func cover(_ position: Position<F>) {
    minX = Swift.min(minX, position.x)
    minY = Swift.min(minY, position.y)
    maxX = Swift.max(maxX, position.x)
    maxY = Swift.max(maxY, position.y)
  }

  /// Grows so as to cover another envelope.
  @inlinable public mutating func cover(_ other: Self) {
    minX = Swift.min(minX, other.minX)
    minY = Swift.min(minY, other.minY)
    maxX = Swift.max(maxX, other.maxX)
    maxY = Swift.max(maxY, other.maxY)
  }

  /// Whether the position is inside or on the border.
  @inlinable public func contains(_ position: Position<F>) -> Bool {
    position.x >= minX && position.x <= maxX && position.y >= minY && position.y <= maxY
  }

  /// Whether the two share at least a point.
  @inlinable public func intersects(_ other: Self) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// The envelope grown by a margin on every side.
  public func expanded(by margin: Double) -> Self {
    Self(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }
}
