/// A folded word of at most sixteen bytes, in two machine words: compared and hashed without memory.
///
/// Longer words are cut there; no two words of a French street name are told apart by what follows.
struct Word: Hashable, Sendable, BitwiseCopyable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  static let longest = 16

  @inline(__always) init() {}

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// A word of the vocabulary, already folded.
  init(_ text: some StringProtocol) {
    for byte in text.utf8 { append(byte) }
  }

  @inline(__always) init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    for index in range.prefix(Self.longest) { append(bytes[index]) }
  }

  /// The digits of a number.
  init(number: Int) { self.init(String(number)) }

  @inline(__always) var isEmpty: Bool { low == 0 }

  @inline(__always) var count: Int {
    high == 0 ? 8 - low.leadingZeroBitCount / 8 : 16 - high.leadingZeroBitCount / 8
  }

  @inline(__always) subscript(index: Int) -> UInt8 {
    index < 8
      ? UInt8(truncatingIfNeeded: low >> (UInt64(index) &* 8))
      : UInt8(truncatingIfNeeded: high >> (UInt64(index &- 8) &* 8))
  }

  @inline(__always) mutating func append(_ byte: UInt8) {
    let count = count
    if count < 8 {
      low |= UInt64(byte) << (UInt64(count) &* 8)
    } else if count < 16 {
      high |= UInt64(byte) << (UInt64(count &- 8) &* 8)
    }
  }

  /// This word with another one behind it.
  func joined(_ other: Word) -> Word {
    var word = self
    for index in 0..<other.count { word.append(other[index]) }
    return word
  }

  /// The first bytes.
  func prefix(_ length: Int) -> Word {
    var word = Word()
    for index in 0..<min(length, count) { word.append(self[index]) }
    return word
  }

  /// What follows the first bytes.
  func dropping(_ length: Int) -> Word {
    var word = Word()
    for index in min(length, count)..<count { word.append(self[index]) }
    return word
  }

  func hasPrefix(_ other: Word) -> Bool { prefix(other.count) == other }

  @inline(__always) var isNumber: Bool {
    !isEmpty && (0..<count).allSatisfy { self[$0] &- 0x30 < 10 }
  }

  /// The number that its digits write; `nil` when it is not one, or has more than nine digits.
  var number: Int? {
    guard isNumber, count <= 9 else { return nil }
    return (0..<count).reduce(0) { $0 * 10 + Int(self[$1] & 15) }
  }

  @inline(__always) var isVowelFirst: Bool {
    switch self[0] {
    case 0x41, 0x45, 0x49, 0x4F, 0x55, 0x59, 0x48: true
    default: false
    }
  }

  @inline(__always) var hashed: UInt64 { Mixing.mix(Mixing.mix(0, low), high) }

  func hash(into hasher: inout Hasher) { hasher.combine(hashed) }

  /// One bit for each letter or digit that occurs.
  var signature: UInt32 {
    var bits: UInt32 = 0
    for index in 0..<count {
      let byte = self[index]
      bits |= byte >= 0x41 ? 1 << UInt32(byte &- 0x41) : 1 << (26 + UInt32(byte & 15) % 6)
    }
    return bits
  }

  var text: String { String(decoding: (0..<count).map { self[$0] }, as: UTF8.self) }
}

/// The mixing of 64-bit words that all keys of the base use.
enum Mixing {
  @inline(__always) static func mix(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: 0xBF58_476D_1CE4_E5B9 &+ (sum &<< 1))
    return product.high ^ product.low
  }
}
