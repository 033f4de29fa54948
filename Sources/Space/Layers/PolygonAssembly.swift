internal import Geometry

/// From the loose rings of a shapefile record to polygons.
///
/// - Source: ESRI Shapefile Technical Description: exteriors run clockwise, holes counter-clockwise
enum PolygonAssembly {
  /// Each hole goes to the smallest exterior that contains it; the order of the exteriors is kept.
  ///
  /// A single ring is an exterior whatever its direction. A hole in no exterior becomes one.
  ///
  /// - Returns: the polygons, and how many holes had no exterior
  static func polygons(
    of rings: [Ring<AsDeclared>]
  ) -> (polygons: [Polygon<AsDeclared>], orphans: Int) {
    if rings.count <= 1 { return (rings.map { Polygon(exterior: $0) }, 0) }
    var polygons = rings.filter { !$0.isCounterClockwise }.map { Polygon(exterior: $0) }
    let outlines = polygons.map { Outline($0.exterior) }
    var orphans: [Ring<AsDeclared>] = []
    for hole in rings where hole.isCounterClockwise {
      if let owner = owner(of: hole, among: outlines) {
        polygons[owner].holes.append(hole)
      } else {
        orphans.append(hole)
      }
    }
    return (polygons + orphans.map { Polygon(exterior: $0) }, orphans.count)
  }

  private struct Outline {
    let ring: Ring<AsDeclared>
    let envelope: Envelope<AsDeclared>
    let area: Double

    init(_ ring: Ring<AsDeclared>) {
      self.ring = ring
      envelope = ring.envelope
      area = abs(ring.doubledSignedArea)
    }

    func contains(_ hole: Ring<AsDeclared>, _ bounds: Envelope<AsDeclared>) -> Bool {
      let corner = Position<AsDeclared>(x: bounds.minX, y: bounds.minY)
      let opposite = Position<AsDeclared>(x: bounds.maxX, y: bounds.maxY)
      guard envelope.contains(corner), envelope.contains(opposite) else { return false }
      for vertex in hole.positions.dropLast() {
        switch ring.side(of: vertex) {
        case .inside: return true
        case .outside: return false
        case .boundary: continue
        }
      }
      return area > abs(hole.doubledSignedArea)
    }
  }

  private static func owner(of hole: Ring<AsDeclared>, among outlines: [Outline]) -> Int? {
    let bounds = hole.envelope
    return outlines.indices.filter { outlines[$0].contains(hole, bounds) }
      .min { outlines[$0].area < outlines[$1].area }
  }
}
