extension TypedAddress {
  /// `AVENUE DU GENERAL X` → `AV DU GAL X`
  static func abbreviated(_ street: String) -> String {
    street.split(separator: " ").map { abbreviations[String($0)] ?? String($0) }
      .joined(separator: " ")
  }

  private static let abbreviations = [
    "AVENUE": "AV", "BOULEVARD": "BD", "RUE": "R", "ALLEE": "ALL", "IMPASSE": "IMP", "PLACE": "PL",
    "CHEMIN": "CHE", "ROUTE": "RTE", "SQUARE": "SQ", "PASSAGE": "PAS", "RUELLE": "RLE",
    "SAINT": "ST", "SAINTE": "STE", "GENERAL": "GAL", "MARECHAL": "MAL", "DOCTEUR": "DR",
    "COMMANDANT": "CDT", "COLONEL": "COL", "PRESIDENT": "PDT", "FAUBOURG": "FBG", "GRANDE": "GDE",
  ]

  /// `Avenue Jean Jaurès` → `Jean Jaurès`; a name of one word stays.
  static func withoutType(_ street: String) -> String {
    let words = street.split(separator: " ")
    return words.count < 2 || words[0] == "Grande"
      ? street : words.dropFirst().joined(separator: " ")
  }

  /// `RUE GEORGE SAND` → `RUE G SAND`
  static func initials(_ street: String) -> String {
    let words = street.split(separator: " ")
    guard words.count == 3, words[1].count > 3 else { return street }
    return "\(words[0]) \(words[1].prefix(1)) \(words[2])"
  }

  /// One letter doubled, dropped or swapped, never in the type of the street.
  static func mistyped(_ street: String, _ chance: inout Chance) -> String {
    var letters = Array(street)
    let start = letters.firstIndex(of: " ").map { $0 + 2 } ?? 1
    guard start < letters.count - 2 else { return street + street.suffix(1) }
    let place = start + chance.whole(below: letters.count - 1 - start)
    switch chance.whole(below: 3) {
    case 0: letters.insert(letters[place], at: place)
    case 1: letters.remove(at: place)
    default: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }

  /// `du 11 Novembre 1918` → `du onze novembre 1918`
  static func inWords(_ street: String) -> String {
    let numbers = ["4": "quatre", "8": "huit", "11": "onze", "14": "quatorze"]
    return street.split(separator: " ").map { numbers[String($0)] ?? String($0).lowercased() }
      .joined(separator: " ")
  }
}
