extension BaseBuilder {
  /// Positions, postcodes and IRIS of streets and communes, from their addresses.
  func summarise() {
    var counts: [UInt32: UInt32] = [:]
    for index in streets.indices {
      counts.removeAll(keepingCapacity: true)
      let range = streets[index].addresses.range
      var last: UInt64 = .max
      for record in addresses[range] {
        let identity = UInt64(record.number) << 16 | UInt64(record.suffix)
        if identity != last && record.irisIndex > 0 {
          counts[UInt32(record.irisIndex), default: 0] += 1
        }
        last = identity
      }
      if range.isEmpty, index < placeIris.count, placeIris[index] >> 8 > 0 {
        counts[placeIris[index] >> 8] = 1
        streets[index].metresToBoundary = placeIris[index] & 255
      }
      streets[index].irises = keep(counts)
      let middle = range.lowerBound + range.count / 2
      if !range.isEmpty {
        if !streets[index].point.isKnown { streets[index].point = addresses[middle].point }
        streets[index].postcode = addresses[middle].postcode
      }
    }
    for index in communes.indices { summarise(commune: index) }
  }

  private func summarise(commune index: Int) {
    // hamlets only gather addresses of the streets
    let own = communes[index].streets.range.filter { !rawStreets[$0].isGathered }
    if !own.isEmpty { communes[index].point = streets[own[own.count / 2]].point }
  }

  private func keep(_ counts: [UInt32: UInt32]) -> Span32 {
    let start = shares.count
    for (iris, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      shares.append(ShareRecord(iris: iris, count: count))
    }
    return Span32(start, shares.count)
  }

  /// Names, words, keys and postings, commune by commune.
  func writeNames() {
    var writer = NameWriter(self)
    for index in communes.indices { writer.write(commune: index) }
    tokenSlots = Self.slots(tokens)
  }

  private static func slots(_ tokens: [TokenRecord]) -> [UInt32] {
    var size = 16
    while size < tokens.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (index, token) in tokens.enumerated() {
      var slot = Int(truncatingIfNeeded: token.word.hashed) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(index + 1)
    }
    return slots
  }
}

/// Writes the names of one commune after the other.
private struct NameWriter {
  private let builder: BaseBuilder
  private let reader = NameReader()
  private var name = CanonicalName()
  private var folded: [UInt8] = []
  private var cut: [Token] = []
  private var tokenOfWord: [Word: UInt32] = [:]

  init(_ builder: BaseBuilder) { self.builder = builder }

  mutating func write(commune index: Int) {
    let streets = builder.communes[index].streets.range
    if streets.isEmpty { return }
    let firstName = builder.names.count
    for street in streets {
      let raw = builder.rawStreets[street].texts
      var known: [UInt64] = []
      add(raw[0], of: street, kind: builder.rawStreets[street].isGathered ? 3 : 0, &known)
      add(raw[4], of: street, kind: 1, &known)
      addAliases(raw[5], of: street, &known)
      add(raw[6], of: street, kind: 2, &known)
    }
    builder.communes[index].names = Span32(firstName, builder.names.count)
    writeKeys(index)
    writePostings(index)
  }

  /// « A|B » are two names.
  private mutating func addAliases(_ span: Span32, of street: Int, _ known: inout [UInt64]) {
    var start = span.range.lowerBound
    for place in span.range where builder.texts[place] == 0x7C {
      add(Span32(start, place), of: street, kind: 2, &known)
      start = place + 1
    }
    add(Span32(start, span.range.upperBound), of: street, kind: 2, &known)
  }

  private mutating func add(
    _ span: Span32, of street: Int, kind: UInt8, _ known: inout [UInt64]
  ) {
    if span.count == 0 { return }
    read(span)
    if name.type == 0 && name.words.isEmpty { return }
    let key = Mixing.mix(name.exactKey, UInt64(name.type))
    if known.contains(key) { return }
    if kind == 1, name.type == 0, builder.streets[street].type != 0 { return }
    known.append(key)
    if kind == 0 || kind == 3 { builder.streets[street].type = name.type }
    append(street, kind)
    addWithoutParentheses(street, kind, &known)
  }

