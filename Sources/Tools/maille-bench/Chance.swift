/// Chance that can be replayed: SplitMix64 (Steele, Lea & Flood 2014).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A sequence of its own for one thing among many.
  init(seed: UInt64, of thing: Int) {
    var whole = Chance(seed: seed &+ UInt64(truncatingIfNeeded: thing) &* 0xD1B5_4A32_D192_ED03)
    state = whole.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 to 1.
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// From −1 to 1.
  mutating func balance() -> Double { share() * 2 - 1 }

  /// About normal, mean 0, deviation 1 (the sum of twelve).
  mutating func bell() -> Double { (0..<12).reduce(-6) { sum, _ in sum + share() } }
}
