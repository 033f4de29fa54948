internal import Geometry

/// A position in ten-millionths of a degree, about a centimetre: what the file will say.
///
/// Two neighbours that share a vertex before rounding share it after, as rounding looks at nothing
/// but the vertex.
struct RoundedPosition: Sendable, Hashable {
  /// Longitude.
  let x: Int32
  /// Latitude.
  let y: Int32

  /// Decimals of a degree.
  static let decimals = 7

  init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }

  /// - Returns: `nil` outside the range of longitudes and latitudes
  init?(longitude: Double, latitude: Double) {
    guard abs(longitude) <= 180, abs(latitude) <= 90 else { return nil }
    x = Int32((longitude * 1e7).rounded(.toNearestOrAwayFromZero))
    y = Int32((latitude * 1e7).rounded(.toNearestOrAwayFromZero))
  }
}

/// A ring of rounded positions, closed, without repetition or spike.
struct RoundedRing: Sendable, Hashable {
  /// The first is also the last.
  private(set) var positions: [RoundedPosition]

  /// Drops what rounding has made redundant: a vertex equal to the one before it, and a line that
  /// goes out and straight back. The neighbours' rings lose the same edges, so they stay joined.
  ///
  /// - Returns: `nil` when nothing is left but points and lines
  init?(closing raw: some Sequence<RoundedPosition>) {
    var kept: [RoundedPosition] = []
    for position in raw {
      if position == kept.last { continue }
      if kept.count > 1 && position == kept[kept.count - 2] {
        kept.removeLast()
      } else {
        kept.append(position)
      }
    }
    guard let closed = Self.closed(kept) else { return nil }
    positions = closed
    if doubledSignedArea == 0 { return nil }
  }

  /// The same at the seam, where the ring begins and ends.
  private static func closed(_ line: [RoundedPosition]) -> [RoundedPosition]? {
    var open = line[...]
    while open.count > 2 {
      if open.first == open.last || open[open.endIndex - 2] == open.first {
        open.removeLast()
      } else if open[open.startIndex + 1] == open.last {
        open.removeFirst()
      } else {
        break
      }
    }
    guard open.count > 2, let first = open.first else { return nil }
    return open + [first]
  }

  /// Twice the area in squared ten-millionths, positive when counter-clockwise.
  ///
  /// - Exactness: exact for rings that span less than half a degree; else the sign is right unless
  ///   the ring is thinner than the rounding
  var doubledSignedArea: Double {
    guard let origin = positions.first else { return 0 }
    var sum = 0.0
    for (a, b) in zip(positions, positions.dropFirst()) {
      let ax = Double(a.x) - Double(origin.x), ay = Double(a.y) - Double(origin.y)
      let bx = Double(b.x) - Double(origin.x), by = Double(b.y) - Double(origin.y)
      sum += ax * by - bx * ay
    }
    return sum
  }

  /// The ring run in the wanted direction, from the same first position.
  mutating func turn(counterClockwise wanted: Bool) {
    if (doubledSignedArea > 0) != wanted { positions.reverse() }
  }
}

/// The rounded parts of one area: in each the exterior, counter-clockwise, then its holes,
/// clockwise.
struct RoundedShape: Sendable, Hashable {
  /// What is left of the parts; a part whose exterior collapsed is gone with its holes.
  private(set) var polygons: [[RoundedRing]]

  /// - Parameters:
  ///   - rings: for each part its exterior, then its holes; closed, in any direction
  init(_ rings: [[[RoundedPosition]]]) {
    polygons = rings.compactMap { part in
      guard let exterior = part.first.flatMap({ RoundedRing(closing: $0) }) else { return nil }
      let holes = part.dropFirst().compactMap { RoundedRing(closing: $0) }
      return [exterior] + holes
    }
    for part in polygons.indices {
      for ring in polygons[part].indices {
        polygons[part][ring].turn(counterClockwise: ring == 0)
      }
    }
  }

  /// How many positions there are, the closing ones included.
  var vertexCount: Int { polygons.joined().reduce(0) { $0 + $1.positions.count } }
}
