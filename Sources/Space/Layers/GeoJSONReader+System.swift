internal import Diagnostics
internal import Geometry

/// What the `crs` member of a GeoJSON text says.
enum SystemDeclaration: Equatable {
  case known(ReferenceSystem)
  /// `null`: the 2008 specification's way to say that nothing may be assumed.
  case none
  /// Something that names no system we know how to find.
  case unknown

  var system: ReferenceSystem? {
    if case .known(let system) = self { return system }
    return nil
  }
}

extension GeoJSONReader {
  /// Reads a `crs` member.
  ///
  /// - Source: the GeoJSON format specification of 2008, section 3, which RFC 7946 has withdrawn
  ///   but whose files are still obeyed by GDAL
  mutating func readSystemDeclaration() throws(Problem) -> SystemDeclaration {
    if cursor.take("null") { return .none }
    guard cursor.byte == 0x7B else { return .unknown }
    var declaration = SystemDeclaration.unknown
    var key = try cursor.firstKey()
    while let member = key {
      if cursor.matches(member, "properties") && cursor.byte == 0x7B {
        declaration = try readSystemProperties()
      } else {
        try cursor.skipValue()
      }
      key = try cursor.nextKey()
    }
    return declaration
  }

  private mutating func readSystemProperties() throws(Problem) -> SystemDeclaration {
    var declaration = SystemDeclaration.unknown
    var key = try cursor.firstKey()
    while let member = key {
      if cursor.matches(member, "name") && cursor.byte == 0x22 {
        let name = cursor.decoded(try cursor.readText("texte attendu")).0
        declaration = ReferenceSystem(named: name).map { .known($0) } ?? .unknown
      } else if cursor.matches(member, "code") && cursor.byte &- 0x30 < 10 {
        if case .whole(let code) = try cursor.readNumber(), (1...999_999).contains(code) {
          declaration = .known(.epsg(Int(code)))
        }
      } else {
        try cursor.skipValue()
      }
      key = try cursor.nextKey()
    }
    return declaration
  }
}

extension ReferenceSystem {
  /// The system that a name designates; nil when it is none of the usual forms.
  ///
  /// - Parameters:
  ///   - name: `EPSG:2154`, `urn:ogc:def:crs:EPSG::2154`, `urn:ogc:def:crs:OGC:1.3:CRS84`,
  ///     `http://www.opengis.net/def/crs/EPSG/0/2154`
  init?(named name: String) {
    let parts = name.uppercased().split { ":/#".contains($0) }
    guard let last = parts.last else { return nil }
    if last == "CRS84" {
      self = .crs84
    } else if parts.contains("EPSG") || parts.contains("EPSG.XML"), let code = Int(last), code > 0 {
      self = .epsg(code)
    } else {
      return nil
    }
  }
}
