internal import CGEOS
public import Diagnostics
public import Geometry

/// Why a shape is not valid, and where.
public struct Invalidity: Sendable, Hashable {
  /// GEOS's reason in its own words, without coordinates.
  public let reason: String
  /// Near which position.
  public let position: Position<Projected>?

  package init(reason: String, position: Position<Projected>?) {
    self.reason = reason
    self.position = position
  }
}

extension TopologyContext {
  /// Why a shape is not valid; `nil` when it is.
  ///
  /// Directions of rings do not matter; common edges of two parts, crossings, holes outside, rings
  /// that do not close or have fewer than four positions do.
  ///
  /// - Throws: `topology.failed`
  /// - Complexity: O(n log n) of the vertices; 8 million vertices per second
  /// - Source: OGC 06-103r4, Simple Feature Access, 6.1.11
  public func invalidity(of shape: Shape<Projected>) throws(Problem) -> Invalidity? {
    if let illFormed = illFormedRing(of: shape) { return illFormed }
    let geometry = try geometry(shape)
    switch GEOSisValid_r(handle, geometry.pointer) {
    case 1: return nil
    case 0: return try reason(geometry)
    default: throw failure("vérifier un contour")
    }
  }

  /// GEOS answers such rings with an exception rather than a reason.
  private func illFormedRing(of shape: Shape<Projected>) -> Invalidity? {
    for polygon in shape.polygons {
      if !polygon.exterior.isWellFormed { return Self.illFormed(polygon.exterior) }
      for hole in polygon.holes where !hole.isWellFormed { return Self.illFormed(hole) }
    }
    return nil
  }

  private static func illFormed(_ ring: Ring<Projected>) -> Invalidity {
    let reason = ring.positions.count < 4 ? "Too few points in ring" : "Ring not closed"
    return Invalidity(reason: reason, position: ring.positions.first)
  }

  private func reason(_ geometry: borrowing GEOSHolder) throws(Problem) -> Invalidity {
    var words: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let answer = GEOSisValidDetail_r(handle, geometry.pointer, 0, &words, &location)
    defer {
      if let words { GEOSFree_r(handle, words) }
      if let location { GEOSGeom_destroy_r(handle, location) }
    }
    guard answer == 0 else { throw failure("expliquer un contour non valide") }
    var position = Position<Projected>(x: .nan, y: .nan)
    let isLocated =
      location.map {
        GEOSGeomGetX_r(handle, $0, &position.x) == 1
          && GEOSGeomGetY_r(handle, $0, &position.y) == 1
      } ?? false
    return Invalidity(
      reason: Wording.withoutNumbers(words.map { String(cString: $0) } ?? ""),
      position: isLocated && position.isFinite ? position : nil)
  }
}
