internal import Geocoding
internal import Territory

/// A street as rows have it and their commune: what a decision is taken about.
///
/// - Confidential: yes, typed text
struct ReviewKey: Hashable, Comparable, Sendable {
  /// Capitals without the number at the start.
  let street: String
  /// INSEE code; empty when no commune was made out.
  let commune: String

  init(street: String, commune: String) {
    self.street = street
    self.commune = commune
  }

  /// What is left of a typed line when its number is taken off.
  init(typed: String, commune: Commune?) {
    self.init(street: Self.streetWords(of: typed), commune: commune?.code ?? "")
  }

  /// What is asked once a street was decided; where no commune was made out, the decision names it
  /// too: « Rue Haute 21980 Dormont ».
  func query(number: String, street: String) -> AddressQuery {
    var query = AddressQuery()
    query.add(number, as: .number)
    query.add(street, as: commune.isEmpty ? .line : .street)
    query.add(commune, as: .insee)
    return query
  }

  static func < (left: ReviewKey, right: ReviewKey) -> Bool {
    (left.commune, left.street) < (right.commune, right.street)
  }

  /// The number and suffix at the start of a typed line.
  static func number(of typed: String) -> String {
    let words = typed.split(whereSeparator: isSpace)
    return words.prefix(numberLength(words)).joined(separator: " ")
  }

  private static func streetWords(of typed: String) -> String {
    let words = typed.split(whereSeparator: isSpace)
    let rest = words.dropFirst(numberLength(words))
    return (rest.isEmpty ? words[...] : rest).joined(separator: " ").uppercased()
  }

  private static func numberLength(_ words: [Substring]) -> Int {
    guard let first = words.first, first.first?.isNumber == true else { return 0 }
    let suffixes = ["BIS", "TER", "QUATER", "B", "T", "Q"]
    let hasSuffix = words.count > 1 && suffixes.contains(words[1].uppercased())
    return hasSuffix ? 2 : 1
  }

  private static func isSpace(_ character: Character) -> Bool {
    character.isWhitespace || character == ","
  }
}
