extension StreetFinder {
  /// Names that have all words of the query, in order, the last one last; the only such, or none.
  func findLonger(_ commune: Int, _ choice: Int, _ reading: Int) {
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
  func commonToken(_ token: UInt32, _ range: Range<Int>) -> Int? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if base.communeTokens[middle].token < token { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && base.communeTokens[low].token == token ? low : nil
  }

  func isLonger(_ found: Int) -> Bool {
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

  func isSame(_ asked: Word, _ own: Word) -> Bool {
    if asked == own { return true }
    guard asked.count == 1, asked[0] >= 0x41 else { return false }
    let value = own[0] < 0x3A ? own.number : nil
    return asked[0] == own[0]
      || Lexicon.numeralWords.contains { $0.value == value && $0.word[0] == asked[0] }
  }

  /// Whether the query leaves out nothing but first names and titles.
  func isPlainOmission(_ found: Int) -> Bool {
    let record = base.names[found]
    let omitted = (0..<Int(record.wordCount)).filter { index in
      let token = base.tokens[Int(base.nameWords[Int(record.words) + index])]
      return token.kind == Vocabulary.Kind.ordinary.rawValue
        && !name.words.contains { isSame($0.word, token.word) }
    }
    return omitted.isEmpty
  }
}
