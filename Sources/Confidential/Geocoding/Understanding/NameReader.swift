/// Reads tokens as a street name.
struct NameReader {
  let lexicon = Lexicon.french
  private static let grandeRue = Lexicon.french.type("GRANDRUE")
  private static let roundabout = Lexicon.french.type("ROND POINT")
  private static let hamletSign = Lexicon.french.type("LIEU DIT")
  private static let rue = Lexicon.french.type("RUE")

  /// - Parameters:
  ///   - isQuery: whether a type may also stand at the end
  func read(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, isQuery: Bool = false,
    into name: inout CanonicalName
  ) {
    name.clear()
    var range = range
    var (type, width) = leadingType(tokens, range)
    if type == Self.hamletSign, width < range.count {
      range = (range.lowerBound + width)..<range.upperBound
      (type, width) = leadingType(tokens, range)
    }
    if isQuery, type == 0, range.count > 1 {
      let typed = nearlyGrandeRue(tokens, range)
      if typed > 0 { (type, width) = (Self.grandeRue, typed) }
    }
    name.type = type
    range = (range.lowerBound + width)..<range.upperBound
    if isQuery, type == 0, range.count > 1 {
      let last = lexicon.entry(of: tokens[range.upperBound - 1].word)
      if last.isFullType && last.type <= 12 {
        name.type = last.type
        range = range.lowerBound..<(range.upperBound - 1)
      }
    }
    words(tokens, range, &name)
  }

  /// « Garnde Rue », « Gra nde Rue »: of how many tokens it is made; 0 for anything else.
  private func nearlyGrandeRue(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>
  ) -> Int {
    let words = range.prefix(3).map { tokens[$0].word }
    if words.count > 2, lexicon.entry(of: words[2]).type == Self.rue,
      Self.grand.contains(words[0].joined(words[1]))
    {
      return 3
    }
    let isRue = lexicon.entry(of: words[1]).type == Self.rue && words[0].count > 3
    return isRue && EditDistance.between(words[0], Self.grand[1], atMost: 2) <= 2 ? 2 : 0
  }

  /// The type that a name begins with, and of how many tokens it is made.
  @inline(__always) func leadingType(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>
  ) -> (type: UInt8, width: Int) {
    guard let start = range.first else { return (0, 0) }
    let first = tokens[start].word
    if range.count > 1 {
      let second = tokens[start + 1].word
      let secondType = lexicon.entry(of: second).type
      if secondType == Self.rue, Self.grand.contains(first), second.count > 1 || range.count == 2 {
        return (Self.grandeRue, 2)
      }
      if Self.round.contains(first), Self.point.contains(second) { return (Self.roundabout, 2) }
      if first == Self.place, second == Self.called { return (Self.hamletSign, 2) }
      if first == Self.letterL, second == Self.letterD, range.count > 2,
        tokens[start].gap == .strong,
        tokens[start + 1].gap != .apostrophe
      {
        return (Self.hamletSign, 2)
      }
    }
    if first == Self.short, range.count == 1 { return (Self.grandeRue, 1) }
    let entry = lexicon.entry(of: first)
    guard entry.type != 0, range.count > 1 || entry.isFullType || entry.type == Self.grandeRue
    else {
      return (0, 0)
    }
    return (entry.type, 1)
  }

  private func words(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, _ name: inout CanonicalName
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      name.addRaw(token.word)
      if token.number >= 0 {
        name.words.append(NameWord(word: Self.withoutZeros(token.word), kind: .number))
        index += 1
        if index < range.upperBound, tokens[index].gap == .none,
          Self.ordinals.contains(tokens[index].word)
        {
          index += 1
        }
        continue
      }
      let entry = lexicon.entry(of: token.word)
      if entry.numeral != 0 {
        let (value, end) = number(tokens, index..<range.upperBound)
        for place in (index + 1)..<max(index + 1, end) { name.addRaw(tokens[place].word) }
        name.words.append(NameWord(word: Word(number: value), kind: .number))
        index = end
        continue
      }
      append(token, entry, after: index > range.lowerBound ? tokens[index - 1].word : nil, &name)
      index += 1
    }
  }

  private func append(
    _ token: Token, _ entry: Lexicon.Entry, after last: Word?, _ name: inout CanonicalName
  ) {
    if let value = Self.roman(token.word, after: last) {
      name.words.append(NameWord(word: Word(number: value), kind: .number))
    } else if entry.canonical.isEmpty {
      name.words.append(NameWord(word: token.word, kind: entry.kind))
    } else {
      let kind = lexicon.entry(of: entry.canonical).kind
      name.words.append(NameWord(word: entry.canonical, kind: kind))
    }
  }

  private static let grand = ["GRAND", "GRANDE", "GDE", "GD", "GRD", "GRDE"].map { Word($0) }
  private static let round = ["ROND", "RD", "RP"].map { Word($0) }
  private static let point = ["POINT", "PT", "PNT"].map { Word($0) }
  private static let place = Word("LIEU")
  private static let called = Word("DIT")
  private static let letterL = Word("L")
  private static let letterD = Word("D")
  private static let short = Word("GR")
  private static let ordinals = ["ER", "EME", "IEME", "E", "ND", "NDE", "ERE", "RE"].map {
    Word($0)
  }
}
