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
