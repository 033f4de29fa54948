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
  case sameWords, joinedWords, sameSound, alikeWords

  /// What the rung does, as it is explained.
  var title: String {
    switch self {
    case .sameWords: "voie : mêmes mots"
    case .joinedWords: "voie : mots collés ou séparés"
    case .sameSound: "voie : même prononciation"
    case .alikeWords: "voie : mots voisins"
    }
  }
}

/// Finds streets in the chosen communes.
///
/// Not Sendable: the memory of one thread.
final class StreetFinder {
  let base: AddressBase
  private let reader = NameReader()
  var name = CanonicalName()
  var hits: [StreetHit] = []
  private var likeness = Likeness()
  private var scores: [Float] = []
  private var touched: [Int] = []
  private var order: [Int] = []
  /// The nearest names that were not good enough, for the review.
  var nearest: [(street: Int, likeness: Float)] = []

  static let acceptable: Float = 0.8

  init(_ base: AddressBase) { self.base = base }

  func find(_ query: Understood, _ choices: [CommuneChoice], _ rung: Rung) {
    hits.removeAll(keepingCapacity: true)
    nearest.removeAll(keepingCapacity: true)
    let readings = rung == .alikeWords ? min(4, query.readings.count) : query.readings.count
    for place in 0..<readings {
      let reading = query.readings[place]
      query.tokens.withUnsafeBufferPointer { tokens in
        reader.read(
          tokens, reading.start..<min(reading.end, tokens.count), isQuery: true, into: &name)
      }
      if name.words.isEmpty && name.type == 0 { continue }
      for (index, choice) in choices.enumerated() where base.communeRecords[choice.index].names.count > 0 {
        if choice.isLastResort && (rung == .alikeWords || !hits.isEmpty) { continue }
        if rung == .alikeWords {
          findAlike(choice.index, index, place)
        } else {
          findByKey(choice.index, index, place, rung)
        }
      }
    }
  }

  private func findByKey(_ commune: Int, _ choice: Int, _ reading: Int, _ rung: Rung) {
    let key: UInt64
    switch rung {
    case .sameWords: key = name.coreKey
    case .joinedWords: key = name.compactKey
    default: key = name.soundKey
    }
    let range = base.keys.clamped(base.communeRecords[commune].keys)
    var place = base.firstKey(key, in: range)
    while place < range.upperBound, base.keys[place] == key {
      let found = Int(base.keyNames[place])
      add(found, choice, reading, rung, likeness: rung == .sameWords ? exactness(found) : alikeness(found))
      place += 1
    }
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
      let at = order.firstIndex { scores[$0] < scores[place] || scores[$0] == scores[place] && $0 > place }
      if let at { order.insert(place, at: at) } else if order.count < 16 { order.append(place) }
      if order.count > 16 { order.removeLast() }
    }
    for place in touched { scores[place] = 0 }
    for place in order {
      let found = names.lowerBound + place
      let likeness = alikeness(found)
      noteNearest(Int(base.names[found].street), likeness)
      if likeness >= Self.acceptable { add(found, choice, reading, .alikeWords, likeness: likeness) }
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
        { weight = 0.8 }
      }
      if weight == 0, record.sound == sound, length > 3 { weight = 0.75 }
      if weight == 0, length > 2, signature & ~record.signature == 0,
        base.tokens[Int(record.token)].word.hasPrefix(word.word)
      { weight = 0.5 }
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
    for word in name.words where word.kind != .article { likeness.asked.append(Self.part(word)) }
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

  private static func part(_ word: NameWord, sound: UInt32? = nil) -> Likeness.Part {
    let weight: Float
    switch word.kind {
    case .firstName: weight = 0.6
    case .title: weight = 0.4
    default: weight = word.word.count == 1 ? 0.4 : 1
    }
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
