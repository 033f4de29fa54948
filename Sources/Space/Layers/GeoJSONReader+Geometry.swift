internal import Diagnostics
internal import Geometry

/// The geometries of RFC 7946 that have coordinates.
enum GeometryKind: String {
  case point = "Point"
  case multiPoint = "MultiPoint"
  case line = "LineString"
  case multiLine = "MultiLineString"
  case polygon = "Polygon"
  case multiPolygon = "MultiPolygon"
}

extension GeoJSONReader {
  /// How deep geometry collections may lie in one another.
  private static let deepestCollection = 8

  /// Reads a geometry or null.
  ///
  /// - Returns: nil when there is none, or none that covers anything; the reason is recorded
  mutating func readShape() throws(Problem) -> Shape<AsDeclared>? {
    if cursor.take("null") { return nil }
    var polygons: [Polygon<AsDeclared>] = []
    try readGeometry(into: &polygons, depth: 1)
    return rings.shape(polygons)
  }

  private mutating func readGeometry(
    into polygons: inout [Polygon<AsDeclared>], depth: Int
  ) throws(Problem) {
    guard cursor.byte == 0x7B else {
      rings.refuse(Wording.misshapen)
      return try cursor.skipValue()
    }
    guard depth <= Self.deepestCollection else {
      throw Wording.tooDeep(cursor.locate(cursor.offset), Self.deepestCollection)
    }
    var members = GeometryMembers()
    var key = try cursor.firstKey()
    while let member = key {
      try readMember(member, &members, into: &polygons, depth: depth)
      key = try cursor.nextKey()
    }
    let end = cursor.offset
    if let pending = members.pending {
      cursor.offset = pending
      try readContent(members.type, into: &polygons, depth: depth)
      cursor.offset = end
    } else if !members.isRead {
      rings.refuse(Wording.misshapen)
    }
  }

  private mutating func readMember(
    _ member: JSONText, _ members: inout GeometryMembers,
    into polygons: inout [Polygon<AsDeclared>], depth: Int
  ) throws(Problem) {
    let isContent = cursor.matches(member, "coordinates") || cursor.matches(member, "geometries")
    if cursor.matches(member, "type") && cursor.byte == 0x22 {
      members.type = cursor.decoded(try cursor.readText("texte attendu")).0
    } else if isContent && members.type != nil && !members.isRead {
      members.isRead = true
      try readContent(members.type, into: &polygons, depth: depth)
    } else {
      noteRepeated(isContent && (members.isRead || members.pending != nil))
      if isContent && !members.isRead { members.pending = cursor.offset }
      try cursor.skipValue()
    }
  }

  private mutating func readContent(
    _ type: String?, into polygons: inout [Polygon<AsDeclared>], depth: Int
  ) throws(Problem) {
    if type == "GeometryCollection" { return try readCollection(into: &polygons, depth: depth) }
    switch type.flatMap(GeometryKind.init) {
    case .polygon: try readPolygon(into: &polygons)
    case .multiPolygon:
      try readArray { reader throws(Problem) in try reader.readPolygon(into: &polygons) }
    case .some(let kind):
      rings.refuse { Wording.unsupportedGeometry($0, kind.rawValue) }
      try cursor.skipValue()
    case nil:
      rings.refuse(Wording.misshapen)
      try cursor.skipValue()
    }
  }

  private mutating func readCollection(
    into polygons: inout [Polygon<AsDeclared>], depth: Int
  ) throws(Problem) {
    try readArray { reader throws(Problem) in
      try reader.readGeometry(into: &polygons, depth: depth + 1)
    }
  }

  /// What has been seen of a geometry object.
  fileprivate struct GeometryMembers {
    var type: String?
    /// Where the coordinates are, met before the type was known.
    var pending: Int?
    var isRead = false
  }
}

extension GeoJSONReader {
  /// Runs a step on every element; anything else than an array refuses the feature's shape.
  private mutating func readArray(
    _ element: (inout Self) throws(Problem) -> Void
  ) throws(Problem) {
    guard cursor.byte == 0x5B else {
      rings.refuse(Wording.misshapen)
      return try cursor.skipValue()
    }
    var hasMore = try cursor.openArray()
    while hasMore {
      try element(&self)
      hasMore = try cursor.nextElement()
    }
  }

  private mutating func readPolygon(
    into polygons: inout [Polygon<AsDeclared>]
  ) throws(Problem) {
    var parts: [[Position<AsDeclared>]] = []
    try readArray { reader throws(Problem) in parts.append(try reader.readRing()) }
    if let polygon = rings.polygon(parts) { polygons.append(polygon) }
  }

  private mutating func readRing() throws(Problem) -> [Position<AsDeclared>] {
    scratch.removeAll(keepingCapacity: true)
    guard cursor.byte == 0x5B else {
      rings.refuse(Wording.misshapen)
      try cursor.skipValue()
      return []
    }
    var hasMore = try cursor.openArray()
    while hasMore {
      scratch.append(try readPosition())
      hasMore = try cursor.nextElement()
    }
    return Array(scratch)
  }

  /// Reads a position; whatever is not two numbers gives one that is not finite, which the ring's
  /// inspection names by its vertex.
  private mutating func readPosition() throws(Problem) -> Position<AsDeclared> {
    var position = Position<AsDeclared>(x: .nan, y: .nan)
    guard cursor.byte == 0x5B else {
      try cursor.skipValue()
      return position
    }
    var hasMore = try cursor.openArray()
    var index = 0
    while hasMore {
      let value = try readCoordinate()
      if index == 0 { position.x = value }
      if index == 1 { position.y = value }
      index += 1
      hasMore = try cursor.nextElement()
    }
    return position
  }

  @inline(__always) private mutating func readCoordinate() throws(Problem) -> Double {
    if cursor.isAtNumber { return try cursor.readDouble() }
    try cursor.skipValue()
    return .nan
  }
}
