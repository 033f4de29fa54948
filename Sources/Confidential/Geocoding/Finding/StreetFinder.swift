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
  private let reader = NameReader()
  private static let rue = Lexicon.french.type("RUE")
  var name = CanonicalName()
  var hits: [StreetHit] = []
  private var likeness = Likeness()
  private var scores: [Float] = []
  private var touched: [Int] = []
  private var order: [Int] = []
  private var askedRun = LetterRun()
  private var ownRun = LetterRun()
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
  private func findWithTypeInName(_ commune: Int, _ choice: Int, _ reading: Int) {
    guard name.type != 0, name.type != Self.rue else { return }
    let type = name.type
    let word = Lexicon.french.typeNames[Int(type)]
    name.words.insert(NameWord(word: word, kind: .ordinary), at: 0)
    name.type = 0
    findByKey(name.coreKey, commune, choice, reading, .sameWords)
    name.words.removeFirst()
    name.type = type
  }

  /// Names that have all words of the query, in order, the last one last; the only such, or none.
  private func findLonger(_ commune: Int, _ choice: Int, _ reading: Int) {
    guard let last = name.words.last, last.kind != .article, last.word.count > 2,
      let token = base.token(of: last.word)
    else { return }
    let tokens = base.communeTokens.clamped(base.communeRecords[commune].tokens)
    guard let place = commonToken(UInt32(token), tokens) else { return }
    let first = hits.count
    for posting in base.postings.clamped(base.communeTokens[place].postings) {
      let found = Int(base.postings[posting])
      guard base.names[found].type == name.type || name.type == 0, isLonger(found) else { continue }
      add(found, choice, reading, .omittedWords, likeness: max(0.87, alikeness(found)))
    }
    let streets = Set(hits[first...].map(\.street))
    if streets.count > 1 {
      let plain = hits[first...].filter { isPlainOmission($0.name) }
      hits.removeSubrange(first...)
      hits += plain
    }
  }

  /// The place of a word among those of a commune.
  private func commonToken(_ token: UInt32, _ range: Range<Int>) -> Int? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if base.communeTokens[middle].token < token { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && base.communeTokens[low].token == token ? low : nil
  }

  private func isLonger(_ found: Int) -> Bool {
    let record = base.names[found]
    var place = Int(record.words) + Int(record.wordCount) - 1
    let first = Int(record.words)
    var isLast = true
    for word in name.words.reversed() where word.kind != .article {
      while place >= first, !isSame(word.word, base.tokens[Int(base.nameWords[place])].word) {
        if isLast { return false }
        place -= 1
      }
      if place < first { return false }
      place -= 1
      isLast = false
    }
    return !isLast
  }

  private func isSame(_ asked: Word, _ own: Word) -> Bool {
    if asked == own { return true }
    guard asked.count == 1, asked[0] >= 0x41 else { return false }
    let value = own[0] < 0x3A ? own.number : nil
    return asked[0] == own[0]
      || Vocabulary.numerals.contains { $0.value == value && Word($0.word)[0] == asked[0] }
  }

  /// Whether the query leaves out nothing but first names and titles.
  private func isPlainOmission(_ found: Int) -> Bool {
    let record = base.names[found]
    let omitted = (0..<Int(record.wordCount)).filter { index in
      let token = base.tokens[Int(base.nameWords[Int(record.words) + index])]
      return token.kind == Vocabulary.Kind.ordinary.rawValue
        && !name.words.contains { isSame($0.word, token.word) }
    }
    return omitted.isEmpty
  }

  private func findByKey(
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
  private func mendType() {
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
  private func exactness(_ found: Int) -> Float {
    let record = base.names[found]
    guard Int(record.wordCount) == name.words.count else { return 0.985 }
    for (index, word) in name.words.enumerated() {
      let token = base.tokens[Int(base.nameWords[Int(record.words) + index])]
      if token.word != word.word { return 0.985 }
    }
    return 1
  }

  private func add(_ found: Int, _ choice: Int, _ reading: Int, _ rung: Rung, likeness: Float) {
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

  /// Names that share rare words with the query, letters forgiven, the best aligned word by word.
  private func findAlike(_ commune: Int, _ choice: Int, _ reading: Int) {
    let record = base.communeRecords[commune]
    let names = base.names.clamped(record.names)
    if scores.count < names.count { scores = [Float](repeating: 0, count: names.count) }
    touched.removeAll(keepingCapacity: true)
    for word in name.words where word.kind != .article {
      gather(word, base.communeTokens.clamped(record.tokens), names)
    }
    order.removeAll(keepingCapacity: true)
    for place in touched {
      let at = order.firstIndex {
        scores[$0] < scores[place] || scores[$0] == scores[place] && $0 > place
      }
      if let at { order.insert(place, at: at) } else if order.count < 16 { order.append(place) }
      if order.count > 16 { order.removeLast() }
    }
    for place in touched { scores[place] = 0 }
    for place in order {
      let found = names.lowerBound + place
      let likeness = alikeness(found)
      noteNearest(Int(base.names[found].street), likeness)
      if likeness >= Self.conceivable {
        add(found, choice, reading, .alikeWords, likeness: likeness)
      }
    }
  }

  /// The only name of the type whose letters, in one run, are within two of the query's.
  private func findByLetters(_ commune: Int, _ choice: Int, _ reading: Int) {
    askedRun.clear()
    for word in name.words { askedRun.add(word.word, isArticle: word.kind == .article) }
    guard askedRun.coreCount >= 5, name.type != 0 else { return }
    var (best, nearest, next) = (-1, 3, 3)
    for found in base.names.clamped(base.communeRecords[commune].names)
    where base.names[found].type == name.type {
      readRun(found)
      guard abs(ownRun.letters.count - askedRun.letters.count) <= 3, ownRun.coreCount >= 6 else {
        continue
      }
      let distance = ownRun.distance(to: askedRun)
      if distance < nearest {
        (best, next, nearest) = (found, nearest, distance)
      } else {
        next = min(next, distance)
      }
    }
    guard best >= 0, next > nearest else { return }
    add(best, choice, reading, .alikeLetters, likeness: 0.8)
  }

  private func readRun(_ found: Int) {
    ownRun.clear()
    let record = base.names[found]
    for index in 0..<Int(record.wordCount) {
      let token = base.tokens[Int(base.nameWords[Int(record.words) + index])]
      ownRun.add(token.word, isArticle: token.kind == Vocabulary.Kind.article.rawValue)
    }
  }

  /// Adds the weight of a word to all names that hold it or one like it.
  private func gather(_ word: NameWord, _ tokens: Range<Int>, _ names: Range<Int>) {
    let own = base.token(of: word.word).map { UInt32($0) }
    let signature = word.word.signature
    let length = word.word.count
    let limit = word.kind == .number ? 0 : EditDistance.tolerance(length)
    let sound = UInt32(truncatingIfNeeded: Phonetics.code(word.word).hashed)
    for place in tokens {
      let record = base.communeTokens[place]
      var weight: Float = 0
      if record.token == own {
        weight = 1
      } else if limit > 0, (record.signature ^ signature).nonzeroBitCount <= 2 * limit {
        let other = base.tokens[Int(record.token)]
        if abs(Int(other.length) - length) <= limit,
          EditDistance.between(word.word, other.word, atMost: limit) <= limit
        {
          weight = 0.8
        }
      }
      if weight == 0, record.sound == sound, length > 3 { weight = 0.75 }
      if weight == 0, length > 2, signature & ~record.signature == 0,
        base.tokens[Int(record.token)].word.hasPrefix(word.word)
      {
        weight = 0.5
      }
      if weight > 0 { spread(weight, record, names) }
    }
  }

  private func spread(_ weight: Float, _ record: CommuneTokenRecord, _ names: Range<Int>) {
    let count = record.postings.count
    let rarity = 1 / (1 + Float(count).squareRoot() * 0.2)
    for posting in base.postings.clamped(record.postings) {
      let place = Int(base.postings[posting]) - names.lowerBound
      guard place >= 0, place < names.count else { continue }
      if scores[place] == 0 { touched.append(place) }
      scores[place] += weight * rarity
    }
  }

  private func alikeness(_ found: Int) -> Float {
    likeness.asked.removeAll(keepingCapacity: true)
    for (index, word) in name.words.enumerated() where word.kind != .article {
      let isSlip = index + 1 < name.words.count && word.kind == .ordinary && Self.isSlip(word.word)
      likeness.asked.append(Self.part(word, isSlip: isSlip))
    }
    likeness.own.removeAll(keepingCapacity: true)
    let record = base.names[found]
    for index in 0..<Int(record.wordCount) {
      let token = base.tokens[Int(base.nameWords[Int(record.words) + index])]
      let kind = Vocabulary.Kind(rawValue: token.kind) ?? .ordinary
      if kind == .article { continue }
      likeness.own.append(Self.part(NameWord(word: token.word, kind: kind), sound: token.sound))
    }
    return likeness.value()
  }

  /// Whether a short word is an article with a slip of the finger: « dess », « dse ».
  private static func isSlip(_ word: Word) -> Bool {
    word.count < 5 && links.contains { EditDistance.between(word, $0, atMost: 1) <= 1 }
  }

  private static let links = ["DES", "DE", "DU", "LES", "LA", "LE", "AUX"].map { Word($0) }

  private static func part(
    _ word: NameWord, sound: UInt32? = nil, isSlip: Bool = false
  ) -> Likeness.Part {
    var weight: Float
    switch word.kind {
    case .firstName: weight = 0.6
    case .title: weight = 0.4
    default: weight = word.word.count == 1 ? 0.4 : 1
    }
    if isSlip { weight = 0.1 }
    return Likeness.Part(
      word: word.word, sound: sound ?? UInt32(truncatingIfNeeded: Phonetics.code(word.word).hashed),
      kind: word.kind, weight: weight)
  }

  private func noteNearest(_ street: Int, _ likeness: Float) {
    if likeness < 0.3 || nearest.contains(where: { $0.street == street }) { return }
    let at = nearest.firstIndex { $0.likeness < likeness } ?? nearest.count
    nearest.insert((street, likeness), at: at)
    if nearest.count > 3 { nearest.removeLast() }
  }
}
