internal import Geometry
public import Territory

extension Contours {
  /// For each IRIS, those that share an edge with it, sorted: contiguity of the rook.
  ///
  /// Edges are compared to the millimetre, whatever their direction; contours of which one has a vertex
  /// more on a common border share its other edges all the same.
  ///
  /// - Complexity: O(n) of the vertices
  public var neighbours: [Iris: [Iris]] {
    var owners: [Edge: Int] = [:]
    var found = [Set<Int>](repeating: [], count: areas.count)
    for (place, area) in areas.enumerated() {
      for ring in area.shape.rings {
        for (start, end) in zip(ring.positions, ring.positions.dropFirst()) {
          let edge = Edge(start, end)
          guard let other = owners.updateValue(place, forKey: edge), other != place else {
            continue
          }
          found[place].insert(other)
          found[other].insert(place)
        }
      }
    }
    let pairs = areas.indices.map { place in
      (areas[place].iris, found[place].map { areas[$0].iris }.sorted())
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}

/// Two ends in whole millimetres, in one order.
private struct Edge: Hashable {
  private let ends: [Int64]

  init(_ start: Position<Projected>, _ end: Position<Projected>) {
    let first = [Self.millimetres(start.x), Self.millimetres(start.y)]
    let second = [Self.millimetres(end.x), Self.millimetres(end.y)]
    ends = first.lexicographicallyPrecedes(second) ? first + second : second + first
  }

  private static func millimetres(_ metres: Double) -> Int64 { Int64((metres * 1000).rounded()) }
}
