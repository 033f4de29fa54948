public import Diagnostics
public import Geometry
internal import Locating
internal import Projection

extension IrisTerritory {
  /// A rectangle of longitudes and latitudes that holds the territory: where positions should fall.
  ///
  /// - Throws: `projection.no-database`
  /// - Exactness: up to a few kilometres larger than the smallest one
  public func geographicEnvelope() throws(Problem) -> Envelope<Geographic> {
    let box = index.envelope
    let transformer = try Transformer<Projected, Geographic>(from: system)
    var envelope = Envelope<Geographic>.empty
    if box.isEmpty { return envelope }
    for x in [box.minX, (box.minX + box.maxX) / 2, box.maxX] {
      for y in [box.minY, (box.minY + box.maxY) / 2, box.maxY] {
        let position = transformer.transformed(Position<Projected>(x: x, y: y))
        if position.isFinite { envelope.cover(position) }
      }
    }
    return envelope
  }
}
