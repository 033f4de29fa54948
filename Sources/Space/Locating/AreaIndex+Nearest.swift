public import Geometry

extension AreaIndex {
  /// Which area owns a position when only some are candidates, or when the nearest will do.
  ///
  /// The commune guard: a partner's commune is surer than a generalised contour, so that only the
  /// areas of that commune are candidates.
  ///
  /// - Parameters:
  ///   - position: metres · the system of the areas
  ///   - candidates: the only areas that may own it; `nil` for all
  ///   - reach: metres; how far outside every candidate a position may lie and still be given the
  ///     nearest; 0 for not at all
  /// - Returns: ordinals; among candidates that overlap, or lie at the same distance, the lowest
  /// - Complexity: a microsecond or so inside; outside, O(n) of the edges within twice the distance
  /// - Exactness: the side is exact on the lattice; distances to a unit of the lattice
  public func owner(
    of position: Position<Projected>, among candidates: Candidates? = nil, reach: Double
  ) -> Ownership<Int> {
    if let ordinal = ordinal(at: position), candidates?.contains(ordinal) ?? true {
      return .inside(ordinal)
    }
    if let candidates {
      let covering = grid.coveringOrdinals(at: position).first { candidates.contains($0) }
      if let covering { return .inside(covering) }
    }
    guard reach > 0 else { return .none }
    let nearest = grid.nearest(to: position, reach: reach) { left, right in
      Self.lowest(left, right) { candidates?.contains($0) ?? true }
    }
    return nearest.map { .nearest($0.ordinal, metres: $0.metres) } ?? .none
  }

  /// How far a position is from the border of any other area: what makes a location sure.
  ///
  /// Borders with nothing on the other side (the sea, a gap) do not count.
  ///
  /// - Parameters:
  ///   - ordinal: the area that owns the position
  ///   - candidates: the only areas that count as others; `nil` for all
  ///   - limit: metres; what lies farther is not looked for
  /// - Returns: metres; `nil` when no border with another area is within the limit
  /// - Exactness: to a unit of the lattice
  public func distanceToOtherArea(
    from position: Position<Projected>, ordinal: Int, among candidates: Candidates? = nil,
    limit: Double
  ) -> Double? {
    grid.nearest(to: position, reach: limit) { left, right in
      Self.lowest(left, right) { $0 != ordinal && candidates?.contains($0) ?? true }
    }?.metres
  }

  /// The lowest of two labels whose area is wanted; 0 for none.
  @inline(__always)
  private static func lowest(
    _ left: UInt32, _ right: UInt32, _ isWanted: (Int) -> Bool
  ) -> UInt32 {
    let (low, high) = left < right ? (left, right) : (right, left)
    if low != 0 && isWanted(Int(low) - 1) { return low }
    return high != 0 && isWanted(Int(high) - 1) ? high : 0
  }
}
