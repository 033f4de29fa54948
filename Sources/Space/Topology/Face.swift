internal import CGEOS
public import Diagnostics
public import Geometry

/// One bounded region between lines.
public struct Face: Sendable, Hashable {
  /// Its contour; what lies in its holes are other faces.
  public let polygon: Polygon<Projected>
  /// Square metres, holes subtracted.
  public let area: Double
  /// A position strictly inside.
  public let interior: Position<Projected>
}

extension TopologyContext {
  /// The bounded regions that lines cut the plane into, the lines being cut where they cross.
  ///
  /// - Parameters:
  ///   - lines: of at least two positions each, in any order and direction, repeated or not
  /// - Returns: in GEOS's order; lines that enclose nothing leave no trace
  /// - Throws: `topology.failed`
  public func faces(between lines: [[Position<Projected>]]) throws(Problem) -> [Face] {
    let noded = try noded(lines)
    let faces = try polygonized(noded)
    var result: [Face] = []
    for index in 0..<max(0, GEOSGetNumGeometries_r(handle, faces.pointer)) {
      guard let face = GEOSGetGeometryN_r(handle, faces.pointer, index) else { continue }
      result.append(try self.face(face))
    }
    return result
  }

  private func noded(_ lines: [[Position<Projected>]]) throws(Problem) -> GEOSHolder {
    var parts: [OpaquePointer?] = []
    for line in lines {
      guard let part = self.line(line) else {
        for part in parts { GEOSGeom_destroy_r(handle, part) }
        throw failure("lire une ligne")
      }
      parts.append(part)
    }
    let kind = Int32(GEOS_MULTILINESTRING.rawValue)
    let count = UInt32(parts.count)
    let all = try held(
      GEOSGeom_createCollection_r(handle, kind, &parts, count), "assembler des lignes")
    return try held(GEOSUnaryUnion_r(handle, all.pointer), "couper des lignes")
  }

  private func polygonized(_ lines: borrowing GEOSHolder) throws(Problem) -> GEOSHolder {
    let sources: [OpaquePointer?] = [lines.pointer]
    return try held(GEOSPolygonize_r(handle, sources, 1), "former des faces")
  }

  private func face(_ geometry: OpaquePointer) throws(Problem) -> Face {
    let point = try held(GEOSPointOnSurface_r(handle, geometry), "trouver un point intérieur")
    var interior = Position<Projected>(x: .nan, y: .nan)
    GEOSGeomGetX_r(handle, point.pointer, &interior.x)
    GEOSGeomGetY_r(handle, point.pointer, &interior.y)
    let polygon = try polygon(geometry)
    return Face(polygon: polygon, area: Shape([polygon]).area, interior: interior)
  }
}
