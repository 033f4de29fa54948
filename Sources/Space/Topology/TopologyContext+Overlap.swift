internal import CGEOS
public import Diagnostics
public import Geometry

/// What two shapes share, or one has outside another, measured without making it.
public struct Overlap: Sendable, Hashable {
  /// Square metres.
  public let area: Double
  /// Whether a disc of the diameter asked for fits in one of its parts: whether it is more than a
  /// sliver between two drawings of one border.
  public let holdsDisc: Bool
}

extension TopologyContext {
  /// What a valid shape shares with each of others.
  ///
  /// - Parameters:
  ///   - diameter: of the disc, metres · above 0
  /// - Returns: in the order of `others`
  /// - Throws: `topology.failed`, mostly when a shape is not valid
  /// - Exactness: the disc to 2 % of its diameter, corners being cut by eight segments a quarter
  public func overlaps(
    of shape: Shape<Projected>, with others: [Shape<Projected>], disc diameter: Double
  ) throws(Problem) -> [Overlap] {
    let a = try geometry(shape)
    var overlaps: [Overlap] = []
    overlaps.reserveCapacity(others.count)
    for other in others {
      let b = try geometry(other)
      let common = try held(
        GEOSIntersection_r(handle, a.pointer, b.pointer), "croiser deux contours")
      overlaps.append(try measured(common, disc: diameter))
    }
    return overlaps
  }

  /// What a valid shape has outside another.
  ///
  /// - Parameters:
  ///   - diameter: of the disc, metres · above 0
  /// - Throws: `topology.failed`, mostly when a shape is not valid
  /// - Exactness: as `overlaps`
  public func remainder(
    of shape: Shape<Projected>, outside other: Shape<Projected>, disc diameter: Double
  ) throws(Problem) -> Overlap {
    let a = try geometry(shape)
    let b = try geometry(other)
    let rest = try held(
      GEOSDifference_r(handle, a.pointer, b.pointer), "soustraire deux contours")
    return try measured(rest, disc: diameter)
  }

  private func measured(
    _ geometry: borrowing GEOSHolder, disc diameter: Double
  ) throws(Problem) -> Overlap {
    let area = geometry.area
    let holdsDisc = try self.holdsDisc(geometry.pointer, disc: diameter)
    return Overlap(area: area, holdsDisc: holdsDisc)
  }

  /// Whether some part survives when its border is moved inwards by half the diameter.
  ///
  /// Most parts are decided without that: the disc has a larger area, or, a simple polygon holding a
  /// disc of radius area ÷ perimeter at least, it is plainly wide enough.
  ///
  /// - Source: Bonnesen 1921: area ≤ inradius · perimeter for a simply connected region
  private func holdsDisc(
    _ geometry: OpaquePointer, disc diameter: Double
  ) throws(Problem) -> Bool {
    let type = UInt32(GEOSGeomTypeId_r(handle, geometry))
    guard type == GEOS_POLYGON.rawValue else { return try anyPartHoldsDisc(geometry, diameter) }
    var area = 0.0
    var perimeter = 0.0
    GEOSArea_r(handle, geometry, &area)
    if area < .pi / 4 * diameter * diameter { return false }
    GEOSLength_r(handle, geometry, &perimeter)
    let isSimple = GEOSGetNumInteriorRings_r(handle, geometry) == 0
    if isSimple && 2 * area >= diameter * perimeter { return true }
    let core = try held(
      GEOSBuffer_r(handle, geometry, -diameter / 2, 8), "rétrécir un contour")
    return GEOSisEmpty_r(handle, core.pointer) == 0
  }

  private func anyPartHoldsDisc(
    _ geometry: OpaquePointer, _ diameter: Double
  ) throws(Problem) -> Bool {
    guard
      [GEOS_MULTIPOLYGON.rawValue, GEOS_GEOMETRYCOLLECTION.rawValue].contains(
        UInt32(GEOSGeomTypeId_r(handle, geometry)))
    else { return false }
    for index in 0..<max(0, GEOSGetNumGeometries_r(handle, geometry)) {
      guard let part = GEOSGetGeometryN_r(handle, geometry, index) else { continue }
      if try holdsDisc(part, disc: diameter) { return true }
    }
    return false
  }
}
