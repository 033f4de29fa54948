internal import Boundaries
internal import Diagnostics
internal import Geometry
internal import Territory
internal import Topology

/// Which areas of the new edition an area of the old one leads to: those with which it shares more
/// than a sliver.
///
/// Not Sendable: one per task, for GEOS's context.
struct OverlapFinder {
  /// What one old area leads to.
  struct Found: Sendable {
    /// By index of the new area, with the square metres shared; empty when its ground is gone.
    var parts: [(new: Int, area: Double)] = []
    /// Square metres of the old area.
    let area: Double

    var covered: Double { parts.reduce(0) { $0 + $1.area } }
  }

  private let ground: Ground
  private let context: TopologyContext

  init(_ ground: Ground) throws(Problem) {
    self.ground = ground
    context = try TopologyContext()
  }

  /// - Complexity: one overlay where the area stayed what it was, none where it is drawn alike; else
  ///   one for each neighbour
  func parts(of old: Int) throws(Problem) -> Found {
    let shape = ground.old.areas[old].shape
    var found = Found(area: shape.area)
    let near = ground.grid.meeting(shape.envelope)
    let guarded = near.filter { ground.allows(old, $0) }
    if let whole = try whole(old, shape, guarded, found.area) {
      found.parts = [whole]
      return found
    }
    found.parts = try shared(shape, guarded, of: near.count == guarded.count)
    if near.count > guarded.count && found.covered < Tolerance.guardShare * found.area {
      found.parts = try shared(shape, near, of: true)
    }
    return found
  }

  /// The one area that holds all but slivers of the old one, when it is drawn alike or bears its
  /// code.
  private func whole(
    _ old: Int, _ shape: Shape<Projected>, _ near: [Int], _ area: Double
  ) throws(Problem) -> (new: Int, area: Double)? {
    if let same = near.first(where: { ground.new.areas[$0].shape == shape }) { return (same, area) }
    let iris = ground.old.areas[old].iris
    guard let twin = near.first(where: { ground.new.areas[$0].iris == iris }) else { return nil }
    let rest = try context.remainder(
      of: shape, outside: ground.new.areas[twin].shape, disc: ground.tolerance.width)
    let stays = !rest.holdsDisc && rest.area < Tolerance.guardShare * area
    return stays ? (twin, area - rest.area) : nil
  }

  /// The areas with which more than a sliver is shared; failing any, the one with which most is.
  private func shared(
    _ shape: Shape<Projected>, _ near: [Int], of isLast: Bool
  ) throws(Problem) -> [(new: Int, area: Double)] {
    let overlaps = try context.overlaps(
      of: shape, with: near.map { ground.new.areas[$0].shape }, disc: ground.tolerance.width)
    let all = zip(near, overlaps)
    let wide = all.filter { $0.1.holdsDisc }.map { (new: $0.0, area: $0.1.area) }
    if !wide.isEmpty || !isLast { return wide }
    let most = all.filter { $0.1.area > 0 }.max { ($0.1.area, $1.0) < ($1.1.area, $0.0) }
    return most.map { [(new: $0.0, area: $0.1.area)] } ?? []
  }
}

/// The two editions, what finds neighbours in the new one, and which of them are allowed.
struct Ground: Sendable {
  let old: Contours
  let new: Contours
  let tolerance: Tolerance
  let grid: EnvelopeGrid
  private let guards: [Commune: Set<Commune>]

  init(_ old: Contours, _ new: Contours, tolerance: Tolerance, movements: CommuneMovements?) {
    self.old = old
    self.new = new
    self.tolerance = tolerance
    grid = EnvelopeGrid(new.areas.map(\.shape.envelope))
    let present = Set(new.communes)
    var guards: [Commune: Set<Commune>] = [:]
    for commune in old.communes {
      let successors =
        movements?.successors(of: commune, from: old.edition, to: new.edition) ?? [commune]
      if !present.isDisjoint(with: successors) {
        guards[commune] = present.intersection(successors)
      }
    }
    self.guards = guards
  }

  /// The commune guard: an IRIS stays in its commune, or in what became of it.
  ///
  /// Limits of communes hardly ever move, while two drawings of one limit lie up to hundreds of metres
  /// apart (DESIGN.md, « Commune guard »). A commune of which nothing is known has no guard.
  func allows(_ old: Int, _ new: Int) -> Bool {
    guards[self.old.areas[old].iris.commune]?.contains(self.new.areas[new].iris.commune) ?? true
  }
}
