import Comparisons
import TestSupport
import Testing

@Suite struct ChainTests {
  @Test func `parts add up to the total as printed, whatever rounding does`() {
    var chance = Seeded(seed: 3)
    let wrong = (0..<2000).filter { _ in
      let levels = (0...5).map { _ in Double.random(in: 0...100, using: &chance) }
      let chain = Chain(
        start: levels[0], steps: zip(Factor.allCases, levels.dropFirst()).map { .init($0, $1) },
        decimals: 2)
      let printed = Int((levels[5] * 100).rounded()) - Int((levels[0] * 100).rounded())
      return chain.parts.reduce(0) { $0 + $1.units } != chain.total || chain.total != printed
    }
    #expect(wrong == [])
  }

  /// 10 of 100, then 10 of 125, then 15 of 125.
  @Test func `each part is measured with what is before it changed`() {
    let chain = Chain(
      start: 10, steps: [.init(.denominator, 8), .init(.numerator, 12)], decimals: 1)
    #expect(chain.units(of: .denominator) == -20)
    #expect(chain.units(of: .numerator) == 40)
    #expect(chain.units(of: .contours) == nil)
    #expect(chain.figure(chain.total) == 2)
  }

  @Test func `a chain without steps stays where it is`() {
    let chain = Chain(start: 3.14159, steps: [], decimals: 2)
    #expect(chain.end == 3.14159)
    #expect(chain.total == 0)
  }
}
