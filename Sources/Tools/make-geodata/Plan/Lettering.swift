/// Names as the post writes them.
enum Lettering {
  /// Capitals without accents or punctuation: `RUE DE L EGLISE`.
  ///
  /// - Source: NF Z10-011
  static func afnor(_ text: String) -> String {
    var words = ""
    for character in text.replaced("œ", "oe").replaced("Œ", "OE").uppercased() {
      words.append(plain[character] ?? (isKept(character) ? character : " "))
    }
    return words.split(separator: " ").joined(separator: " ")
  }

  private static func isKept(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }

  private static let plain: [Character: Character] = [
    "À": "A", "Â": "A", "Ä": "A", "Ç": "C", "É": "E", "È": "E", "Ê": "E", "Ë": "E", "Î": "I",
    "Ï": "I", "Ô": "O", "Ö": "O", "Ù": "U", "Û": "U", "Ü": "U",
  ]
}

extension String {
  /// Every occurrence of a character replaced by a text.
  func replaced(_ character: Character, _ text: String) -> String {
    split(separator: character, omittingEmptySubsequences: false).joined(separator: text)
  }
}
