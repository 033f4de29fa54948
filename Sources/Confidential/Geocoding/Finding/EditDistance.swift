/// How many letters two words differ by: added, dropped, changed, or two neighbours exchanged.
///
/// - Source: Myers 1999; Hyyrö 2003 for the exchanges (optimal string alignment)
enum EditDistance {
  /// - Returns: the distance, or `limit + 1` for anything greater
  static func between(_ left: Word, _ right: Word, atMost limit: Int) -> Int {
    if left == right { return 0 }
    let (m, n) = (left.count, right.count)
    if abs(m - n) > limit || m == 0 || n == 0 { return limit + 1 }
    var (positive, negative) = ((UInt32(1) << UInt32(m)) &- 1, UInt32(0))
    var (diagonal, lastMatches) = (UInt32(0), UInt32(0))
    var distance = m
    let top = UInt32(1) << UInt32(m - 1)
    for place in 0..<n {
      let matches = mask(of: right[place], in: left, m)
      let exchange = ((~diagonal & matches) << 1) & lastMatches
      diagonal = (((matches & positive) &+ positive) ^ positive) | matches | negative | exchange
      var plus = negative | ~(diagonal | positive)
      var minus = diagonal & positive
      if plus & top != 0 { distance += 1 }
      if minus & top != 0 { distance -= 1 }
      plus = plus << 1 | 1
      minus = minus << 1
      positive = minus | ~(diagonal | plus)
      negative = plus & diagonal
      lastMatches = matches
    }
    return min(distance, limit + 1)
  }

  /// The places of a letter in a word, all bytes at once.
  @inline(__always)
  private static func mask(of byte: UInt8, in word: Word, _ count: Int) -> UInt32 {
    let low = bits(word.low, byte)
    let high = count > 8 ? bits(word.high, byte) : 0
    return (low | high << 8) & ((1 << UInt32(count)) &- 1)
  }

  @inline(__always) private static func bits(_ word: UInt64, _ byte: UInt8) -> UInt32 {
    let difference = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    let zeros =
      ~(((difference & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | difference
      | 0x7F7F_7F7F_7F7F_7F7F)
    return UInt32(truncatingIfNeeded: ((zeros >> 7) &* 0x0102_0408_1020_4080) >> 56)
  }

  /// How many edits a word of a length may hold and still be itself.
  static func tolerance(_ length: Int) -> Int {
    length < 4 ? 0 : length < 6 ? 1 : length < 11 ? 2 : 3
  }
}
