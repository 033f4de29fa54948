public import Territory

/// An address of an address base, as trials start from it: where it is and how it is written.
///
/// - Confidential: no, addresses of an official base
public struct TownAddress: Sendable, Hashable {
  /// Identifier in the base.
  public let id: String
  /// Number of the house.
  public let number: Int
  /// Repetition: `bis`, `a`; empty when there is none.
  public let suffix: String
  /// The street, by its place in `ReferenceTown.streets`.
  public let street: Int
  /// Easting, metres of the territory's system.
  public let x: Double
  /// Northing.
  public let y: Double
  /// The IRIS that holds it, the commune guard applied; `nil` outside the contours.
  public let iris: Iris?
}

/// A street of an address base.
public struct TownStreet: Sendable, Hashable {
  /// Name as the base writes it.
  public let name: String
  /// Postcode; empty when the base has none.
  public let postcode: String
  /// Commune.
  public let commune: Commune
  /// Name of the commune.
  public let communeName: String
  /// Name of the commune before it was merged; empty when it never was.
  public let formerName: String

  /// Folded words, abbreviations written out.
  let words: [String]
  /// The words that tell streets apart: neither type nor links.
  let bareWords: [String]
  /// Words without links and spaces: what typing errors are measured on.
  let letters: [UInt8]

  init(name: String, postcode: String, commune: Commune, communeName: String, formerName: String) {
    self.name = name
    self.postcode = postcode
    self.commune = commune
    self.communeName = communeName
    self.formerName = formerName
    words = Spelling.words(of: name)
    bareWords = Self.bare(words)
    letters = Self.letters(words)
  }

  /// The type of the street; `nil` for hamlets and `Grande Rue`.
  var type: String? { words.first.flatMap { Spelling.isType($0) && words.count > 1 ? $0 : nil } }

  static func bare(_ words: [String]) -> [String] {
    let named = words.first.map(Spelling.isType) == true ? Array(words.dropFirst()) : words
    let bare = named.filter { !Spelling.isLink($0) }
    return bare.isEmpty ? words : bare
  }

  static func letters(_ words: [String]) -> [UInt8] {
    words.enumerated().filter { $0.offset == 0 || !Spelling.isLink($0.element) }
      .flatMap { Array($0.element.utf8) }
  }
}
