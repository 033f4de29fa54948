internal import CGEOS
public import Diagnostics
public import Geometry

/// A shape made valid, and what that changed.
public struct Repair: Sendable, Hashable {
  /// Valid; empty when nothing with an interior was left.
  public let shape: Shape<Projected>
  /// Area of the shape as it was, square metres, lobes of a crossed ring counted by direction.
  public let areaBefore: Double
  /// Area of the valid shape, square metres.
  public let areaAfter: Double

  /// Square metres gained (positive) or lost.
  public var areaChange: Double { areaAfter - areaBefore }
}

extension TopologyContext {
  /// The same shape made valid: rings first, then exteriors together and holes taken away.
  ///
  /// Existing vertices are kept, new ones stand only where lines crossed; spikes, points and lines
  /// that enclose nothing are left out.
  ///
  /// - Parameters:
  ///   - shape: closed rings of at least four finite positions
  /// - Throws: `topology.failed`
  /// - Source: GEOS 3.10, `GEOSMakeValidWithParams`, method « structure »
  public func repaired(_ shape: Shape<Projected>) throws(Problem) -> Repair {
    let geometry = try geometry(shape)
    let parameters = GEOSMakeValidParams_create_r(handle)
    defer { GEOSMakeValidParams_destroy_r(handle, parameters) }
    GEOSMakeValidParams_setMethod_r(handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
    GEOSMakeValidParams_setKeepCollapsed_r(handle, parameters, 0)
    let valid = try held(
      GEOSMakeValidWithParams_r(handle, geometry.pointer, parameters), "réparer un contour")
    let after = try self.shape(valid)
    return Repair(shape: after, areaBefore: abs(shape.area), areaAfter: valid.area)
  }
}
