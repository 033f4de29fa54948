public import Diagnostics

/// The state that a reference file describes: a year, a month or a day; of a census, its year.
public struct ReferenceVintage: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// `2024`, `2026-07`, `2026-07-15`, `RP2022`.
  public let description: String
  /// Its year.
  public let year: Int
  /// Whether it is a census.
  public var isCensus: Bool { description.hasPrefix("RP") }

  /// - Returns: `nil` unless the text is one of these forms
  public init?(_ text: some StringProtocol) {
    let date = text.hasPrefix("RP") ? text.dropFirst(2) : text.dropFirst(0)
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }
    guard isDigits, (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }), let year = Int(parts[0]),
      (1900...2199).contains(year), !text.hasPrefix("RP") || parts.count == 1,
      parts.count < 2 || (1...12).contains(Int(parts[1]) ?? 0),
      parts.count < 3 || (1...31).contains(Int(parts[2]) ?? 0)
    else { return nil }
    description = String(text)
    self.year = year
  }

  /// A year.
  public init(year: Int) {
    precondition((1900...2199).contains(year), "a year of four digits")
    description = String(year)
    self.year = year
  }

  /// The last date that a name holds: `CONTOURS-IRIS_3-0__GPKG_LAMB93_FXX_2024-01-01.7z` → its
  /// year, `adresses-21_2026-07.csv` → its month.
  ///
  /// - Parameters:
  ///   - toTheYear: whether a month or day after the year is left out
  /// - Returns: `nil` when no run of four digits reads as a year
  init?(in name: String, toTheYear: Bool) {
    let runs = Self.runs(of: name)
    let found = runs.indices.last {
      runs[$0].count == 4 && ["19", "20"].contains(runs[$0].prefix(2))
    }
    guard let found else { return nil }
    let rest = runs[(found + 1)...].prefix(2).prefix { $0.count == 2 }
    let text = ([runs[found]] + (toTheYear ? [] : Array(rest))).joined(separator: "-")
    guard let vintage = ReferenceVintage(text) ?? ReferenceVintage(runs[found]) else { return nil }
    self = vintage
  }

  /// Runs of digits; what is between two of them is left out.
  private static func runs(of name: String) -> [String] {
    name.split { !("0"..."9").contains($0) }.map(String.init)
  }

  /// By date; a census after what is no census.
  public static func < (left: ReferenceVintage, right: ReferenceVintage) -> Bool {
    (left.year, left.description) < (right.year, right.description)
  }
}

extension ReferenceVintage {
  /// What a user typed.
  ///
  /// - Throws: `references.bad-vintage`
  public static func typed(_ text: String) throws(Problem) -> ReferenceVintage {
    guard let vintage = ReferenceVintage(text) else { throw Wording.badVintage(text) }
    return vintage
  }
}
