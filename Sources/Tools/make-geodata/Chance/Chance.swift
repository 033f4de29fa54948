/// Chance that a seed decides: the same seed gives the same town on every machine.
///
/// Each topic draws from a stream of its own, so that one more draw for the streets does not move
/// the census. Shuffling and picking are written here because the standard library promises no
/// particular algorithm.
///
/// - Source: SplitMix64 (Steele, Lea & Flood 2014); FNV-1a for the topics
struct Chance: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64, topic: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in topic.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// In 0 ..< 1, 53 bits.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  mutating func between(_ lower: Double, _ upper: Double) -> Double {
    lower + (upper - lower) * unit()
  }

  mutating func whole(below bound: Int) -> Int { Int(unit() * Double(bound)) }

  mutating func happens(_ share: Double) -> Bool { unit() < share }

  /// Mean 0, variance 1, within ±6: a sum of twelve, so that no logarithm is asked of the C library.
  mutating func bell() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += unit() }
    return sum
  }
}

extension Chance {
  mutating func pick<T>(_ items: [T]) -> T { items[whole(below: items.count)] }

  /// One index, by weights that need not add up to one.
  mutating func index(weights: [Double]) -> Int {
    var rest = unit() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }

  mutating func shuffled<T>(_ items: [T]) -> [T] {
    var items = items
    for last in stride(from: items.count - 1, to: 0, by: -1) {
      items.swapAt(last, whole(below: last + 1))
    }
    return items
  }
}
