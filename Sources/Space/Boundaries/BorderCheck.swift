internal import Diagnostics
internal import Geometry
internal import Territory
internal import Topology

/// Overlaps and gaps between neighbours.
///
/// In a coverage each edge is run once in each direction, but for the outer limit. What is left over
/// are lines; the regions between them are covered by one area, by none (a gap) or by several (an
/// overlap). A sound coverage costs one pass over its edges.
struct BorderCheck {
  /// Regions smaller than this are rounding, square metres.
  static let leastArea = 1.0
  /// Beyond this many edges without counterpart, nothing is shared and nothing can be said.
  static let mostEdges = 400_000

  private let areas: [IrisArea]
  private let place: Place
  private let envelopes: [Envelope<Projected>]

  init(_ areas: [IrisArea], place: Place) {
    self.areas = areas
    self.place = place
    envelopes = areas.map(\.shape.envelope)
  }

  /// - Parameters:
  ///   - neighbours: what else lies there and was not checked: a hole that it fills is no gap
  /// - Returns: overlaps and gaps of at least a square metre, the largest first
  func problems(besides neighbours: [Shape<Projected>]) throws(Problem) -> ProblemLog {
    var ledger = EdgeLedger()
    for area in areas { ledger.enter(area.shape) }
    guard ledger.openCount <= Self.mostEdges else {
      return ProblemLog([Wording.bordersUnchecked(place, edges: ledger.openCount)])
    }
    let lines = areas.flatMap { ledger.openLines(of: $0.shape) }
    let faces = try TopologyContext().faces(between: lines).filter { $0.area >= Self.leastArea }
    let found = faces.sorted { $0.area > $1.area }.compactMap { problem(of: $0, neighbours) }
    return ProblemLog(found)
  }

  private func problem(of face: Face, _ neighbours: [Shape<Projected>]) -> Problem? {
    let around = face.polygon.exterior.envelope
    let near = areas.indices.filter { envelopes[$0].intersects(around) }
    let probe = FaceProbe(face).position { position in
      near.contains {
        envelopes[$0].contains(position) && areas[$0].shape.side(of: position) == .boundary
      }
    }
    guard let probe else { return nil }
    let owners = near.filter {
      envelopes[$0].contains(probe) && areas[$0].shape.side(of: probe) == .inside
    }
    if owners.count > 1 {
      return Wording.overlap(
        place, area: face.area, areas[owners[0]].iris, areas[owners[1]].iris)
    }
    let isFilled = neighbours.contains { $0.side(of: probe) == .inside }
    guard owners.isEmpty && !isFilled else { return nil }
    return Wording.gap(place, area: face.area, bordering(face))
  }

  /// The first two areas just outside the rim of a gap.
  private func bordering(_ face: Face) -> [Iris] {
    let ring = face.polygon.exterior
    let probes = zip(ring.positions, ring.positions.dropFirst()).map {
      Self.beside($0, $1, turn: ring.isCounterClockwise ? 1 : -1)
    }
    let rim = ring.envelope.expanded(by: 2 * Self.step)
    let touching = areas.indices.lazy.filter { index in
      envelopes[index].intersects(rim)
        && probes.contains {
          envelopes[index].contains($0) && areas[index].shape.side(of: $0) == .inside
        }
    }
    return touching.prefix(2).map { areas[$0].iris }
  }

  /// Metres from a rim to where its neighbour is asked for.
  private static let step = 0.02

  /// A step to the right of the middle of an edge, which is outside a counter-clockwise ring.
  private static func beside(
    _ a: Position<Projected>, _ b: Position<Projected>, turn: Double
  ) -> Position<Projected> {
    let length = max(a.distance(to: b), step)
    return Position(
      x: (a.x + b.x) / 2 + turn * (b.y - a.y) / length * step,
      y: (a.y + b.y) / 2 - turn * (b.x - a.x) / length * step)
  }
}