  /// « Rue de l'Église (Ondefontaine) » is also called without its parenthesis.
  private mutating func addWithoutParentheses(
    _ street: Int, _ kind: UInt8, _ known: inout [UInt64]
  ) {
    guard cut.contains(where: \.isInParentheses) else { return }
    cut.removeAll { $0.isInParentheses }
    if cut.isEmpty { return }
    cut.withUnsafeBufferPointer { reader.read($0, 0..<cut.count, into: &name) }
    let key = Mixing.mix(name.exactKey, UInt64(name.type))
    if known.contains(key) || name.type == 0 && name.words.isEmpty { return }
    known.append(key)
    append(street, max(kind, 1))
  }

  private mutating func read(_ span: Span32) {
    folded.removeAll(keepingCapacity: true)
    builder.texts.withUnsafeBufferPointer { texts in
      Folding.fold(UnsafeBufferPointer(rebasing: texts[span.range]), into: &folded)
    }
    cut.removeAll(keepingCapacity: true)
    folded.withUnsafeBufferPointer { Token.cut($0, part: .street, into: &cut) }
    cut.withUnsafeBufferPointer { reader.read($0, 0..<cut.count, into: &name) }
  }

  private mutating func append(_ street: Int, _ kind: UInt8) {
    var record = NameRecord()
    record.street = UInt32(street)
    record.words = UInt32(builder.nameWords.count)
    record.wordCount = UInt8(min(255, name.words.count))
    record.type = name.type
    record.kind = kind
    for word in name.words.prefix(255) { builder.nameWords.append(token(of: word)) }
    let place = UInt32(builder.names.count)
    builder.names.append(record)
    for key in Set([name.coreKey, name.compactKey, name.rawKey, name.soundKey]) {
      pending.append((key, place))
    }
  }

  private var pending: [(key: UInt64, name: UInt32)] = []

  private mutating func token(of word: NameWord) -> UInt32 {
    if let known = tokenOfWord[word.word] {
      builder.tokens[Int(known)].frequency += 1
      return known
    }
    var record = TokenRecord()
    record.word = word.word
    record.sound = UInt32(truncatingIfNeeded: Phonetics.code(word.word).hashed)
    record.signature = word.word.signature
    record.frequency = 1
    record.kind = word.kind.rawValue
    record.length = UInt8(word.word.count)
    let place = UInt32(builder.tokens.count)
    builder.tokens.append(record)
    tokenOfWord[word.word] = place
    return place
  }

  private mutating func writeKeys(_ index: Int) {
    pending.sort { ($0.key, $0.name) < ($1.key, $1.name) }
    let start = builder.keys.count
    for (key, name) in pending {
      builder.keys.append(key)
      builder.keyNames.append(name)
    }
    builder.communes[index].keys = Span32(start, builder.keys.count)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func writePostings(_ index: Int) {
    var pairs: [UInt64] = []
    for place in builder.communes[index].names.range {
      let record = builder.names[place]
      let words = Int(record.words)..<Int(record.words) + Int(record.wordCount)
      for token in Set(builder.nameWords[words]) {
        pairs.append(UInt64(token) << 32 | UInt64(place))
      }
    }
    pairs.sort()
    let start = builder.communeTokens.count
    for pair in pairs {
      let token = UInt32(pair >> 32)
      let isNew =
        builder.communeTokens.count == start
        || builder.communeTokens[builder.communeTokens.count - 1].token != token
      if isNew {
        var record = CommuneTokenRecord()
        record.token = token
        record.signature = builder.tokens[Int(token)].signature
        record.sound = builder.tokens[Int(token)].sound
        record.postings = Span32(builder.postings.count, builder.postings.count)
        builder.communeTokens.append(record)
      }
      builder.postings.append(UInt32(pair & 0xFFFF_FFFF))
      builder.communeTokens[builder.communeTokens.count - 1].postings.end += 1
    }
    builder.communes[index].tokens = Span32(start, builder.communeTokens.count)
  }
}
