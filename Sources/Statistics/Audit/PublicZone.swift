/// The row of a release: an IRIS, what a commune could not place, or the commune.
package struct PublicZone: Sendable, Hashable, Comparable {
  /// What the row is.
  package enum Level: Int, Sendable, Hashable {
    case iris, unlocated, commune
  }

  package let level: Level
  package let code: String
  package let commune: String

  /// - Returns: `nil` when the row says of no zone
  init?(_ row: [String: String]) {
    if let code = row["code_iris"] {
      (level, self.code, commune) = (.iris, code, row["code_com"] ?? String(code.prefix(5)))
    } else if let commune = row["code_com"], let level = row["niveau"] {
      (self.level, code) = (level == "commune" ? .commune : .unlocated, commune)
      self.commune = commune
    } else {
      return nil
    }
  }

  /// `010040101`, `hors IRIS 01004`, `commune 01004`.
  var name: String {
    switch level {
    case .iris: code
    case .unlocated: "hors IRIS \(code)"
    case .commune: "commune \(code)"
    }
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.commune, left.level.rawValue, left.code)
      < (right.commune, right.level.rawValue, right.code)
  }
}
