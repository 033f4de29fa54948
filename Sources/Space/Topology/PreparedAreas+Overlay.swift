internal import CGEOS
public import Geometry

extension PreparedAreas {
  /// The numbers of the areas that share a disc of ground with a shape, and how many square metres:
  /// one overlay for each area whose envelope meets its own, one buffer for each result.
  ///
  /// Plain on purpose: the oracle and the rival of `Crosswalks`.
  ///
  /// - Parameters:
  ///   - shape: valid
  ///   - diameter: of the disc, metres
  ///   - isAsked: which numbers are compared at all
  /// - Returns: by number
  public func sharing(
    _ shape: Shape<Projected>, disc diameter: Double, among isAsked: (Int) -> Bool = { _ in true }
  ) -> [(number: Int, area: Double)] {
    guard let own = Self.geometry(shape, context) else { return [] }
    defer { GEOSGeom_destroy_r(context, own) }
    return neighbours(of: own).filter(isAsked).compactMap { number in
      let common = GEOSIntersection_r(context, own, geometries[number])
      let core = GEOSBuffer_r(context, common, -diameter / 2, 8)
      defer {
        GEOSGeom_destroy_r(context, common)
        GEOSGeom_destroy_r(context, core)
      }
      var area = 0.0
      GEOSArea_r(context, common, &area)
      return GEOSisEmpty_r(context, core) == 0 ? (number, area) : nil
    }
  }

  /// What the tree gives for an envelope.
  private final class Numbers {
    var found: [Int] = []
  }

  private func neighbours(of geometry: OpaquePointer) -> [Int] {
    let numbers = Numbers()
    GEOSSTRtree_query_r(
      context, tree, geometry,
      { item, numbers in
        guard let numbers else { return }
        Unmanaged<Numbers>.fromOpaque(numbers).takeUnretainedValue().found
          .append(Int(bitPattern: item) - 1)
      }, Unmanaged.passUnretained(numbers).toOpaque())
    return numbers.found.sorted()
  }
}
