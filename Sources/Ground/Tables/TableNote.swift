/// Notes that spreadsheets have under their tables: « Source : … », « (1) … », « * … », alone in their
/// row.
enum TableNote {
  /// Words that open a note when a colon follows; small letters.
  private static let words: Set<String> = [
    "source", "sources", "champ", "note", "notes", "nota", "nb", "n.b.", "lecture", "légende",
    "remarque", "remarques", "avertissement", "précision", "précisions", "définition",
    "définitions", "méthode", "méthodologie", "traitement", "traitements", "extraction", "données",
    "observation", "observations", "guide de lecture", "note de lecture",
  ]
  /// The longest word and what surrounds it · bytes
  private static let reach = 32

  /// Whether only the first of several fields holds something, and that is a note.
  ///
  /// - Parameters:
  ///   - row: UTF-8, without its line end
  static func isOne(_ row: Slice<UnsafeRawBufferPointer>, between separator: UInt8) -> Bool {
    let start = row.drop { $0 == 0x20 || $0 == Grammar.quote }
    guard let first = start.first, opens(first) else { return false }
    let field = row.prefix { $0 != separator }
    let isAlone =
      row.count > field.count
      && row[field.endIndex...].allSatisfy { $0 == separator || $0 == 0x20 || $0 == Grammar.quote }
    guard isAlone || row.first == Grammar.quote && isAloneQuoted(row, separator) else {
      return false
    }
    return isNote(String(decoding: start.prefix(reach), as: UTF8.self))
  }

  /// A letter, « É », a star or a parenthesis: cheap to ask of every row.
  private static func opens(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0x28 || byte == 0xC3 || (byte | 0x20) &- 0x61 < 26
  }

  /// Whether a quoted first field, that may hold separators, has only empty ones after it.
  private static func isAloneQuoted(
    _ row: Slice<UnsafeRawBufferPointer>, _ separator: UInt8
  ) -> Bool {
    guard let close = row.lastIndex(of: Grammar.quote), close > row.startIndex else { return false }
    let rest = row[row.index(after: close)...]
    return !rest.isEmpty && rest.allSatisfy { $0 == separator || $0 == 0x20 }
  }

  private static func isNote(_ text: String) -> Bool {
    if text.hasPrefix("*") { return true }
    if text.hasPrefix("("), let close = text.firstIndex(of: ")") {
      return text[..<close].dropFirst().allSatisfy { $0.isNumber || $0.isLowercase }
        && text.distance(from: text.startIndex, to: close) <= 2
    }
    guard let colon = text.firstIndex(of: ":") else { return false }
    let word = text[..<colon].lowercased().filter { $0 != "\u{A0}" && $0 != "\u{202F}" }
    return words.contains(String(word.reversed().drop { $0 == " " }.reversed()))
  }
}
