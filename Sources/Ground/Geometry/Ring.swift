/// A closed line of at least three sides: the first position is also the last.
public struct Ring<F: Frame>: Sendable, Hashable {
  /// Positions in order, the first repeated at the end.
  public var positions: [Position<F>]

  /// A ring from positions that already close.
  @inlinable public init(_ positions: [Position<F>]) { self.positions = positions }

  /// Whether it closes and has at least three sides.
  @inlinable public var isWellFormed: Bool {
    positions.count >= 4 && positions.first == positions.last
  }

  /// Whether every coordinate is finite.
  @inlinable public var isFinite: Bool { positions.allSatisfy { $0.isFinite } }

  /// The smallest rectangle around it.
  @inlinable public var envelope: Envelope<F> {
    var envelope = Envelope<F>.empty
    for position in positions { envelope.cover(position) }
    return envelope
  }

  /// Twice the area, positive when counter-clockwise, in squared units of the frame.
  ///
  /// - Exactness: doubles, relative to the first vertex so that large coordinates lose nothing
  @inlinable public var doubledSignedArea: Double {
    guard let origin = positions.first else { return 0 }
    var sum = 0.0
    for (a, b) in zip(positions, positions.dropFirst()) {
      sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return sum
  }

  /// Whether the interior lies to the left of the line.
  @inlinable public var isCounterClockwise: Bool { doubledSignedArea > 0 }

  /// The same line run the other way.
  @inlinable public func reversed() -> Self { Self(positions.reversed()) }
}

/// Where a position lies as regards a ring.
public enum Side: Sendable, Hashable {
  /// Strictly within.
  case inside
  /// On the line, exactly.
  case boundary
  /// Strictly without.
  case outside
}

extension Ring {
  /// The side of one position, by counting the crossings of a ray.
  ///
  /// Plain and slow on purpose: the reference that faster ways are tested against.
  ///
  /// - Complexity: O(n) of the vertices
  /// - Exactness: exact wherever the differences of coordinates are (integers, nearby values)
  @inlinable public func side(of p: Position<F>) -> Side {
    var isInside = false
    for (a, b) in zip(positions, positions.dropFirst()) {
      let turn = (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y)
      let isWithinSpan =
        min(a.x, b.x) <= p.x && p.x <= max(a.x, b.x) && min(a.y, b.y) <= p.y
        && p.y <= max(a.y, b.y)
      if turn == 0 && isWithinSpan { return .boundary }
      if (a.y <= p.y) != (b.y <= p.y) && (turn > 0) == (b.y > a.y) { isInside.toggle() }
    }
    return isInside ? .inside : .outside
  }
}
