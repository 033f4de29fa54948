extension NameReader {
  /// « mil huit cent quatorze » → 1814.
  func number(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>
  ) -> (value: Int, end: Int) {
    var (total, current) = (0, 0)
    var index = range.lowerBound
    var end = index
    while index < range.upperBound {
      let word = tokens[index].word
      let value = Int(lexicon.entry(of: word).numeral)
      if value == 0 {
        guard word == Self.and, end == index, index > range.lowerBound else { break }
        index += 1
        continue
      }
      if value == 1000 {
        total += max(current, 1) * 1000
        current = 0
      } else if value == 100 {
        current = max(current, 1) * value
      } else if value == 20 && current % 100 == 4 {
        current += 76
      } else if current > 0 && value >= current % 100 && current % 100 > 0 {
        break
      } else {
        current += value
      }
      index += 1
      end = index
    }
    return (total + current, max(end, range.lowerBound + 1))
  }

  static func withoutZeros(_ word: Word) -> Word {
    guard word.count > 1, word[0] == 0x30, let number = word.number else { return word }
    return Word(number: number)
  }

  static func roman(_ word: Word, after last: Word?) -> Int? {
    guard word.count > 1 || last.map(kings.contains) == true, word.count < 7 else { return nil }
    var total = 0
    var previous = 10
    for index in 0..<word.count {
      let value: Int
      switch word[index] {
      case UInt8(ascii: "I"): value = 1
      case UInt8(ascii: "V"): value = 5
      case UInt8(ascii: "X"): value = 10
      default: return nil
      }
      total += value > previous ? value - 2 * previous : value
      previous = value
    }
    return total
  }

  private static let and = Word("ET")
  private static let kings = ["LOUIS", "HENRI", "CHARLES", "NAPOLEON", "FRANCOIS", "PIE", "PAUL"]
    .map { Word($0) }
}
