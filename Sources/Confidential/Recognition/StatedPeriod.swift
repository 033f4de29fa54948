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
    let found = all(in: words(of: phrase)).map(\.period)
    return found.last { $0.day != nil } ?? found.last { $0.month != nil } ?? found.last
  }

  private static func words(of phrase: String) -> [String] {
    phrase.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Every day, month and year that some words name, in their order, and where each begins.
  private static func all(in words: [String]) -> [(start: Int, period: StatedPeriod)] {
    var found: [(start: Int, period: StatedPeriod)] = []
    var start = 0
    while start < words.count {
      let width = [3, 2, 1].first { count in
        guard start + count <= words.count else { return false }
        if count == 1, !isYear(words[start]), !isMonth(words[start]) { return false }
        return StatedPeriod(words: Array(words[start..<start + count]))?.year != nil
      }
      if let width, let period = StatedPeriod(words: Array(words[start..<start + width])) {
        found.append((start, period))
      }
      start += width ?? 1
    }
    return found
  }

  /// What the titles of a table say that its rows describe: « situation au … » before any other, and
  /// never the day when the file was made.
  static func stated(inTitles titles: [String]) -> StatedPeriod? {
    let dated = titles.flatMap(dated)
    return (dated.first { $0.isSituation } ?? dated.first)?.period
  }

  /// What a title says that its rows describe, and whether it calls it so: a date belongs to the last
  /// word before it that tells what it is, « Situation au 31/12/2024, extrait le 10/01/2025 ».
  private static func dated(_ title: String) -> [(period: StatedPeriod, isSituation: Bool)] {
    let words = words(of: title)
    let folded = words.map { ColumnName.folded($0) }
    let found = all(in: words).compactMap { start, period in
      let word = folded[..<start].last { making.contains($0) || situation.contains($0) }
      let isMade = word.map(making.contains) ?? false
      return isMade ? nil : (period, word != nil)
    }
    let last = found.last { $0.0.day != nil } ?? found.last { $0.0.month != nil } ?? found.last
    let situations = found.filter(\.1)
    return situations.isEmpty ? [last].compactMap(\.self) : situations
  }

  /// Words before the moment that the rows describe.
  private static let situation: Set<String> = [
    "SITUATION", "ARRETE", "ARRETEE", "ARRETES", "ARRETEES",
  ]

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

  /// Whether a word names a month, or begins to: « avril », « avr ».
  static func isMonthName(_ word: String) -> Bool { month(named: word) != nil }

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
