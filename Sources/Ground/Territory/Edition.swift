/// A named state of a zoning: « IRIS GE 2024 ». Editions are named and never mixed.
public struct Edition: Sendable, Hashable {
  /// As the campaign names it.
  public let name: String

  /// An edition by its name.
  public init(_ name: String) { self.name = name }

  /// The year of its geography: the last run of four digits that reads as a year; `nil` when the
  /// name holds none.
  public var year: Int? {
    let words = name.split { !$0.isNumber }
    return words.last { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
      .flatMap { Int($0) }
  }
}

/// A census: « RP2022 ».
public struct CensusVintage: Sendable, Hashable {
  /// The reference year, middle of the five years of collection.
  public let year: Int

  /// A vintage by its year.
  public init(year: Int) { self.year = year }

  /// - Returns: `nil` unless the text is `RP` and four digits
  public init?(_ text: String) {
    guard text.hasPrefix("RP"), text.count == 6, let year = Int(text.dropFirst(2)) else {
      return nil
    }
    self.year = year
  }

  /// « RP2022 ».
  public var name: String { "RP\(year)" }

  /// The year of the geography in which it is published: 1 January of N + 2 since RP2006.
  ///
  /// - Returns: `nil` for the older general censuses, which have no such rule
  /// - Source: INSEE, release notes of base-ic (INPUTS.md §3.2)
  public var geographyYear: Int? { year >= 2006 ? year + 2 : nil }
}
