/// The vocabulary, ready to be asked about a word: one look-up tells everything.
struct Lexicon: Sendable {
  static let french = Lexicon()
  /// « QUATRE » is 4.
  static let numeralWords = Vocabulary.numerals.map { (value: $0.value, word: Word($0.word)) }

  /// What the vocabulary knows of a word.
  struct Entry: Sendable, BitwiseCopyable {
    /// Number of the street type; 0 for none.
    var type: UInt8 = 0
    /// Whether the word is the type's full name.
    var isFullType = false
    var kind = Vocabulary.Kind.ordinary
    /// Whether it begins a complement.
    var isComplement = false
    /// Whether a number behind it is its own.
    var isNumbered = false
    var isPostalBox = false
    /// What the word stands for; empty for itself.
    var canonical = Word()
    /// The suffix of a house number that it is.
    var suffix = Word()
    /// What it means as a number word; 0 for none.
    var numeral: Int32 = 0
    /// 1 to 12 for the short name of a month.
    var month: UInt8 = 0
  }

  private var words: [Word]
  private var entries: [Entry]
  private let mask: Int
  let typeNames: [Word]

  private init() {
    mask = 8191
    words = [Word](repeating: Word(), count: mask + 1)
    entries = [Entry](repeating: Entry(), count: mask + 1)
    typeNames = Vocabulary.types.map { Word($0.name) }
    addTypes()
    addAbbreviations()
    addKinds()
    addParts()
  }

  @inline(__always) func entry(of word: Word) -> Entry {
    words.withUnsafeBufferPointer { words in
      var slot = Int(truncatingIfNeeded: word.hashed) & mask
      while !words[slot].isEmpty {
        if words[slot] == word { return entries[slot] }
        slot = (slot + 1) & mask
      }
      return Entry()
    }
  }

  /// The number of a type by its full name; 0 when there is none.
  func type(_ name: String) -> UInt8 {
    UInt8(Vocabulary.types.firstIndex { $0.name == name } ?? 0)
  }

  private mutating func change(_ word: Word, _ body: (inout Entry) -> Void) {
    var slot = Int(truncatingIfNeeded: word.hashed) & mask
    while !words[slot].isEmpty && words[slot] != word { slot = (slot + 1) & mask }
    words[slot] = word
    body(&entries[slot])
  }

  private static func list(_ text: String) -> [Word] {
    text.split { $0 == " " || $0 == "\n" }.map { Word($0) }
  }

  private mutating func addTypes() {
    for (index, type) in Vocabulary.types.enumerated() where index > 0 {
      if !type.name.contains(" ") {
        change(Word(type.name)) {
          $0.type = UInt8(index)
          $0.isFullType = true
        }
      }
      for word in Self.list(type.spellings) {
        change(word) { if $0.type == 0 { $0.type = UInt8(index) } }
      }
    }
  }

  private mutating func addAbbreviations() {
    for (name, spellings) in Vocabulary.abbreviations {
      for word in Self.list(spellings) { change(word) { $0.canonical = Word(name) } }
    }
  }

  private mutating func addKinds() {
    for word in Self.list(Vocabulary.firstNames) { change(word) { $0.kind = .firstName } }
    for word in Self.list(Vocabulary.titles) { change(word) { $0.kind = .title } }
    for word in Self.list(Vocabulary.articles) { change(word) { $0.kind = .article } }
  }

  private mutating func addParts() {
    for word in Self.list(Vocabulary.complements) { change(word) { $0.isComplement = true } }
    for word in Self.list(Vocabulary.numbered) { change(word) { $0.isNumbered = true } }
    for word in Self.list(Vocabulary.postalBoxes) { change(word) { $0.isPostalBox = true } }
    for (name, spellings) in Vocabulary.suffixes {
      for word in Self.list(spellings) { change(word) { $0.suffix = Word(name) } }
    }
    for (word, value) in Vocabulary.numerals {
      change(Word(word)) { $0.numeral = Int32(value) }
    }
    for (index, word) in Self.list(Vocabulary.months).enumerated() {
      change(word) { $0.month = UInt8(index + 1) }
    }
  }
}
