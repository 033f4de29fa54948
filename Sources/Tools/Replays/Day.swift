internal import Files

/// Days and years as texts.
enum Day {
  /// Whether a text is a day, `2026-01-31`.
  static func isOne(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }

  /// The last four digits of a name that read as a year.
  static func year(in path: String) -> String? {
    let words = FilePath.name(of: path).split { !("0"..."9").contains($0) }
    return words.last { $0.count == 4 && ["19", "20"].contains($0.prefix(2)) }.map(String.init)
  }

  /// The last date in a text, `2025` or `2026-07`.
  static func date(in text: String) -> String? {
    guard year(in: text) != nil else { return nil }
    let marked = replacingDate(in: text, with: "\u{0}")
    let parts = marked.split(separator: "\u{0}", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last else { return nil }
    return String(text.dropFirst(first.count).dropLast(last.count))
  }

  /// A text with its last date, `2025` or `2026-07`, put in another's place; at the end where it has
  /// none.
  static func replacingDate(in text: String, with date: String) -> String {
    let characters = Array(text)
    var index = characters.count
    while index >= 4 {
      let start = index - 4
      let isYear = characters[start..<index].allSatisfy { ("0"..."9").contains($0) }
      let isAlone = start == 0 || !("0"..."9").contains(characters[start - 1])
      if isYear && isAlone && ["19", "20"].contains(String(characters[start..<start + 2])) {
        let end = Self.end(ofDateAt: start, in: characters)
        return String(characters[..<start]) + date + String(characters[end...])
      }
      index -= 1
    }
    return "\(text) \(date)"
  }

  private static func end(ofDateAt start: Int, in characters: [Character]) -> Int {
    var end = start + 4
    for _ in 0..<2 {
      guard end + 3 <= characters.count, characters[end] == "-",
        characters[(end + 1)..<(end + 3)].allSatisfy({ ("0"..."9").contains($0) })
      else { break }
      end += 3
    }
    return end
  }
}
