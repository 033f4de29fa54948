internal import Tables

/// The year, month or day that a cell, a title or the name of a sheet states.
///
/// - Confidential: no
public struct StatedPeriod: Sendable, Hashable, Comparable {
  /// `nil` for a month alone.
  public let year: Int?
  /// 1…12; `nil` for a whole year.
  public let month: Int?
  /// 1…31; `nil` for a whole month or year.
  public let day: Int?

  /// A whole cell: `2024`, `2024-12`, `202412`, `12/2024`, `31/12/2024`, `2024-12-31`, « décembre 2024 ».
  public init?(_ text: String) {
    let words = text.lowercased().split { "/-. ".contains($0) }.map(String.init)
    self.init(words: words)
  }

  private init?(words: [String]) {
    let numbers = words.map { Int($0) ?? Self.month(named: $0) }
    guard !words.isEmpty, words.allSatisfy({ $0.count <= 9 }), numbers.allSatisfy({ $0 != nil })
    else { return nil }
    let parts = numbers.compactMap(\.self)
    switch parts.count {
    case 1 where Int(words[0]) == nil: self.init(nil, parts[0], nil)
    case 1 where words[0].utf8.count == 6: self.init(parts[0] / 100, parts[0] % 100, nil)
    case 1: self.init(parts[0], nil, nil)
    case 2 where parts[0] > 12: self.init(parts[0], parts[1], nil)
    case 2: self.init(parts[1], parts[0], nil)
    case 3 where parts[0] > 31: self.init(parts[0], parts[1], parts[2])
    case 3: self.init(parts[2], parts[1], parts[0])
    default: return nil
    }
  }

  private init?(_ year: Int?, _ month: Int?, _ day: Int?) {
    guard year.map((1900...2100).contains) ?? true, month.map((1...12).contains) ?? true,
      day.map((1...31).contains) ?? true
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The last day, month or year that a phrase names: « Situation au 31/12/2024 ».
  public static func stated(in phrase: String) -> StatedPeriod? {
    let words = phrase.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for count in [3, 2] {
      for start in words.indices.reversed() where start + count <= words.count {
        let found = StatedPeriod(words: Array(words[start..<start + count]))
        if let found, found.year != nil { return found }
      }
    }
    return words.last { isYear($0) || isMonth($0) }.flatMap { StatedPeriod(words: [$0]) }
  }

  /// What the titles of a table say that its rows describe: « situation au … » before any other, and
  /// never the day when the file was made.
  static func stated(inTitles titles: [String]) -> StatedPeriod? {
    let dated = titles.compactMap { title -> (words: Set<String>, period: StatedPeriod)? in
      let words = Set(ColumnName.folded(title).split(separator: "_").map(String.init))
      guard words.isDisjoint(with: making), let period = stated(in: title) else { return nil }
      return (words, period)
    }
    return (dated.first { $0.words.contains("SITUATION") } ?? dated.first)?.period
  }

  /// Words of a title that tells when the file was made.
  private static let making: Set<String> = [
    "EXTRACTION", "EXTRAIT", "EXTRAITE", "EDITE", "EDITEE", "EDITION", "EXPORT", "EXPORTE",
    "GENERE",
    "GENEREE", "IMPRIME", "IMPRIMEE", "CREE", "MAJ", "TRANSMIS", "TRANSMISE",
  ]

  private static func isYear(_ word: String) -> Bool {
    word.utf8.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20")) && Int(word) != nil
  }

  private static func isMonth(_ word: String) -> Bool {
    word.utf8.count == 6 && isYear(String(word.prefix(4))) && StatedPeriod(words: [word]) != nil
  }

  private static func month(named word: String) -> Int? {
    let folded = ColumnName.folded(word)
    guard folded.utf8.count >= 3 else { return nil }
    return names.firstIndex { ColumnName.folded($0).hasPrefix(folded) }.map { $0 + 1 }
  }

  private static let names = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
  ]

  /// The earliest first; a year before its months.
  public static func < (left: StatedPeriod, right: StatedPeriod) -> Bool {
    (left.year ?? 0, left.month ?? 0, left.day ?? 0)
      < (right.year ?? 0, right.month ?? 0, right.day ?? 0)
  }

  /// `2024`, `2024-12`, `2024-12-31`; the name of a month alone.
  public var text: String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    guard let year else { return month.map { Self.names[$0 - 1] } ?? "" }
    return ([String(year)] + [month, day].compactMap(\.self).map(two)).joined(separator: "-")
  }
}
