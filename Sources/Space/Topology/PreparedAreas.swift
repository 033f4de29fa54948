internal import CGEOS
public import Geometry

/// The areas of a zoning as GEOS prepares them, behind a GEOS STR-tree: the oracle and the rival of
/// `Locating`.
///
/// Has a GEOS context of its own. Not `Sendable`: even a query changes what GEOS keeps.
public final class PreparedAreas {
  /// What a query needs and finds; given to GEOS's callback by address.
  private final class Search {
    let context: GEOSContextHandle_t
    let prepared: [OpaquePointer?]
    var point: OpaquePointer?
    var found: [Int32] = []

    init(context: GEOSContextHandle_t, prepared: [OpaquePointer?]) {
      self.context = context
      self.prepared = prepared
    }

    func test(_ index: Int) {
      let isHit = GEOSPreparedIntersects_r(context, prepared[index], point) == 1
      if isHit { found.append(Int32(index)) }
    }
  }

  let context: GEOSContextHandle_t
  let tree: OpaquePointer?
  private(set) var geometries: [OpaquePointer?] = []
  private let search: Search

  /// Prepares every shape; its number is its index.
  ///
  /// - Parameters:
  ///   - shapes: valid shapes · metres
  public init(_ shapes: [Shape<Projected>]) {
    guard let context = GEOS_init_r() else { preconditionFailure("GEOS gives a context") }
    self.context = context
    tree = GEOSSTRtree_create_r(context, 10)
    geometries = shapes.map { Self.geometry($0, context) }
    search = Search(
      context: context, prepared: geometries.map { $0.flatMap { GEOSPrepare_r(context, $0) } })
    for (index, geometry) in geometries.enumerated() where geometry != nil {
      GEOSSTRtree_insert_r(context, tree, geometry, UnsafeMutableRawPointer(bitPattern: index + 1))
    }
  }

  deinit {
    GEOSSTRtree_destroy_r(context, tree)
    for prepared in search.prepared { GEOSPreparedGeom_destroy_r(context, prepared) }
    for geometry in geometries { GEOSGeom_destroy_r(context, geometry) }
    GEOS_finish_r(context)
  }

  /// GEOS's version.
  public static var libraryVersion: String { String(cString: GEOSversion()) }

  /// The numbers of all shapes that cover a position, borders included, in order.
  public func covering(_ position: Position<Projected>) -> [Int32] {
    search.found.removeAll(keepingCapacity: true)
    search.point = GEOSGeom_createPointFromXY_r(context, position.x, position.y)
    defer { GEOSGeom_destroy_r(context, search.point) }
    GEOSSTRtree_query_r(
      context, tree, search.point,
      { item, search in
        guard let search else { return }
        let index = Int(bitPattern: item) - 1
        Unmanaged<Search>.fromOpaque(search).takeUnretainedValue().test(index)
      }, Unmanaged.passUnretained(search).toOpaque())
    search.found.sort()
    return search.found
  }

  /// The distance from a position to the border of one shape, whichever side it lies on.
  ///
  /// - Returns: metres; infinite for an empty shape
  public func distance(from position: Position<Projected>, toBorderOf index: Int) -> Double {
    guard let geometry = geometries[index] else { return .infinity }
    let point = GEOSGeom_createPointFromXY_r(context, position.x, position.y)
    let border = GEOSBoundary_r(context, geometry)
    defer {
      GEOSGeom_destroy_r(context, point)
      GEOSGeom_destroy_r(context, border)
    }
    var distance = 0.0
    let isDone = GEOSDistance_r(context, point, border, &distance)
    return isDone == 1 ? distance : .infinity
  }
}

extension PreparedAreas {
  static func geometry(
    _ shape: Shape<Projected>, _ context: GEOSContextHandle_t
  ) -> OpaquePointer? {
    var parts = shape.polygons.map { polygon -> OpaquePointer? in
      var holes = polygon.holes.map { ring($0, context) }
      return GEOSGeom_createPolygon_r(
        context, ring(polygon.exterior, context), &holes, UInt32(holes.count))
    }
    if parts.isEmpty { return nil }
    return GEOSGeom_createCollection_r(
      context, Int32(GEOS_MULTIPOLYGON.rawValue), &parts, UInt32(parts.count))
  }

  private static func ring(
    _ ring: Ring<Projected>, _ context: GEOSContextHandle_t
  ) -> OpaquePointer? {
    let numbers = ring.positions.flatMap { [$0.x, $0.y] }
    let sequence = GEOSCoordSeq_copyFromBuffer_r(context, numbers, UInt32(numbers.count / 2), 0, 0)
    return GEOSGeom_createLinearRing_r(context, sequence)
  }
}
