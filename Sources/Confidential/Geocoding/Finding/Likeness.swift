/// How alike two names are: words aligned in order, each with a weight by what it is.
///
/// A dropped first name or title costs little, another first name much; numbers are never alike;
/// the last word, by which a street is known, must be there.
struct Likeness {
  /// One word of either name.
  struct Part: BitwiseCopyable {
    var word: Word
    var sound: UInt32
    var kind: Vocabulary.Kind
    /// Weight when it has no partner.
    var weight: Float
  }

  var asked: [Part] = []
  var own: [Part] = []
  private var costs: [Float] = []

  static let articleWeight: Float = 0

  /// The cost of a word of the base that the query has not.
  private func dropped(_ index: Int) -> Float {
    let part = own[index]
    if index == own.count - 1 { return part.weight * 1.6 }
    switch part.kind {
    case .firstName: return 0.16
    case .title: return 0.14
    default: return part.weight * 0.8
    }
  }

  /// The cost of a word of the query that the name has not.
  private func added(_ index: Int) -> Float {
    let part = asked[index]
    if index == asked.count - 1 { return part.weight * 1.6 }
    switch part.kind {
    case .firstName: return 0.35
    case .title: return 0.16
    default: return part.weight * 1.2
    }
  }

  /// How alike two words are · 0…1; negative when they cannot be partners.
  static func between(_ left: Part, _ right: Part, isLast: Bool) -> Float {
    if left.word == right.word { return 1 }
    if left.kind == .number || right.kind == .number { return numeral(left, right) }
    let (m, n) = (left.word.count, right.word.count)
    if m == 1 || n == 1 {
      if left.word[0] == right.word[0], !isLast { return m == 1 ? 0.88 : 0.8 }
      return -1
    }
    let limit = EditDistance.tolerance(max(m, n))
    let edits = limit == 0 ? 9 : EditDistance.between(left.word, right.word, atMost: limit)
    if edits <= limit {
      let sameStart: Float = left.word[0] == right.word[0] ? 0 : 0.06
      let sameSound: Float = left.sound == right.sound ? 0.06 : 0
      return 1 - Float(edits) / Float(max(m, n)) * 0.8 - sameStart + sameSound
    }
    if left.sound == right.sound && m > 3 { return 0.85 }
    if m >= 3, m < n, !isLast || m >= 5, right.word.hasPrefix(left.word) {
      return m >= 5 ? 0.84 : 0.8
    }
    if m >= 3, m < n, !isLast || m >= 4, isSkeleton(left.word, of: right.word) { return 0.72 }
    return -1
  }

  /// « Qutare » for 4, « T » for 3.
  private static func numeral(_ asked: Part, _ own: Part) -> Float {
    guard asked.kind != .number, let value = own.word.number else { return -1 }
    let isAlike = Lexicon.numeralWords.contains { number, name in
      guard number == value else { return false }
      return asked.word.count == 1
        ? asked.word[0] == name[0]
        : EditDistance.between(asked.word, name, atMost: 1) <= 1 && name.count > 3
    }
    return isAlike ? 0.85 : -1
  }

  /// « CMDT » of « COMMANDANT »: the first letter and others in order, none a vowel.
  private static func isSkeleton(_ short: Word, of long: Word) -> Bool {
    guard short[0] == long[0] else { return false }
    var place = 0
    for index in 0..<short.count {
      if index > 0, Word(String(UnicodeScalar(short[index]))).isVowelFirst { return false }
      while place < long.count, long[place] != short[index] { place += 1 }
      if place == long.count { return false }
      place += 1
    }
    return true
  }

  /// - Returns: 0…1
  mutating func value() -> Float {
    let (m, n) = (asked.count, own.count)
    if m == 0 || n == 0 { return 0 }
    let width = n + 1
    costs.removeAll(keepingCapacity: true)
    costs.append(contentsOf: repeatElement(0, count: (m + 1) * width))
    for j in 0..<n { costs[j + 1] = costs[j] + dropped(j) }
    for i in 0..<m {
      costs[(i + 1) * width] = costs[i * width] + added(i)
      for j in 0..<n { costs[(i + 1) * width + j + 1] = cost(i, j, width) }
    }
    let total = asked.reduce(0) { $0 + $1.weight } + own.reduce(0) { $0 + $1.weight }
    return max(0, 1 - costs[m * width + n] * 2 / max(total, 0.5))
  }

  private func cost(_ i: Int, _ j: Int, _ width: Int) -> Float {
    var best = min(
      costs[i * width + j + 1] + added(i), costs[(i + 1) * width + j] + dropped(j))
    let isLast = j == own.count - 1
    let likeness = Self.between(asked[i], own[j], isLast: isLast)
    if likeness >= 0 {
      let weight = max(asked[i].weight, own[j].weight)
      best = min(best, costs[i * width + j] + (1 - likeness) * weight)
    }
    if i > 0, asked[i - 1].word.joined(asked[i].word) == own[j].word {
      best = min(best, costs[(i - 1) * width + j] + 0.03)
    }
    if j > 0, own[j - 1].word.joined(own[j].word) == asked[i].word {
      best = min(best, costs[i * width + j - 1] + 0.03)
    }
    return best
  }
}
