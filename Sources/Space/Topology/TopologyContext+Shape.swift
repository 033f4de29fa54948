internal import CGEOS
internal import Diagnostics
internal import Geometry

// Positions are two doubles in a row, as GEOS takes them: one copy for each ring, both ways.

extension TopologyContext {
  /// The same shape for GEOS, always a multipolygon.
  func geometry(_ shape: Shape<Projected>) throws(Problem) -> GEOSHolder {
    var parts: [OpaquePointer?] = []
    for polygon in shape.polygons {
      guard let part = self.polygon(polygon) else {
        for part in parts { GEOSGeom_destroy_r(handle, part) }
        throw failure("lire un contour")
      }
      parts.append(part)
    }
    let kind = Int32(GEOS_MULTIPOLYGON.rawValue)
    let count = UInt32(parts.count)
    return try held(
      GEOSGeom_createCollection_r(handle, kind, &parts, count), "assembler un contour")
  }

  /// One line of positions.
  func line(_ positions: [Position<Projected>]) -> OpaquePointer? {
    sequence(positions).flatMap { GEOSGeom_createLineString_r(handle, $0) }
  }

  private func polygon(_ polygon: Polygon<Projected>) -> OpaquePointer? {
    guard let shell = ring(polygon.exterior) else { return nil }
    var holes: [OpaquePointer?] = []
    for hole in polygon.holes {
      guard let hole = ring(hole) else {
        for ring in holes + [shell] { GEOSGeom_destroy_r(handle, ring) }
        return nil
      }
      holes.append(hole)
    }
    return GEOSGeom_createPolygon_r(handle, shell, &holes, UInt32(holes.count))
  }

  private func ring(_ ring: Ring<Projected>) -> OpaquePointer? {
    sequence(ring.positions).flatMap { GEOSGeom_createLinearRing_r(handle, $0) }
  }

  private func sequence(_ positions: [Position<Projected>]) -> OpaquePointer? {
    positions.withUnsafeBytes { bytes in
      GEOSCoordSeq_copyFromBuffer_r(
        handle, bytes.baseAddress?.assumingMemoryBound(to: Double.self), UInt32(positions.count),
        0, 0)
    }
  }
}

extension TopologyContext {
  /// The polygons of a geometry; its points and lines are left behind.
  func shape(_ geometry: borrowing GEOSHolder) throws(Problem) -> Shape<Projected> {
    var polygons: [Polygon<Projected>] = []
    try collect(geometry.pointer, into: &polygons)
    return Shape(polygons)
  }

  private func collect(
    _ geometry: OpaquePointer, into polygons: inout [Polygon<Projected>]
  ) throws(Problem) {
    if GEOSisEmpty_r(handle, geometry) != 0 { return }
    switch UInt32(GEOSGeomTypeId_r(handle, geometry)) {
    case GEOS_POLYGON.rawValue: polygons.append(try polygon(geometry))
    case GEOS_MULTIPOLYGON.rawValue, GEOS_GEOMETRYCOLLECTION.rawValue:
      for index in 0..<GEOSGetNumGeometries_r(handle, geometry) {
        guard let part = GEOSGetGeometryN_r(handle, geometry, index) else { continue }
        try collect(part, into: &polygons)
      }
    default: break
    }
  }

  func polygon(_ geometry: OpaquePointer) throws(Problem) -> Polygon<Projected> {
    let exterior = try ring(GEOSGetExteriorRing_r(handle, geometry))
    var holes: [Ring<Projected>] = []
    for index in 0..<GEOSGetNumInteriorRings_r(handle, geometry) {
      holes.append(try ring(GEOSGetInteriorRingN_r(handle, geometry, index)))
    }
    return Polygon(exterior: exterior, holes: holes)
  }

  private func ring(_ geometry: OpaquePointer?) throws(Problem) -> Ring<Projected> {
    var count: UInt32 = 0
    guard let geometry, let sequence = GEOSGeom_getCoordSeq_r(handle, geometry),
      GEOSCoordSeq_getSize_r(handle, sequence, &count) == 1
    else { throw failure("rendre un anneau") }
    let positions = [Position<Projected>](unsafeUninitializedCapacity: Int(count)) { buffer, size in
      buffer.withMemoryRebound(to: Double.self) {
        _ = GEOSCoordSeq_copyToBuffer_r(handle, sequence, $0.baseAddress, 0, 0)
      }
      size = Int(count)
    }
    return Ring(positions)
  }
}
