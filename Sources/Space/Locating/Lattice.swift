internal import Geometry

/// A corner of a ring, or a position, in whole units of the lattice.
struct LatticePoint: Hashable, Sendable {
  var x: Int32
  var y: Int32
}

/// The grid of whole units that every position is rounded to, vertex and query alike, so that all
/// later decisions are made in integers and are exact.
///
/// The unit is a millimetre wherever the areas lie within 1,400 km of one another.
///
/// - Exactness: nearest unit, ties to the even one
struct Lattice: Sendable, Hashable {
  let originX: Double
  let originY: Double
  let unitsPerMetre: Double

  /// Twice the area of any triangle in a square of this side, in half units, fits in 63 bits.
  static let maximalExtent = 1.5e9

  /// Adding and taking away this number rounds to the nearest integer, ties to even.
  static let rounder = 6_755_399_441_055_744.0

  /// The lattice whose origin lies a little under the south-west corner of an envelope.
  init(around envelope: Envelope<Projected>) {
    var unitsPerMetre = 1000.0
    let extent = max(envelope.maxX - envelope.minX, envelope.maxY - envelope.minY)
    while extent * unitsPerMetre > 1.4e9 { unitsPerMetre /= 10 }
    let margin = max(1, 2 / unitsPerMetre)
    self.init(
      originX: envelope.minX.rounded(.down) - margin,
      originY: envelope.minY.rounded(.down) - margin, unitsPerMetre: unitsPerMetre)
  }

  init(originX: Double, originY: Double, unitsPerMetre: Double) {
    self.originX = originX
    self.originY = originY
    self.unitsPerMetre = unitsPerMetre
  }

  /// The nearest point of the lattice; the position must lie within reach of the origin.
  func point(_ position: Position<Projected>) -> LatticePoint {
    LatticePoint(
      x: Self.round((position.x - originX) * unitsPerMetre),
      y: Self.round((position.y - originY) * unitsPerMetre))
  }

  @inline(__always) static func round(_ units: Double) -> Int32 {
    Int32(truncatingIfNeeded: Int64(bitPattern: (units + rounder).bitPattern))
  }
}
