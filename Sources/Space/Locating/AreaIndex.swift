public import Geometry

/// Which area owns a position: an index over the areas of a zoning, built once, asked many times.
///
/// Every position inside a coverage belongs to exactly one area. Positions and vertices are rounded
/// to whole millimetres first, and all decisions are then exact:
/// - on a shared edge, the area to the east owns it, on a horizontal edge the area to the north;
/// - where areas overlap, the lowest key owns it; in a gap nobody does;
/// - within one area, the even-odd rule: a place in two of its own rings is a hole.
///
/// The index does not judge the areas (`Boundaries` does) and knows nothing of communes: the caller
/// says which areas are candidates.
///
/// May cross threads: nothing changes after it is built.
///
/// - Confidential: no; it keeps no position that it was asked about
public struct AreaIndex<Key: AreaKey>: Sendable {
  /// All keys, sorted; the ordinal of an area is its index here.
  public let keys: [Key]
  let grid: AreaGrid

  init(keys: [Key], grid: AreaGrid) {
    self.keys = keys
    self.grid = grid
  }

  /// Builds the index on the present thread.
  ///
  /// - Parameters:
  ///   - areas: in any order; each key once; finite coordinates within a million kilometres of the
  ///     origin of the system; an empty shape owns nothing
  /// - Complexity: O(n) of the vertices; about 3 s and 250 MB for 12.5 million
  /// - Exactness: vertices to the nearest millimetre, ties to even (a tenth as fine for each tenfold
  ///   of 1,400 km that the areas extend over)
  public static func build(_ areas: [(key: Key, shape: Shape<Projected>)]) -> AreaIndex {
    let sorted = areas.sorted { $0.key < $1.key }
    let keys = sorted.map(\.key)
    precondition(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }, "each key names one area")
    precondition(areas.count < Int(Int32.max), "ordinals fit in 32 bits")
    precondition(
      sorted.allSatisfy { $0.shape.isWithinReach }, "coordinates are finite and below 10⁹ metres")
    return AreaIndex(keys: keys, grid: AreaGrid.build(sorted.map(\.shape)))
  }

  /// Memory of the index, in bytes, keys not counted.
  public var byteCount: Int { grid.byteCount }

  /// The ordinal of a key; `nil` when the index has no such area.
  ///
  /// - Complexity: O(log n) of the areas
  public func ordinal(of key: Key) -> Int? {
    let index = lowerBound(of: key)
    return index < keys.count && keys[index] == key ? index : nil
  }

  /// The ordinals of all keys from one to another, both included: with codes as keys, the areas of a
  /// commune.
  public func ordinals(from first: Key, through last: Key) -> Candidates {
    let start = lowerBound(of: first)
    let end = lowerBound(of: last)
    let isLastKnown = end < keys.count && keys[end] == last
    return Candidates(start..<max(start, isLastKnown ? end + 1 : end))
  }

  private func lowerBound(of key: Key) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Shape<Projected> {
  fileprivate var isWithinReach: Bool {
    polygons.allSatisfy { polygon in
      isWithinReach(polygon.exterior) && polygon.holes.allSatisfy(isWithinReach)
    }
  }

  private func isWithinReach(_ ring: Ring<Projected>) -> Bool {
    ring.positions.allSatisfy { abs($0.x) < 1e9 && abs($0.y) < 1e9 }
  }
}

extension AreaIndex {
  /// A rectangle that holds all areas, up to a cell of the grid larger than the smallest one; empty
  /// without an area.
  public var envelope: Envelope<Projected> {
    if keys.isEmpty { return .empty }
    let lattice = grid.lattice
    return Envelope(
      minX: lattice.originX, minY: lattice.originY,
      maxX: lattice.originX + grid.greatestX / lattice.unitsPerMetre,
      maxY: lattice.originY + grid.greatestY / lattice.unitsPerMetre)
  }
}
