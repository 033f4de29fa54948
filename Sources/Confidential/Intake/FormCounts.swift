internal import Geocoding

/// How a file writes its addresses, as far as it shows: what a self-test imitates.
///
/// - Confidential: no; counts of a file
public struct FormCounts: Sendable, Hashable {
  /// Rows with text.
  public internal(set) var rows = 0
  /// Without a small letter.
  public internal(set) var capitals = 0
  /// With an abbreviated type or title.
  public internal(set) var abbreviated = 0
  /// Of capitals, within 32 characters, and abbreviated.
  public internal(set) var squeezed = 0
  /// With a digit stuck to letters.
  public internal(set) var glued = 0
  /// With words of a complement.
  public internal(set) var complemented = 0
  /// Of several numbers.
  public internal(set) var ranged = 0

  /// Nothing read.
  public init() {}

  mutating func append(_ later: FormCounts) {
    rows += later.rows
    capitals += later.capitals
    abbreviated += later.abbreviated
    squeezed += later.squeezed
    glued += later.glued
    complemented += later.complemented
    ranged += later.ranged
  }

  /// Looks at one typed street line.
  mutating func add(_ text: String) {
    rows += 1
    let words = text.uppercased().split { $0 == " " || $0 == "," || $0 == "." }
    let isCapital = !text.contains(where: \.isLowercase)
    let isAbbreviated = words.contains { Self.shortForms.contains(String($0)) }
    capitals += isCapital ? 1 : 0
    abbreviated += isAbbreviated ? 1 : 0
    squeezed += isCapital && isAbbreviated && text.utf8.count <= 32 ? 1 : 0
    glued += words.contains { Self.isGlued($0) } ? 1 : 0
    complemented += words.contains { Self.complements.contains(String($0)) } ? 1 : 0
    ranged += words.first.map { $0.contains("-") || $0.contains("/") } == true ? 1 : 0
  }

  private static func isGlued(_ word: Substring) -> Bool {
    let letters = word.drop(while: \.isNumber)
    return letters.count < word.count && letters.count > 3 && letters.allSatisfy(\.isLetter)
  }

  private static let shortForms: Set<String> = [
    "AV", "AVE", "BD", "BLD", "BVD", "R", "ALL", "CHE", "CHEM", "IMP", "PL", "RTE", "SQ", "PAS",
    "GAL", "GEN", "MAL", "DR", "CDT", "COL", "PDT", "ST", "STE", "FBG", "FG", "RES",
  ]
  private static let complements: Set<String> = [
    "APPT", "APT", "BAT", "BATIMENT", "ETAGE", "PORTE", "ESC", "RES", "RESIDENCE", "CHEZ", "LOGT",
    "LOGEMENT", "FOYER", "EHPAD", "HLM",
  ]
}
