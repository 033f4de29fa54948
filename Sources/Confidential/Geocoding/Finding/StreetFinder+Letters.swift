extension StreetFinder {
  /// The only name of the type whose letters, in one run, are within two of the query's.
  func findByLetters(_ commune: Int, _ choice: Int, _ reading: Int) {
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
      let distance = ownRun.trueDistance(to: askedRun)
      if distance < nearest {
        (best, next, nearest) = (found, nearest, distance)
      } else {
        next = min(next, distance)
      }
    }
    guard best >= 0, next > nearest else { return }
    add(best, choice, reading, .alikeLetters, likeness: 0.8)
  }

  func readRun(_ found: Int) {
    ownRun.clear()
    let record = base.names[found]
    for index in 0..<Int(record.wordCount) {
      let token = base.tokens[Int(base.nameWords[Int(record.words) + index])]
      ownRun.add(token.word, isArticle: token.kind == Vocabulary.Kind.article.rawValue)
    }
  }
}
