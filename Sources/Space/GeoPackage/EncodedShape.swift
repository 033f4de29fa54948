internal import Geometry

/// A shape as the bytes of a GeoPackage geometry: always a multipolygon, little-endian, with its
/// envelope in front.
///
/// - Source: OGC 12-128r17, 2.1.3
struct EncodedShape {
  private(set) var bytes: [UInt8] = []

  init(_ shape: Shape<some Frame>, system code: Int) {
    let envelope = shape.envelope
    bytes.reserveCapacity(64 + 16 * shape.vertexCount + 16 * shape.polygons.count)
    bytes += [0x47, 0x50, 0, 0b11]
    append(Int32(truncatingIfNeeded: code))
    for bound in [envelope.minX, envelope.maxX, envelope.minY, envelope.maxY] {
      append(bound.bitPattern)
    }
    append(kind: 6, count: shape.polygons.count)
    for polygon in shape.polygons {
      append(kind: 3, count: 1 + polygon.holes.count)
      append(polygon.exterior)
      for hole in polygon.holes { append(hole) }
    }
  }

  private mutating func append(_ ring: Ring<some Frame>) {
    append(UInt32(ring.positions.count))
    for position in ring.positions {
      append(position.x.bitPattern)
      append(position.y.bitPattern)
    }
  }

  private mutating func append(kind: UInt32, count: Int) {
    bytes.append(1)
    append(kind)
    append(UInt32(count))
  }

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
