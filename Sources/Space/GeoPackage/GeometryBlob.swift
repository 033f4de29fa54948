internal import Geometry
internal import Layers

/// The bytes of one geometry: the GeoPackage header, then well-known binary.
///
/// Every count is checked against the bytes that remain before anything is allocated.
///
/// - Source: OGC 12-128r17, 2.1.3; OGC 06-103r4, 8 (well-known binary)
struct GeometryBlob {
  /// How deep collections may lie in one another.
  private static let deepest = 8

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var isDamaged = false
  /// What was met instead of a polygon, by its number in the standard.
  private var otherKind: Int?

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The shape in the blob.
  ///
  /// - Returns: nil when it is empty, or refused: the inspection says why
  consuming func shape(_ inspection: inout RingInspection) -> Shape<AsDeclared>? {
    var polygons: [Polygon<AsDeclared>] = []
    if skipHeader() { readGeometry(into: &polygons, &inspection, depth: 1) }
    if isDamaged { inspection.refuse(Wording.damagedGeometry) }
    if let otherKind {
      inspection.refuse { Layers.Wording.unsupportedGeometry($0, Self.name(of: otherKind)) }
    }
    return inspection.shape(polygons)
  }

  /// - Returns: whether a geometry follows
  private mutating func skipHeader() -> Bool {
    let lengths = [0, 32, 48, 48, 64]
    guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50, bytes[2] == 0 else {
      isDamaged = true
      return false
    }
    let envelope = Int(bytes[3] >> 1 & 7)
    guard envelope < lengths.count, 8 + lengths[envelope] <= bytes.count else {
      isDamaged = true
      return false
    }
    offset = 8 + lengths[envelope]
    let isEmpty = bytes[3] & 0x10 != 0
    return !isEmpty
  }

  private mutating func readGeometry(
    into polygons: inout [Polygon<AsDeclared>], _ inspection: inout RingInspection, depth: Int
  ) {
    guard !isDamaged, depth <= Self.deepest, let form = readForm() else {
      isDamaged = true
      return
    }
    switch form.kind {
    case 3:
      guard let rings = readRings(form) else { return }
      if let polygon = inspection.polygon(rings) { polygons.append(polygon) }
    case 6, 7:
      guard let count = readCount(form, atLeast: 9) else { return }
      for _ in 0..<count where !isDamaged {
        readGeometry(into: &polygons, &inspection, depth: depth + 1)
      }
    default: otherKind = form.kind
    }
  }
}

extension GeometryBlob {
  /// How the numbers of one geometry are written.
  fileprivate struct Form {
    let isLittle: Bool
    /// 3 polygon, 6 multipolygon, 7 collection …
    let kind: Int
    /// How many numbers a position has.
    let dimensions: Int
  }

  /// Reads the order of bytes and the kind, with heights and measures as the standard numbers them
  /// or as PostGIS flags them.
  private mutating func readForm() -> Form? {
    guard offset + 5 <= bytes.count, bytes[offset] <= 1 else { return nil }
    let isLittle = bytes[offset] == 1
    let raw = UInt32(truncatingIfNeeded: integer(at: offset + 1, isLittle))
    offset += 5
    if raw & 0x2000_0000 != 0 { offset += 4 }
    let number = Int(raw & 0x0FFF_FFFF)
    let (coding, kind) = number.quotientAndRemainder(dividingBy: 1000)
    guard coding <= 3, offset <= bytes.count else { return nil }
    let hasHeight = coding == 1 || coding == 3 || raw & 0x8000_0000 != 0
    let hasMeasure = coding == 2 || coding == 3 || raw & 0x4000_0000 != 0
    return Form(
      isLittle: isLittle, kind: kind, dimensions: 2 + (hasHeight ? 1 : 0) + (hasMeasure ? 1 : 0))
  }

  /// Reads how many things follow, when there is room for them.
  private mutating func readCount(_ form: Form, atLeast size: Int) -> Int? {
    guard offset + 4 <= bytes.count else {
      isDamaged = true
      return nil
    }
    let count = Int(UInt32(truncatingIfNeeded: integer(at: offset, form.isLittle)))
    offset += 4
    guard count * size <= bytes.count - offset else {
      isDamaged = true
      return nil
    }
    return count
  }

  private mutating func readRings(_ form: Form) -> [[Position<AsDeclared>]]? {
    guard let count = readCount(form, atLeast: 4) else { return nil }
    var rings: [[Position<AsDeclared>]] = []
    rings.reserveCapacity(count)
    for _ in 0..<count {
      guard let points = readCount(form, atLeast: 8 * form.dimensions) else { return nil }
      rings.append(positions(points, form))
    }
    return rings
  }

  private mutating func positions(_ count: Int, _ form: Form) -> [Position<AsDeclared>] {
    let start = offset
    let stride = 8 * form.dimensions
    offset += count * stride
    if form.isLittle && form.dimensions == 2 {
      return Array(unsafeUninitializedCapacity: count) { buffer, filled in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes.part(start..<offset))
        filled = count
      }
    }
    return (0..<count).map { index in
      let place = start + stride * index
      return Position(x: double(at: place, form.isLittle), y: double(at: place + 8, form.isLittle))
    }
  }

  private func integer(at place: Int, _ isLittle: Bool) -> Int {
    isLittle ? bytes.littleInt32(at: place) : bytes.bigInt32(at: place)
  }

  private func double(at place: Int, _ isLittle: Bool) -> Double {
    isLittle ? bytes.littleDouble(at: place) : bytes.bigDouble(at: place)
  }

  private static func name(of kind: Int) -> String {
    let names = [
      1: "Point", 2: "LineString", 4: "MultiPoint", 5: "MultiLineString", 8: "CircularString",
      9: "CompoundCurve", 10: "CurvePolygon", 11: "MultiCurve", 12: "MultiSurface",
    ]
    return names[kind] ?? "type \(kind)"
  }
}
