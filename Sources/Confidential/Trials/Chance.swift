/// Chance that can be replayed: SplitMix64 (Steele, Lea & Flood 2014).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  /// A sequence of its own for each topic.
  init(seed: UInt64, topic: String) {
    state = topic.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of them.
  mutating func pick<T>(_ things: [T]) -> T {
    precondition(!things.isEmpty, "something to pick from")
    return things[whole(below: things.count)]
  }

  /// From 0 to one below the limit.
  mutating func whole(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// True so often.
  mutating func happens(_ share: Double) -> Bool { Double(next() >> 11) * 0x1p-53 < share }
}
