import Diagnostics
import Geometry
import Layers
import TestSupport
import Testing

@testable import GeoPackage

/// Writes well-known binary in every form that the standard allows.
struct BlobBuilder {
  var isLittle = true
  /// Added to the kind: 0, 1000 (heights), 2000 (measures), 3000 (both), or PostGIS' flags.
  var coding: UInt32 = 0
  var extra = 0
  var envelope = 0
  var flags: UInt8 = 0

  func header() -> [UInt8] {
    let lengths = [0, 32, 48, 48, 64]
    return [0x47, 0x50, 0, UInt8(envelope << 1) | flags | 1, 0, 0, 0, 0]
      + [UInt8](repeating: 0xFF, count: lengths[min(envelope, 4)])
  }

  func number(_ value: UInt32) -> [UInt8] {
    withUnsafeBytes(of: isLittle ? value.littleEndian : value.bigEndian) { Array($0) }
  }

  func number(_ value: Double) -> [UInt8] {
    let bits = isLittle ? value.bitPattern.littleEndian : value.bitPattern.bigEndian
    return withUnsafeBytes(of: bits) { Array($0) }
  }

  func form(_ kind: UInt32) -> [UInt8] { [isLittle ? 1 : 0] + number(kind + coding) }

  func polygon(_ rings: [[Corner]]) -> [UInt8] {
    form(3) + number(UInt32(rings.count))
      + rings.flatMap { ring in
        number(UInt32(ring.count))
          + ring.flatMap { number($0.x) + number($0.y) + (0..<extra).flatMap { _ in number(99.0) } }
      }
  }

  func collection(_ kind: UInt32, _ parts: [[UInt8]]) -> [UInt8] {
    form(kind) + number(UInt32(parts.count)) + parts.flatMap(\.self)
  }
}

@Suite struct GeometryBlobTests {
  private let corners: [Corner] = [(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)]

  private func shape(_ bytes: [UInt8]) -> (Shape<AsDeclared>?, [String]) {
    var inspection = RingInspection(.none)
    inspection.begin(feature: 1)
    let shape = bytes.withUnsafeBytes { GeometryBlob($0).shape(&inspection) }
    return (shape, inspection.problems.groups.compactMap(\.first.first?.code))
  }

  @Test(
    arguments: [true, false],
    [(0, 0), (1000, 1), (2000, 1), (3000, 2), (0x8000_0000, 1), (0x4000_0000, 1), (0xC000_0000, 2)]
      as [(UInt32, Int)])
  func `both orders of bytes, heights and measures`(isLittle: Bool, coding: (UInt32, Int)) {
    for envelope in 0...4 {
      let builder = BlobBuilder(
        isLittle: isLittle, coding: coding.0, extra: coding.1, envelope: envelope)
      let polygon = builder.polygon([corners, corners.reversed()])
      let expected = Polygon(exterior: ring(corners), holes: [ring(corners.reversed())])
      let forms = [
        polygon, builder.collection(6, [polygon]), builder.collection(7, [polygon]),
        builder.collection(7, [builder.collection(6, [polygon])]),
      ]
      for form in forms {
        let (shape, codes) = shape(builder.header() + form)
        #expect(codes == [] && shape == Shape([expected]))
      }
    }
  }

  @Test func `an empty geometry is no shape and no problem`() {
    let builder = BlobBuilder()
    let blobs = [
      BlobBuilder(flags: 0x10).header(), builder.header() + builder.polygon([]),
      builder.header() + builder.collection(6, []),
      BlobBuilder(flags: 0x10).header() + builder.collection(6, []),
    ]
    for blob in blobs {
      let (shape, codes) = shape(blob)
      #expect(shape == nil && codes == [])
    }
  }

  @Test(arguments: [1, 2, 4, 5, 10, 11, 12, 15, 16, 17] as [UInt32])
  func `other kinds are told`(kind: UInt32) {
    let builder = BlobBuilder()
    let (single, codes) = shape(builder.header() + builder.collection(kind, []))
    #expect(single == nil && codes == ["layers.unsupported-geometry"])
    let mixed = builder.collection(7, [builder.polygon([corners]), builder.collection(kind, [])])
    #expect(shape(builder.header() + mixed).0 == nil)
  }

  @Test func `a position that is not finite is named`() {
    let builder = BlobBuilder()
    var inspection = RingInspection(Place(file: "a.gpkg"))
    inspection.begin(feature: 7)
    let blob =
      builder.header() + builder.polygon([corners, [(0, 0), (1, 0), (1, .infinity), (0, 0)]])
    let shape = blob.withUnsafeBytes { GeometryBlob($0).shape(&inspection) }
    #expect(shape == nil)
    let place = inspection.problems.groups.first?.first.first?.place
    #expect(place == Place(file: "a.gpkg", feature: 7, ring: 2, vertex: 3))
  }

  @Test func `every beginning of a blob is refused`() {
    let builder = BlobBuilder(envelope: 1)
    let whole = builder.header() + builder.collection(6, [builder.polygon([corners, corners])])
    let accepted = (0..<whole.count).filter {
      shape(Array(whole.prefix($0))).1 != ["geopackage.damaged-geometry"]
    }
    #expect(accepted == [])
  }

  @Test(arguments: [
    [UInt8](repeating: 0, count: 64), Array("GP\u{1}".utf8) + [UInt8](repeating: 0, count: 40),
    [0x47, 0x50, 0, 0x0F, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 99),
    [0x47, 0x50, 0, 1, 0, 0, 0, 0, 2, 3, 0, 0, 0, 0, 0, 0, 0],
    [0x47, 0x50, 0, 1, 0, 0, 0, 0, 1, 3, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF],
    [0x47, 0x50, 0, 1, 0, 0, 0, 0, 1, 6, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF],
    [0x47, 0x50, 0, 1, 0, 0, 0, 0, 1, 3, 0, 0, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x0F],
  ])
  func `garbage and impossible counts are refused`(blob: [UInt8]) {
    #expect(shape(blob) == (nil, ["geopackage.damaged-geometry"]))
  }

  @Test func `collections in collections end at a depth`() {
    let builder = BlobBuilder()
    let deep = (0..<10_000).reduce(builder.polygon([corners])) { inner, _ in
      builder.form(7) + builder.number(UInt32(1)) + inner.prefix(200_000)
    }
    #expect(shape(builder.header() + deep) == (nil, ["geopackage.damaged-geometry"]))
  }

  /// Each mutant either reads or is refused; a crash or a hang fails the run.
  @Test(arguments: [41, 42] as [UInt64])
  func `blobs damaged by chance never crash the reader`(seed: UInt64) {
    let builder = BlobBuilder(coding: 1000, extra: 1, envelope: 1)
    let whole = builder.header() + builder.collection(6, [builder.polygon([corners, corners])])
    var chance = Seeded(seed: seed)
    var readings = 0
    for _ in 0..<5_000 {
      var mutant = whole
      for _ in 0..<Int.random(in: 1...3, using: &chance) {
        let index = Int.random(in: 0..<mutant.count, using: &chance)
        mutant[index] = UInt8.random(in: 0...255, using: &chance)
      }
      if shape(mutant).0 != nil { readings += 1 }
    }
    #expect(readings > 0 && readings < 5_000)
  }
}

private func == (
  left: (Shape<AsDeclared>?, [String]), right: (Shape<AsDeclared>?, [String])
) -> Bool { left.0 == right.0 && left.1 == right.1 }
