/// The row of a release: an IRIS, what a commune could not place, the commune, or an area of another
/// zoning.
package struct PublicZone: Sendable, Hashable, Comparable {
  /// What the row is.
  package enum Level: Int, Sendable, Hashable {
    case iris, unlocated, commune, area
  }

  package let level: Level
  /// With its zoning before it, for an area.
  package let code: String
  /// Empty for an area, which may have several.
  package let commune: String

  private init(_ level: Level, _ code: String, in commune: String) {
    self.level = level
    self.code = code
    self.commune = commune
  }

  /// An area of another zoning, or a piece of an IRIS.
  init(area code: String) { self.init(.area, code, in: "") }

  /// - Returns: `nil` when the row says of no zone
  init?(_ row: [String: String]) {
    if let zoning = row["zonage"] {
      guard let code = row["code_zone"] else { return nil }
      self.init(area: "\(zoning) \(code)")
    } else if let code = row["code_iris"] {
      self.init(.iris, code, in: row["code_com"] ?? String(code.prefix(5)))
    } else if let commune = row["code_com"], let level = row["niveau"] {
      self.init(level == "commune" ? .commune : .unlocated, commune, in: commune)
    } else {
      return nil
    }
  }

  /// `010040101`, `hors IRIS 01004`, `commune 01004`, `quartiers 12`.
  var name: String {
    switch level {
    case .iris, .area: code
    case .unlocated: "hors IRIS \(code)"
    case .commune: "commune \(code)"
    }
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.commune, left.level.rawValue, left.code)
      < (right.commune, right.level.rawValue, right.code)
  }
}
