extension StreetFinder {
  /// Names that share rare words with the query, letters forgiven, the best aligned word by word.
  func findAlike(_ commune: Int, _ choice: Int, _ reading: Int) {
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

  /// Adds the weight of a word to all names that hold it or one like it.
  func gather(_ word: NameWord, _ tokens: Range<Int>, _ names: Range<Int>) {
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

  func spread(_ weight: Float, _ record: CommuneTokenRecord, _ names: Range<Int>) {
    let count = record.postings.count
    let rarity = 1 / (1 + Float(count).squareRoot() * 0.2)
    for posting in base.postings.clamped(record.postings) {
      let place = Int(base.postings[posting]) - names.lowerBound
      guard place >= 0, place < names.count else { continue }
      if scores[place] == 0 { touched.append(place) }
      scores[place] += weight * rarity
    }
  }

  func alikeness(_ found: Int) -> Float {
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
  static func isSlip(_ word: Word) -> Bool {
    word.count < 5 && links.contains { EditDistance.between(word, $0, atMost: 1) <= 1 }
  }

  fileprivate static let links = ["DES", "DE", "DU", "LES", "LA", "LE", "AUX"].map { Word($0) }

  static func part(
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

  func noteNearest(_ street: Int, _ likeness: Float) {
    if likeness < 0.3 || nearest.contains(where: { $0.street == street }) { return }
    let at = nearest.firstIndex { $0.likeness < likeness } ?? nearest.count
    nearest.insert((street, likeness), at: at)
    if nearest.count > 3 { nearest.removeLast() }
  }
}
