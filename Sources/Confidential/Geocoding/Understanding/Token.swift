/// A run of letters or of digits in folded text, with what stands before it.
struct Token: BitwiseCopyable {
  /// What separates a token from the one before.
  enum Gap: UInt8, BitwiseCopyable {
    /// Nothing: digits against letters.
    case none
    case space
    case apostrophe
    case hyphen
    case slash
    /// A hyphen with a space beside it.
    case dash
    /// Comma, semicolon, line end, parenthesis, another field.
    case strong
  }

  var word: Word
  /// −1 when it is no number.
  var number: Int32
  var gap: Gap
  /// Whether a parenthesis is open there.
  var isInParentheses: Bool
  /// What the field was declared as.
  var part: AddressQuery.Part

  /// Cuts folded text into tokens and appends them.
  static func cut(
    _ folded: UnsafeBufferPointer<UInt8>, part: AddressQuery.Part, into tokens: inout [Token]
  ) {
    var index = 0
    var gap = Gap.strong
    var depth = false
    while index < folded.count, tokens.count < 96 {
      let byte = folded[index]
      guard byte >= 0x30, byte != 0x3F else {
        gap = stronger(gap, after: byte, &depth)
        index += 1
        continue
      }
      let isDigit = byte < 0x3A
      var end = index + 1
      while end < folded.count, folded[end] >= 0x30, (folded[end] < 0x3A) == isDigit { end += 1 }
      // long runs are cut into pieces, which keys of letters put together again
      end = min(end, index + Word.longest)
      let width = gap == .none ? suffixWidth(folded, index..<end, tokens.last) : 0
      if width > 0 { end = index + width }
      let word = Word(folded, index..<end)
      tokens.append(
        Token(
          word: word, number: isDigit ? number(word) : -1, gap: gap, isInParentheses: depth,
          part: part))
      gap = width > 0 ? .space : .none
      index = end
    }
  }

  /// « 19bisRue »: how many letters of a run behind a number are its suffix, when a type follows.
  private static func suffixWidth(
    _ folded: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ last: Token?
  ) -> Int {
    guard let last, last.number >= 0, range.count > 3, folded[range.lowerBound] >= 0x41 else {
      return 0
    }
    let lexicon = Lexicon.french
    if lexicon.entry(of: Word(folded, range)).type != 0 { return 0 }
    for width in [3, 1, 6] where width < range.count {
      let (head, tail) = (Word(folded, range.prefix(width)), Word(folded, range.dropFirst(width)))
      let isSuffix = width > 1 && !lexicon.entry(of: head).suffix.isEmpty
      if isSuffix || width == 1 && tail.count > 2, lexicon.entry(of: tail).type != 0 {
        return width
      }
    }
    return 0
  }

  private static func number(_ word: Word) -> Int32 {
    word.number.map { Int32(clamping: $0) } ?? Int32.max
  }

  private static func stronger(_ gap: Gap, after byte: UInt8, _ depth: inout Bool) -> Gap {
    let found: Gap
    switch byte {
    case 0x27: found = .apostrophe
    case 0x2D: found = .hyphen
    case 0x2F: found = .slash
    case 0x20: found = .space
    default: found = .strong
    }
    if byte == 0x28 { depth = true }
    if byte == 0x29 { depth = false }
    if (gap == .space && found == .hyphen) || (gap == .hyphen && found == .space) { return .dash }
    if gap == .none || gap == .space { return found }
    return found.rawValue > gap.rawValue ? found : gap
  }
}
