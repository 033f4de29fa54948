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

  /// The same as `distance`, but for three, where two slips may have met on one place: `Remparts`
  /// with p and e exchanged and the m between them lost, `Rpearts`.
  ///
  /// - Complexity: O(1) nearly always, O(n²) of the letters where the distance is three
  func trueDistance(to other: LetterRun) -> Int {
    let distance = distance(to: other)
    return distance == 3 ? min(3, slips(to: other)) : distance
  }

  /// - Source: Lowrance & Wagner 1975, edits between the exchanged letters allowed
  private func slips(to other: LetterRun) -> Int {
    let (own, typed) = (letters, other.letters)
    let width = typed.count + 2
    let far = own.count + typed.count
    var costs = [Int](repeating: far, count: (own.count + 2) * width)
    for i in 0...own.count { costs[(i + 1) * width + 1] = i }
    for j in 0...typed.count { costs[width + j + 1] = j }
    var lastRow = [Int](repeating: 0, count: 128)
    for i in 1...max(1, own.count) where i <= own.count {
      var lastMatch = 0
      for j in 1...max(1, typed.count) where j <= typed.count {
        let (row, match) = (lastRow[Int(typed[j - 1] & 127)], lastMatch)
        let isSame = own[i - 1] == typed[j - 1]
        if isSame { lastMatch = j }
        let change = costs[i * width + j] + (isSame ? 0 : 1)
        let edit = min(costs[(i + 1) * width + j], costs[i * width + j + 1]) + 1
        let exchange = costs[row * width + match] + (i - row - 1) + 1 + (j - match - 1)
        costs[(i + 1) * width + j + 1] = min(change, edit, exchange)
      }
      lastRow[Int(own[i - 1] & 127)] = i
    }
    return costs[(own.count + 1) * width + typed.count + 1]
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
