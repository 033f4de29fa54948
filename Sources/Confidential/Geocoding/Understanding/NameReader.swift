/// One word of a canonical name.
struct NameWord: BitwiseCopyable, Sendable {
  var word: Word
  var kind: Vocabulary.Kind
}

/// A street name as it is compared: its type, and its words with abbreviations written out, numbers
/// as digits, articles marked.
///
/// The same reading is made of the base's names and of queries, so that what the dictionary makes
/// equal is equal without further rule.
struct CanonicalName {
  /// Number of the type; 0 for none.
  var type: UInt8 = 0
  var words: [NameWord] = []
  /// The letters as they stand, before the dictionary.
  private var raw = Letters()

  mutating func addRaw(_ word: Word) { raw.add(word) }

  /// The key of the letters as they stand: for words split in their middle.
  var rawKey: UInt64 { raw.key }

  mutating func clear() {
    type = 0
    words.removeAll(keepingCapacity: true)
    raw = Letters()
  }

  /// The key of the words that count, in order.
  var coreKey: UInt64 {
    var key: UInt64 = 1
    for word in words where word.kind != .article {
      key = Mixing.mix(Mixing.mix(key, word.word.low), word.word.high)
    }
    return key == 1 ? exactKey : key
  }

  /// The key of all words, in order.
  var exactKey: UInt64 {
    var key: UInt64 = 2
    for word in words { key = Mixing.mix(Mixing.mix(key, word.word.low), word.word.high) }
    return key
  }

  /// The key of all letters: spaces do not count.
  var compactKey: UInt64 {
    var letters = Letters()
    for word in words { letters.add(word.word) }
    return letters.key
  }

  /// The key of how the words that count sound.
  var soundKey: UInt64 {
    var key: UInt64 = 4
    for word in words where word.kind != .article {
      let sound = Phonetics.code(word.word)
      key = Mixing.mix(Mixing.mix(key, sound.low), sound.high)
    }
    return key
  }
}

/// The key of a run of letters, whatever words they are cut into.
struct Letters {
  private var hash: UInt64 = 3
  private var pending: UInt64 = 0
  private var filled = 0

  mutating func add(_ word: Word) {
    for index in 0..<word.count {
      pending = pending << 8 | UInt64(word[index])
      filled += 1
      if filled == 8 {
        hash = Mixing.mix(hash, pending)
        (pending, filled) = (0, 0)
      }
    }
  }

  var key: UInt64 { Mixing.mix(hash, pending) }
}

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
    if isQuery, type == 0, range.count == 2, isNearlyGrandeRue(tokens, range) {
      (type, width) = (Self.grandeRue, 2)
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

  /// « Garnde Rue ».
  private func isNearlyGrandeRue(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>
  ) -> Bool {
    let (first, second) = (tokens[range.lowerBound].word, tokens[range.lowerBound + 1].word)
    return lexicon.entry(of: second).type == Self.rue && first.count > 3
      && EditDistance.between(first, Self.grand[1], atMost: 2) <= 2
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

  /// « mil huit cent quatorze » → 1814.
  private func number(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>
  ) -> (value: Int, end: Int) {
    var (total, current) = (0, 0)
    var index = range.lowerBound
    var end = index
    while index < range.upperBound {
      let word = tokens[index].word
      let value = Int(lexicon.entry(of: word).numeral)
      if value == 0 {
        guard word == Self.and, end == index, index > range.lowerBound else { break }
        index += 1
        continue
      }
      if value == 1000 {
        total += max(current, 1) * 1000
        current = 0
      } else if value == 100 {
        current = max(current, 1) * value
      } else if value == 20 && current % 100 == 4 {
        current += 76
      } else if current > 0 && value >= current % 100 && current % 100 > 0 {
        break
      } else {
        current += value
      }
      index += 1
      end = index
    }
    return (total + current, max(end, range.lowerBound + 1))
  }

  private static func withoutZeros(_ word: Word) -> Word {
    guard word.count > 1, word[0] == 0x30, let number = word.number else { return word }
    return Word(number: number)
  }

  private static func roman(_ word: Word, after last: Word?) -> Int? {
    guard word.count > 1 || last.map(kings.contains) == true, word.count < 7 else { return nil }
    var total = 0
    var previous = 10
    for index in 0..<word.count {
      let value: Int
      switch word[index] {
      case UInt8(ascii: "I"): value = 1
      case UInt8(ascii: "V"): value = 5
      case UInt8(ascii: "X"): value = 10
      default: return nil
      }
      total += value > previous ? value - 2 * previous : value
      previous = value
    }
    return total
  }

  private static let grand = ["GRAND", "GRANDE", "GDE", "GD", "GRD", "GRDE"].map { Word($0) }
  private static let round = ["ROND", "RD", "RP"].map { Word($0) }
  private static let point = ["POINT", "PT", "PNT"].map { Word($0) }
  private static let place = Word("LIEU")
  private static let called = Word("DIT")
  private static let letterL = Word("L")
  private static let letterD = Word("D")
  private static let short = Word("GR")
  private static let and = Word("ET")
  private static let ordinals = ["ER", "EME", "IEME", "E", "ND", "NDE", "ERE", "RE"].map {
    Word($0)
  }
  private static let kings = ["LOUIS", "HENRI", "CHARLES", "NAPOLEON", "FRANCOIS", "PIE", "PAUL"]
    .map { Word($0) }
}
