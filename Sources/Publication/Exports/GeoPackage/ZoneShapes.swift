package import Boundaries
package import Diagnostics
package import Geometry
package import Territory
internal import Topology

/// What the areas of a zoning cover.
package struct ZoneShapes {
  /// In the order of the areas; `nil` where nobody has drawn an area that cuts IRIS.
  package let shapes: [Shape<Projected>?]

  /// - Parameters:
  ///   - drawn: areas without regard to IRIS, by code; they go before what IRIS would make
  package init(
    _ zoning: Zoning, _ contours: Contours, drawn: [String: Shape<Projected>]
  ) throws(Problem) {
    let context = try TopologyContext()
    var parts: [String: [Shape<Projected>]] = [:]
    var cut: Set<String> = []
    for area in contours.areas {
      let options = zoning.options(of: area.iris)
      if options.count > 1 { cut.formUnion(options) }
      for code in options { parts[code, default: []].append(area.shape) }
    }
    shapes = try zoning.areas.map { area throws(Problem) in
      if let shape = drawn[area.code] { return shape }
      guard let own = parts[area.code], !cut.contains(area.code) else { return nil }
      return try context.union(own)
    }
  }
}
