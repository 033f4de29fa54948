/// How a file writes its addresses, as far as it shows: what a self-test imitates.
///
/// - Confidential: no; counts of a file
public struct FormCounts: Sendable, Hashable {
  /// Rows with text.
  public private(set) var rows = 0
  /// Without a small letter.
  public private(set) var capitals = 0
  /// With an abbreviated type or title.
  public private(set) var abbreviated = 0
  /// Of capitals, within 32 characters, and abbreviated.
  public private(set) var squeezed = 0
  /// With a number stuck to a word.
  public private(set) var glued = 0
  /// With words of a complement.
  public private(set) var complemented = 0
  /// Of several numbers.
  public private(set) var ranged = 0

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

  /// Counts the form of one row.
  mutating func add(_ form: AddressForm) {
    rows += 1
    capitals += form.hasSmallLetters ? 0 : 1
    abbreviated += form.isAbbreviated ? 1 : 0
    squeezed += form.isAbbreviated && !form.hasSmallLetters && form.length <= 32 ? 1 : 0
    glued += form.isGlued ? 1 : 0
    complemented += form.isComplemented ? 1 : 0
    ranged += form.isRange ? 1 : 0
  }
}

/// How one address is written; its fields are shown to it one after the other.
struct AddressForm {
  private(set) var hasSmallLetters = false
  private(set) var isAbbreviated = false
  private(set) var isGlued = false
  private(set) var isComplemented = false
  private(set) var isRange = false
  private(set) var length = 0

  /// Looks at one field, word by word.
  mutating func look(at bytes: UnsafeRawBufferPointer) {
    length += bytes.count
    var word = Word()
    for byte in bytes {
      if Self.isSeparator(byte) {
        take(word)
        word = Word()
      } else {
        word.append(byte)
      }
    }
    take(word)
  }

  private mutating func take(_ word: Word) {
    if word.length == 0 { return }
    hasSmallLetters = hasSmallLetters || word.hasSmallLetters
    isAbbreviated = isAbbreviated || Self.shortForms.contains(word.letters)
    isComplemented = isComplemented || Self.complements.contains(word.letters)
    isGlued = isGlued || word.digits > 0 && word.lettersAfterDigits > 3
    isRange = isRange || word.digits > 0 && word.hasStroke
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2C || byte == 0x2E
  }

  /// One word, folded to capitals.
  private struct Word {
    /// Up to eight bytes; longer words are like no short one.
    var letters: UInt64 = 0
    var length = 0
    var digits = 0
    var lettersAfterDigits = 0
    var hasSmallLetters = false
    var hasStroke = false

    mutating func append(_ byte: UInt8) {
      let isSmall = byte &- 0x61 < 26
      hasSmallLetters = hasSmallLetters || isSmall
      letters = length < 8 ? letters << 8 | UInt64(isSmall ? byte & 0xDF : byte) : .max
      length += 1
      if byte &- 0x30 < 10 {
        if lettersAfterDigits == 0 { digits += 1 }
      } else if byte == 0x2D || byte == 0x2F {
        hasStroke = true
      } else if digits > 0 {
        lettersAfterDigits += 1
      }
    }
  }

  private static func words(_ text: StaticString) -> Set<UInt64> {
    let words = "\(text)".utf8.split(separator: 0x20)
    return Set(words.map { $0.reduce(0) { $0 << 8 | UInt64($1) } })
  }

  private static let shortForms = words(
    "AV AVE BD BLD BVD R ALL CHE CHEM IMP PL RTE SQ PAS GAL GEN MAL DR CDT COL PDT ST STE FBG FG")
  private static let complements = words(
    "APPT APT BAT BATIMENT ETAGE PORTE ESC RES CHEZ LOGT LOGEMENT FOYER EHPAD HLM")
}
