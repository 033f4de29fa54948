import TestSupport
import Testing

@testable import Crosswalks

@Suite struct ApportionmentTests {
  /// All weights 0…4 of up to four parts.
  private var worlds: [[Int]] {
    (1...4).flatMap { size in
      (0..<size).reduce([[]]) { known, _ in known.flatMap { w in (0...4).map { w + [$0] } } }
    }.filter { $0.contains { $0 > 0 } }
  }

  /// Webster's method as it is told: one unit after the other.
  private func dealt(_ total: Int, _ weights: [Int]) -> [Int] {
    var parts = weights.map { _ in 0 }
    for _ in 0..<total {
      let claims = zip(weights, parts).map { Double($0) / Double(2 * $1 + 1) }
      let best = claims.max() ?? 0
      parts[claims.firstIndex(of: best) ?? 0] += 1
    }
    return parts
  }

  @Test func `units are dealt out one after the other, none lost`() {
    let wrong = worlds.flatMap { weights in
      (0...15).filter { Apportionment.parts(of: $0, by: weights) != dealt($0, weights) }
        .map { "\($0) by \(weights)" }
    }
    #expect(wrong == [])
  }

  @Test func `one unit more takes none back`() {
    let wrong = worlds.filter { weights in
      (0..<15).contains { total in
        zip(
          Apportionment.parts(of: total, by: weights),
          Apportionment.parts(of: total + 1, by: weights)
        ).contains { $0 > $1 }
      }
    }
    #expect(wrong == [])
  }

  @Test func `up to three parts are within one unit of their quota`() {
    let wrong = worlds.filter { $0.count < 4 }.flatMap { weights in
      (0...15).filter { total in
        let sum = weights.reduce(0, +)
        return zip(weights, Apportionment.parts(of: total, by: weights)).contains {
          abs($1 * sum - $0 * total) >= sum
        }
      }.map { "\($0) by \(weights)" }
    }
    #expect(wrong == [])
  }

  @Test func `large numbers do not overflow`() {
    let weights = [1 << 60, 1 << 59, 3]
    let parts = Apportionment.parts(of: 1 << 60, by: weights)
    #expect(parts.reduce(0, +) == 1 << 60)
    #expect(parts.allSatisfy { $0 >= 0 })
    #expect(Apportionment.parts(of: 0, by: weights) == [0, 0, 0])
  }
}
