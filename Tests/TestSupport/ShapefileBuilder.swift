/// Writes small shapefiles byte by byte, sound or not.
public struct ShapefileBuilder {
  /// A corner.
  public typealias Point = (x: Double, y: Double)

  var records: [[UInt8]] = []

  /// No record yet.
  public init() {}

  /// A polygon record: type 5, 15 (with heights) or 25 (with measures).
  public mutating func add(_ rings: [[Point]], type: Int32 = 5) {
    let points = rings.flatMap(\.self)
    var record = little(type) + [UInt8](repeating: 0, count: 32)
    record += little(Int32(rings.count)) + little(Int32(points.count))
    var start: Int32 = 0
    for ring in rings {
      record += little(start)
      start += Int32(ring.count)
    }
    for point in points { record += little(point.x) + little(point.y) }
    if type != 5 { record += [UInt8](repeating: 7, count: 16 + 8 * points.count) }
    records.append(record)
  }

  /// A record without a shape.
  public mutating func addNull() { records.append(little(Int32(0))) }

  /// A point where polygons are expected.
  public mutating func addPoint() { records.append(little(Int32(1)) + little(1.0) + little(2.0)) }

  /// The file of shapes.
  public var shp: [UInt8] {
    var body: [UInt8] = []
    for (index, record) in records.enumerated() {
      body += big(Int32(index + 1)) + big(Int32(record.count / 2)) + record
    }
    return header(length: 100 + body.count) + body
  }

  /// Its index.
  public var shx: [UInt8] {
    var body: [UInt8] = []
    var offset = 100
    for record in records {
      body += big(Int32(offset / 2)) + big(Int32(record.count / 2))
      offset += 8 + record.count
    }
    return header(length: 100 + body.count) + body
  }

  private func header(length: Int) -> [UInt8] {
    var bytes = big(Int32(9994)) + [UInt8](repeating: 0, count: 20) + big(Int32(length / 2))
    bytes += little(Int32(1000)) + little(Int32(5))
    return bytes + [UInt8](repeating: 0, count: 100 - bytes.count)
  }

  /// A table of columns: name, type letter, width, decimals; and rows of raw cells.
  public static func dbf(
    _ columns: [(String, Character, Int, Int)], _ rows: [[[UInt8]]], deleted: Set<Int> = []
  ) -> [UInt8] {
    let length = 1 + columns.reduce(0) { $0 + $1.2 }
    var bytes: [UInt8] = [3, 100, 1, 1] + little(Int32(rows.count))
    bytes += little(UInt16(33 + 32 * columns.count)) + little(UInt16(length))
    bytes += [UInt8](repeating: 0, count: 20)
    for (name, type, width, decimals) in columns {
      bytes += Array(name.utf8.prefix(11)) + [UInt8](repeating: 0, count: 11 - name.utf8.count)
      bytes += [type.asciiValue ?? 0, 0, 0, 0, 0, UInt8(width), UInt8(decimals)]
      bytes += [UInt8](repeating: 0, count: 14)
    }
    bytes.append(0x0D)
    for (index, row) in rows.enumerated() {
      bytes.append(deleted.contains(index) ? 0x2A : 0x20)
      for (cell, column) in zip(row, columns) {
        bytes += cell + [UInt8](repeating: 0x20, count: column.2 - cell.count)
      }
    }
    return bytes + [0x1A]
  }
}

private func little<T: FixedWidthInteger>(_ number: T) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}

private func little(_ number: Double) -> [UInt8] { little(number.bitPattern) }

private func big(_ number: Int32) -> [UInt8] {
  withUnsafeBytes(of: number.bigEndian) { Array($0) }
}

/// The square between two corners, clockwise as exteriors are in a shapefile.
public func clockwiseSquare(_ a: Double, _ b: Double) -> [ShapefileBuilder.Point] {
  [(a, a), (a, b), (b, b), (b, a), (a, a)]
}
