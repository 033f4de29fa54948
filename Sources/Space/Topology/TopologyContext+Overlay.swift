internal import CGEOS
public import Diagnostics
public import Geometry

extension TopologyContext {
  /// What two valid shapes have in common; their common borders alone are nothing.
  ///
  /// - Throws: `topology.failed`, mostly when a shape is not valid
  public func intersection(
    _ first: Shape<Projected>, _ second: Shape<Projected>
  ) throws(Problem) -> Shape<Projected> {
    let a = try geometry(first)
    let b = try geometry(second)
    return try shape(
      held(GEOSIntersection_r(handle, a.pointer, b.pointer), "croiser deux contours"))
  }

  /// The area that two valid shapes have in common, square metres.
  ///
  /// - Throws: `topology.failed`, mostly when a shape is not valid
  public func intersectionArea(
    _ first: Shape<Projected>, _ second: Shape<Projected>
  ) throws(Problem) -> Double {
    let a = try geometry(first)
    let b = try geometry(second)
    return try held(GEOSIntersection_r(handle, a.pointer, b.pointer), "croiser deux contours").area
  }

  /// What the first valid shape covers and the second does not.
  ///
  /// - Throws: `topology.failed`, mostly when a shape is not valid
  public func difference(
    _ first: Shape<Projected>, _ second: Shape<Projected>
  ) throws(Problem) -> Shape<Projected> {
    let a = try geometry(first)
    let b = try geometry(second)
    return try shape(
      held(GEOSDifference_r(handle, a.pointer, b.pointer), "soustraire deux contours"))
  }

  /// What valid shapes cover together.
  ///
  /// - Returns: parts in GEOS's order, which does not depend on chance; empty for no shape
  /// - Throws: `topology.failed`, mostly when a shape is not valid
  public func union(_ shapes: [Shape<Projected>]) throws(Problem) -> Shape<Projected> {
    let all = try geometry(Shape(shapes.flatMap(\.polygons)))
    return try shape(held(GEOSUnaryUnion_r(handle, all.pointer), "réunir des contours"))
  }

  /// How far neighbours are from joining: what is covered twice, and the holes of the whole that are
  /// thin, as a share of the whole.
  ///
  /// Holes that make up more than a hundredth of the whole are land of others, no gaps.
  ///
  /// - Returns: 0…1; 0 for no shape
  /// - Throws: `topology.failed`, mostly when a shape is not valid
  public func unevenness(of shapes: [Shape<Projected>]) throws(Problem) -> Double {
    let whole = try union(shapes)
    guard whole.area > 0 else { return 0 }
    let overlap = shapes.reduce(0) { $0 + $1.area } - whole.area
    let gaps = whole.polygons.flatMap(\.holes).reduce(0) { $0 + abs($1.doubledSignedArea) / 2 }
    return (max(0, overlap) + (gaps < whole.area * 0.01 ? gaps : 0)) / whole.area
  }

  /// Whether two shapes have at least a point in common.
  ///
  /// - Throws: `topology.failed`
  public func touch(
    _ first: Shape<Projected>, _ second: Shape<Projected>
  ) throws(Problem) -> Bool {
    let a = try geometry(first)
    let b = try geometry(second)
    switch GEOSIntersects_r(handle, a.pointer, b.pointer) {
    case 0: return false
    case 1: return true
    default: throw failure("comparer deux contours")
    }
  }
}
