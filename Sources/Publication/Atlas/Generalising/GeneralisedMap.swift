internal import Boundaries
internal import Geometry
internal import Territory

/// Contours made light for a screen: the borders that areas share stay shared.
///
/// - Exactness: for display only; the GeoPackage and the GeoJSON keep the contours as they are
struct GeneralisedMap: Sendable {
  /// In the order of the contours.
  let shapes: [Shape<Projected>]

  /// - Parameters:
  ///   - smallest: squared metres; details under it are dropped
  init(_ shapes: [Shape<Projected>], under smallest: Double) {
    let network = ArcNetwork(shapes)
    let arcs = ArcSimplification.thinned(network, under: smallest)
    self.shapes = zip(shapes, network.areas).map { shape, rings in
      var next = rings.makeIterator()
      let ring = { () -> Ring<Projected> in
        let open = network.ring(next.next() ?? [], of: arcs)
        return Ring(open + open.prefix(1))
      }
      return Shape(
        shape.polygons.map { polygon in
          let exterior = ring()
          return Polygon(exterior: exterior, holes: polygon.holes.map { _ in ring() })
        })
    }
  }
}
