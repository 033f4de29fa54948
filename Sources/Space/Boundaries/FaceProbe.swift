internal import Geometry
internal import Topology

/// Positions inside a region, to ask who covers it: one that lies on somebody's border says nothing.
struct FaceProbe {
  private static let attempts = 24
  private let face: Face

  init(_ face: Face) { self.face = face }

  /// Inside the region and on no border, if such a place is found.
  ///
  /// - Parameters:
  ///   - isOnBorder: whether a position lies on a border
  func position(
    avoiding isOnBorder: (Position<Projected>) -> Bool
  ) -> Position<Projected>? {
    if !isOnBorder(face.interior) { return face.interior }
    // fractions spread by the golden ratio come nowhere twice
    return (1...Self.attempts).lazy.compactMap { attempt in
      widestMiddle(at: (Double(attempt) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1))
    }.first { !isOnBorder($0) }
  }

  /// The middle of the widest part of the region on a line from west to east.
  private func widestMiddle(at share: Double) -> Position<Projected>? {
    let envelope = face.polygon.exterior.envelope
    let y = envelope.minY + (envelope.maxY - envelope.minY) * share
    let crossings = face.polygon.rings.flatMap { Self.crossings(of: $0, y) }.sorted()
    let pairs = stride(from: 0, to: crossings.count - 1, by: 2).map {
      (west: crossings[$0], east: crossings[$0 + 1])
    }
    return pairs.max { $0.east - $0.west < $1.east - $1.west }.map {
      Position(x: $0.west + ($0.east - $0.west) * 0.47, y: y)
    }
  }

  private static func crossings(of ring: Ring<Projected>, _ y: Double) -> [Double] {
    zip(ring.positions, ring.positions.dropFirst()).compactMap { a, b in
      guard (a.y <= y) != (b.y <= y) else { return nil }
      return a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
    }
  }
}
