internal import Rates

/// The pedigree, in columns: what is not in every row is lost by the first join or copy.
struct NoticeColumns: Sendable {
  let notice: Notice
  let indicators: [IndicatorDefinition]

  /// Names of these columns, the optional one included.
  static let allNames = [
    "mill_num", "mill_den", "geo", "source", "attrib", "version", "avertissement",
  ]

  /// In the order of the files; the warning has its column only where there is one.
  var columns: [Column] {
    let warning = notice.warning.map {
      [Column.constant("avertissement", "Avertissement", $0)]
    }
    return [
      .constant("mill_num", "Millésime des numérateurs", vintages(\.numeratorVintage)),
      .constant("mill_den", "Millésime des dénominateurs", vintages(\.denominatorVintage)),
      .constant("geo", "Édition des contours", notice.edition),
      .constant("source", "Source à mentionner", notice.mention),
      .constant("attrib", "Données de référence", notice.attributions.joined(separator: " ; ")),
      .constant("version", "Campagne", notice.campaign),
    ] + (warning ?? [])
  }

  /// One vintage when all indicators agree, else each after its indicator.
  private func vintages(_ vintage: KeyPath<IndicatorDefinition, String>) -> String {
    let named = indicators.map { ($0.id, Self.readable($0[keyPath: vintage])) }
      .filter { !$0.1.isEmpty }
    if Set(named.map(\.1)).count <= 1 && named.count == indicators.count {
      return named.first?.1 ?? ""
    }
    return named.map { "\($0.0) : \($0.1)" }.joined(separator: " ; ")
  }

  /// `2025-12-31` → `31/12/2025`: a reader that guesses types takes the first form for a date, and
  /// the column would change type with the way a campaign writes its periods.
  static func readable(_ vintage: String) -> String {
    let parts = vintage.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.joined().utf8.allSatisfy(isDigit) else {
      return vintage
    }
    return parts.reversed().joined(separator: "/")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
