/// A street that may be the one.
struct StreetHit {
  var street: Int
  var name: Int
  var choice: Int
  var reading: Int
  /// How alike the names are, type aside · 0…1.
  var likeness: Float
  var type: Verdict
  var rung: Rung
  /// By which hits of one query are compared, the number aside.
  var nameMerit: Float = 0
  /// By which hits of one query are compared.
  var merit: Float = 0
}

/// The ladder: each rung looks for the street in a looser way than the one before.
enum Rung: Int, CaseIterable {
  case sameWords, joinedWords, omittedWords, alikeWords, alikeLetters

  /// What the rung does, as it is explained.
  var title: String {
    switch self {
    case .sameWords: "voie : mêmes mots"
    case .joinedWords: "voie : mots collés ou séparés"
    case .omittedWords: "voie : mots omis"
    case .alikeWords: "voie : même son ou mots voisins"
    case .alikeLetters: "voie : lettres voisines"
    }
  }
}

/// Finds streets in the chosen communes.
///
/// Not Sendable: the memory of one thread.
final class StreetFinder {
  let base: AddressBase
  let reader = NameReader()
  static let rue = Lexicon.french.type("RUE")
  var name = CanonicalName()
  var hits: [StreetHit] = []
  var likeness = Likeness()
  var scores: [Float] = []
  var touched: [Int] = []
  var order: [Int] = []
  var askedRun = LetterRun()
  var ownRun = LetterRun()
  /// The nearest names that were not good enough, for the review.
  var nearest: [(street: Int, likeness: Float)] = []

  static let acceptable: Float = 0.8
  /// Enough where type and number are those of the street.
  static let conceivable: Float = 0.72

  init(_ base: AddressBase) { self.base = base }

  /// Adds the hits of a rung; the first rung of some readings forgets those of others.
  func find(
    _ query: Understood, _ readings: [Int], _ choices: [CommuneChoice], _ rung: Rung
  ) {
    if rung == .sameWords {
      hits.removeAll(keepingCapacity: true)
      if readings.first == 0 { nearest.removeAll(keepingCapacity: true) }
    }
    for place in readings.prefix(rung.rawValue >= Rung.alikeWords.rawValue ? 4 : 16) {
      let reading = query.readings[place]
      query.tokens.withUnsafeBufferPointer { tokens in
        reader.read(
          tokens, reading.start..<min(reading.end, tokens.count), isQuery: true, into: &name)
      }
      if name.words.isEmpty && name.type == 0 { continue }
      if rung == .alikeWords { mendType() }
      for (index, choice) in choices.enumerated()
      where base.communeRecords[choice.index].names.count > 0 {
        if choice.isLastResort && (rung.rawValue >= Rung.alikeWords.rawValue || !hits.isEmpty) {
          continue
        }
        switch rung {
        case .sameWords:
          findByKey(name.coreKey, choice.index, index, place, rung)
          findWithTypeInName(choice.index, index, place)
        case .joinedWords:
          findByKey(name.compactKey, choice.index, index, place, rung)
          findByKey(name.rawKey, choice.index, index, place, rung)
        case .omittedWords: findLonger(choice.index, index, place)
        case .alikeWords:
          findByKey(name.soundKey, choice.index, index, place, rung)
          findAlike(choice.index, index, place)
        case .alikeLetters: findByLetters(choice.index, index, place)
        }
      }
    }
  }

  /// « Cité Valette » for « Rue Cité Valette »: the type is part of the name.
  func findWithTypeInName(_ commune: Int, _ choice: Int, _ reading: Int) {
    guard name.type != 0, name.type != Self.rue else { return }
    let type = name.type
    let word = Lexicon.french.typeNames[Int(type)]
    name.words.insert(NameWord(word: word, kind: .ordinary), at: 0)
    name.type = 0
    findByKey(name.coreKey, commune, choice, reading, .sameWords)
    name.words.removeFirst()
    name.type = type
  }

  func findByKey(
    _ key: UInt64, _ commune: Int, _ choice: Int, _ reading: Int, _ rung: Rung
  ) {
    let range = base.keys.clamped(base.communeRecords[commune].keys)
    var place = base.firstKey(key, in: range)
    while place < range.upperBound, base.keys[place] == key {
      let found = Int(base.keyNames[place])
      add(
        found, choice, reading, rung,
        likeness: rung == .sameWords ? exactness(found) : alikeness(found))
      place += 1
    }
  }

  /// « Fermme de la Noue »: a first word that no street has and that is nearly a type.
  func mendType() {
    guard name.type == 0, name.words.count > 1, let first = name.words.first, first.word.count > 2,
      base.token(of: first.word) == nil
    else { return }
    let type = Lexicon.french.typeNames.dropFirst().firstIndex {
      EditDistance.between(first.word, $0, atMost: 1) <= 1
    }
    guard let type else { return }
    name.type = UInt8(type)
    name.words.removeFirst()
  }

  /// 1, or a little less when the articles differ.
  func exactness(_ found: Int) -> Float {
    let record = base.names[found]
    guard Int(record.wordCount) == name.words.count else { return 0.985 }
    for (index, word) in name.words.enumerated() {
      let token = base.tokens[Int(base.nameWords[Int(record.words) + index])]
      if token.word != word.word { return 0.985 }
    }
    return 1
  }

  func add(_ found: Int, _ choice: Int, _ reading: Int, _ rung: Rung, likeness: Float) {
    let record = base.names[found]
    let type: Verdict
    if name.type == record.type {
      type = name.type == 0 ? .exact : .exact
    } else if name.type == 0 {
      type = .missing
    } else {
      type = .contradicted
    }
    hits.append(
      StreetHit(
        street: Int(record.street), name: found, choice: choice, reading: reading,
        likeness: likeness, type: type, rung: rung))
  }
}
