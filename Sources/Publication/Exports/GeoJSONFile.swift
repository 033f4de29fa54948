internal import Diagnostics
internal import Files
internal import Tables

/// One feature for each IRIS, as RFC 7946 has it and QGIS likes it.
///
/// No `crs` and no `id`; longitude before latitude on WGS 84; always MultiPolygon, so that the
/// layer has one type; the notice in members for programs and in properties for people.
///
/// - Source: RFC 7946; OUTPUTS.md §2.1
struct GeoJSONFile: Sendable {
  /// Layer name.
  let name: String
  /// Its IRIS rows; columns without any value are left out.
  let sheet: Sheet
  /// One for each row; `nil` where the contours do not have the IRIS.
  let shapes: [RoundedShape?]
  /// What the collection says of itself.
  let metadata: Metadata

  /// How many bytes are gathered before they go to the file.
  private static let block = 1 << 22

  /// Appends the whole file.
  func write(to file: StagedFile) throws(Problem) {
    let columns = sheet.filledColumns
    let keys = columns.map { Array((JSONText.quoted($0.name) + ": ").utf8) }
    var bytes = Array(head.utf8)
    bytes.reserveCapacity(Self.block + Self.block / 4)
    for (index, row) in sheet.rows.enumerated() {
      bytes += index == 0 ? Array("\n".utf8) : Array(",\n".utf8)
      bytes += Array("{\"type\": \"Feature\", \"properties\": {".utf8)
      for (position, column) in columns.enumerated() {
        if position > 0 { bytes += Array(", ".utf8) }
        bytes += keys[position]
        Self.append(column.value(row), to: &bytes)
      }
      bytes += Array("}, \"geometry\": ".utf8)
      Self.append(shapes[index], to: &bytes)
      bytes.append(UInt8(ascii: "}"))
      if bytes.count >= Self.block {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    bytes += Array("\n]\n}\n".utf8)
    try file.write(bytes)
  }

  private var head: String {
    let members = [
      "\"type\": \"FeatureCollection\"", "\"name\": \(JSONText.quoted(name))", box,
      "\"source\": \(JSONText.quoted(metadata.notice.mention))",
      "\"metadata\": \(metadata.json)", "\"features\": [",
    ]
    return "{\n" + members.compactMap(\.self).joined(separator: ",\n")
  }

  /// West, south, east, north of what is written; `nil` without any geometry.
  private var box: String? {
    var west = Int32.max, south = Int32.max, east = Int32.min, north = Int32.min
    for part in shapes.lazy.compactMap(\.self).flatMap(\.polygons) {
      for position in part[0].positions {
        (west, east) = (min(west, position.x), max(east, position.x))
        (south, north) = (min(south, position.y), max(north, position.y))
      }
    }
    guard west <= east else { return nil }
    let bounds = [west, south, east, north].map(CoordinateText.text)
    return "\"bbox\": [\(bounds.joined(separator: ", "))]"
  }

  private static func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .empty: bytes += Array("null".utf8)
    case .text(let text), .code(let text): JSONText.append(text, to: &bytes)
    case .integer(let number): DecimalText.append(number, to: &bytes)
    case .decimal(let number):
      DecimalText.append(number.value, decimals: number.decimals, to: &bytes)
    }
  }
}

extension GeoJSONFile {
  private static func append(_ shape: RoundedShape?, to bytes: inout [UInt8]) {
    guard let shape else {
      bytes += Array("null".utf8)
      return
    }
    bytes += Array("{\"type\": \"MultiPolygon\", \"coordinates\": ".utf8)
    appendList(shape.polygons, to: &bytes) { polygon, bytes in
      appendList(polygon, to: &bytes) { ring, bytes in append(ring, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func appendList<Item>(
    _ items: [Item], to bytes: inout [UInt8], _ append: (Item, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(item, &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private static func append(_ ring: RoundedRing, to bytes: inout [UInt8]) {
    let room = ring.positions.count * (2 * CoordinateText.longest + 4) + 2
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      guard let start = buffer.baseAddress else { return }
      var place = start
      place.pointee = UInt8(ascii: "[")
      for position in ring.positions {
        place[1] = UInt8(ascii: "[")
        place += 2
        place += CoordinateText.write(position.x, at: place)
        place.pointee = UInt8(ascii: ",")
        place += 1
        place += CoordinateText.write(position.y, at: place)
        place[0] = UInt8(ascii: "]")
        place[1] = UInt8(ascii: ",")
        place += 1
      }
      place.pointee = UInt8(ascii: "]")
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[...(place - start)]))
    }
  }
}
