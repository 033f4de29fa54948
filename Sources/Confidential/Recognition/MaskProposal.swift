public import Tables

/// What a text in a column of counts probably stands for; a proposal that the user declares or not.
///
/// The words are a short list and the numbers small ones: such a text may be shown.
///
/// - Source: INPUTS.md §3.1, values seen in files of CPAM, CAF and Rezone
public enum MaskProposal: Sendable, Hashable {
  /// A small value, between these bounds.
  case interval(ClosedRange<Int>)
  /// A value that was not delivered.
  case missing

  /// Folded; signs have a list of their own.
  private static let words: Set<String> = [
    "S", "C", "ND", "N_D", "NS", "N_S", "NC", "N_C", "NA", "N_A", "VALEUR", "REF", "SECRET", "CONF",
    "CONFIDENTIEL", "SECRET_STAT", "SECRET_STATISTIQUE", "SS", "S_S", "NON_DISPONIBLE",
    "NON_DIFFUSE", "NON_COMMUNIQUE", "MASQUE",
  ]
  private static let signs: Set<String> = [
    "*", "**", "***", "-", "--", "—", "–", ".", "..", "...", "…", "/", "//", "///", "?",
  ]
  private static let longest = 24
  /// Beyond, a number is no small value.
  private static let greatest = 100

  /// - Parameters:
  ///   - cell: without the spaces around it
  /// - Returns: `nil` when the text is none of the known ones
  public init?(_ cell: Field) {
    if cell.bytes.count > Self.longest { return nil }
    self.init(text: cell.text)
  }

  /// A quick look, for the many cells that are none.
  static func mayBe(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if bytes.count <= 4 { return true }
    if bytes.count > longest { return false }
    if starts.contains(capitals(bytes[0], bytes[1], bytes[2])) { return true }
    var hasDigit = false
    var hasMark = false
    for byte in bytes {
      hasDigit = hasDigit || byte &- 0x30 < 10
      hasMark = hasMark || marks.contains(byte)
    }
    return hasDigit && hasMark
  }

  /// Three bytes as one number, ASCII letters as capitals.
  private static func capitals(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    func capital(_ byte: UInt8) -> UInt32 {
      UInt32(byte &- 0x61 < 26 ? byte &- 0x20 : byte)
    }
    return capital(first) << 16 | capital(second) << 8 | capital(third)
  }

  private static let starts: [UInt32] = [
    "SEC", "CON", "NON", "MAS", "#VA", "#RE", "MOI", "ENT", "INF", "AU ",
  ].map { word in word.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
  /// `<`, `-`, `[`, `(`, `&`, and the first byte of ≤, à, –.
  private static let marks: [UInt8] = [0x3C, 0x2D, 0x5B, 0x28, 0x26, 0xE2, 0xC3]

  /// The same for a text.
  public init?(text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    let hasDigit = text.utf8.contains { $0 &- 0x30 < 10 }
    if !hasDigit {
      let isKnown = Self.signs.contains(text) || Self.words.contains(ColumnName.folded(text))
      guard isKnown else { return nil }
      self = .missing
      return
    }
    guard let range = Self.range(text) else { return nil }
    self = .interval(range)
  }

  /// `<5`, `≤4`, `1 à 4`, `1-4`, `[1,4]`, « moins de 5 », « entre 1 et 4 ».
  private static func range(_ text: String) -> ClosedRange<Int>? {
    let plain = text.lowercased().replacing("&lt;", with: "<").filter { !$0.isWhitespace }
    let numbers = plain.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard numbers.allSatisfy({ $0 <= greatest }) else { return nil }
    let signs = plain.filter { !($0.isASCII && $0.isNumber) }
    switch (signs, numbers.count) {
    case ("<", 1), ("moinsde", 1), ("inférieurà", 1), ("inf.à", 1), ("inf", 1):
      return numbers[0] > 1 ? 1...(numbers[0] - 1) : nil
    case ("≤", 1), ("<=", 1), ("auplus", 1): return numbers[0] >= 1 ? 1...numbers[0] : nil
    case ("à", 2), ("a", 2), ("-", 2), ("–", 2), ("[,]", 2), ("[;]", 2), ("[-]", 2), ("(,)", 2),
      ("entreet", 2), ("deà", 2):
      return numbers[0] <= numbers[1] ? numbers[0]...numbers[1] : nil
    case ("[,[", 2), ("[;[", 2):
      return numbers[0] < numbers[1] ? numbers[0]...(numbers[1] - 1) : nil
    default: return nil
    }
  }
}
