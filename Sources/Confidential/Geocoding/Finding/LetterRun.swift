/// All letters of a name in one run of at most 64, for the last rung: typos that fall on spaces,
/// hyphens and apostrophes cut words where the name has none.
struct LetterRun {
  private(set) var letters: [UInt8] = []
  /// Letters of the words that count.
  private(set) var coreCount = 0

  mutating func clear() {
    letters.removeAll(keepingCapacity: true)
    coreCount = 0
  }

  mutating func add(_ word: Word, isArticle: Bool) {
    let count = min(word.count, 64 - letters.count)
    for index in 0..<max(0, count) { letters.append(word[index]) }
    if !isArticle { coreCount += word.count }
  }

  /// How many letters two runs differ by, exchanges of neighbours counted once.
  ///
  /// - Source: Hyyrö 2003, as in `EditDistance`
  func distance(to other: LetterRun) -> Int {
    let (m, n) = (letters.count, other.letters.count)
    if m == 0 || n == 0 { return max(m, n) }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 128) { places in
      places.initialize(repeating: 0)
      for (index, letter) in letters.enumerated() {
        places[Int(letter & 127)] |= 1 << UInt64(index)
      }
      var (positive, negative): (UInt64, UInt64) = (.max, 0)
      var (diagonal, last): (UInt64, UInt64) = (0, 0)
      var distance = m
      let top = UInt64(1) << UInt64(m - 1)
      for letter in other.letters {
        let matches = places[Int(letter & 127)]
        let exchange = ((~diagonal & matches) << 1) & last
        diagonal = (((matches & positive) &+ positive) ^ positive) | matches | negative | exchange
        let plus = negative | ~(diagonal | positive)
        let minus = diagonal & positive
        if plus & top != 0 { distance += 1 }
        if minus & top != 0 { distance -= 1 }
        positive = (minus << 1) | ~(diagonal | (plus << 1 | 1))
        negative = (plus << 1 | 1) & diagonal
        last = matches
      }
      return distance
    }
  }
}
