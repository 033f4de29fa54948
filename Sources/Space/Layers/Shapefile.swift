internal import Diagnostics
internal import Geometry

/// The records of a `.shp`, checked against the length of the file before anything is read.
///
/// Plain bytes rather than shapelib: every offset and length has to be checked beforehand anyway,
/// and a member of a .zip never needs a file on the disk.
///
/// - Source: ESRI Shapefile Technical Description, July 1998
struct Shapefile {
  static let headerLength = 100

  let bytes: UnsafeRawBufferPointer
  let place: Place
  /// Where the records begin, with their eight bytes of header, in the order of the attributes.
  private(set) var offsets: [Int] = []
  private(set) var problems = ProblemLog()

  /// Finds the records, by the index if there is a sound one, else one after the other.
  ///
  /// - Throws: `layers.not-shapefile`
  init(
    _ bytes: UnsafeRawBufferPointer, index: UnsafeRawBufferPointer?, place: Place
  ) throws(Problem) {
    self.bytes = bytes
    self.place = place
    guard bytes.count >= Self.headerLength, bytes.bigInt32(at: 0) == 9994 else {
      throw Wording.notShapefile(place)
    }
    let scanned = scan()
    guard let index else {
      offsets = scanned
      return
    }
    if let indexed = offsets(in: index) {
      offsets = indexed
    } else {
      problems.record(Wording.unfitIndex(place))
      offsets = scanned
    }
  }

  /// The record at an offset.
  ///
  /// - Returns: nil when its length does not fit in the file
  func content(at offset: Int) -> UnsafeRawBufferPointer? {
    guard offset + 8 <= bytes.count else { return nil }
    let length = bytes.bigInt32(at: offset + 4) * 2
    guard length >= 4, offset + 8 + length <= bytes.count else { return nil }
    return bytes.part(offset + 8..<offset + 8 + length)
  }

  private mutating func scan() -> [Int] {
    if bytes.bigInt32(at: 24) * 2 > bytes.count { problems.record(Wording.truncatedShapes(place)) }
    var offsets: [Int] = []
    var offset = Self.headerLength
    while offset + 8 <= bytes.count {
      guard let record = content(at: offset) else {
        if problems.isEmpty { problems.record(Wording.truncatedShapes(place)) }
        break
      }
      offsets.append(offset)
      offset += 8 + record.count
    }
    return offsets
  }

  /// The offsets that the index gives; nil when they leave the file, or their records overlap:
  /// a few bytes of index must not make one record a million.
  private func offsets(in index: UnsafeRawBufferPointer) -> [Int]? {
    guard index.count >= Self.headerLength, index.bigInt32(at: 0) == 9994 else { return nil }
    let count = (index.count - Self.headerLength) / 8
    let offsets = (0..<count).map { index.bigInt32(at: Self.headerLength + 8 * $0) * 2 }
    var total = Self.headerLength
    for offset in offsets {
      guard offset >= Self.headerLength, let record = content(at: offset) else { return nil }
      total += 8 + record.count
    }
    return total <= bytes.count ? offsets : nil
  }
}

extension Shapefile {
  /// The shape of one record.
  ///
  /// - Returns: nil for a null shape, and for one that the inspection has refused
  func shape(at offset: Int, _ inspection: inout RingInspection) -> Shape<AsDeclared>? {
    guard let record = content(at: offset) else {
      inspection.refuse(Wording.damagedRecord)
      return nil
    }
    switch record.littleInt32(at: 0) {
    case 0: return nil
    case 5, 15, 25: return polygons(in: record, &inspection)
    default:
      inspection.refuse {
        Wording.unsupportedGeometry($0, Self.name(of: record.littleInt32(at: 0)))
      }
      return nil
    }
  }

  private func polygons(
    in record: UnsafeRawBufferPointer, _ inspection: inout RingInspection
  ) -> Shape<AsDeclared>? {
    guard let parts = Self.parts(of: record) else {
      inspection.refuse(Wording.damagedRecord)
      return nil
    }
    let rings = parts.compactMap { inspection.admit($0) }
    let (polygons, orphans) = PolygonAssembly.polygons(of: rings)
    if orphans > 0 { inspection.note { Wording.orphanHoles($0, orphans) } }
    return inspection.shape(polygons)
  }

  /// The rings as they are written; heights and measures, which follow them, are left.
  private static func parts(of record: UnsafeRawBufferPointer) -> [[Position<AsDeclared>]]? {
    guard record.count >= 44 else { return nil }
    let partCount = record.littleInt32(at: 36)
    let pointCount = record.littleInt32(at: 40)
    guard partCount >= 0, pointCount >= 0 else { return nil }
    let points = 44 + 4 * partCount
    guard points + 16 * pointCount <= record.count else { return nil }
    let starts = (0..<partCount).map { record.littleInt32(at: 44 + 4 * $0) } + [pointCount]
    let isAscending = zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
    guard isAscending, starts[0] == 0 || pointCount == 0 else { return nil }
    return zip(starts, starts.dropFirst()).map { start, end in
      (start..<end).map { index in
        Position(
          x: record.littleDouble(at: points + 16 * index),
          y: record.littleDouble(at: points + 16 * index + 8))
      }
    }
  }

  private static func name(of type: Int) -> String {
    switch type % 10 {
    case 1: "Point"
    case 3: "PolyLine"
    case 8: "MultiPoint"
    default: "type \(type)"
    }
  }
}
