import Territory
import TestSupport
import Testing

@testable import Intake

@Suite struct ApportionedCountsTests {
  private static let all = Tally.Category()

  @Test(arguments: [
    ([1.0], [1_000_000]), ([0.5, 0.5], [500_000, 500_000]),
    ([1.0, 1.0, 1.0], [333_334, 333_333, 333_333]), ([0.0, 0.0], []), ([], []),
  ])
  func `the shares of a row add up to a million`(weights: [Double], expected: [Int]) {
    let shares = ApportionedShare.shares(weights.enumerated().map { ($0.offset, $0.element) })
    #expect(shares.map(\.millionths) == expected)
  }

  /// Rows of weights, and what is counted in IRIS 0, 1 and 2.
  @Test(arguments: [
    ([[0.6, 0.4, 0]], [1, 0, 0]), ([[0.5, 0.5, 0]], [1, 0, 0]),
    ([[0.5, 0.5, 0], [0.5, 0.5, 0]], [1, 1, 0]),
    ([[0.4, 0.3, 0.3], [0.4, 0.3, 0.3], [0.4, 0.3, 0.3]], [1, 1, 1]),
    ([[0.9, 0.1, 0], [0.9, 0.1, 0], [0.9, 0.1, 0], [0.9, 0.1, 0]], [4, 0, 0]),
  ])
  func `whole numbers go to the largest remainders`(rows: [[Double]], expected: [Int]) {
    var counts = ApportionedCounts()
    for row in rows {
      let weights = row.enumerated().map { (ordinal: $0.offset, weight: $0.element) }
      counts.add(1, at: 9, ApportionedShare.shares(weights), category: Self.all)
    }
    var found = [0, 0, 0]
    for whole in counts.whole { found[whole.ordinal] += whole.count }
    #expect(found == expected)
  }

  @Test func `nothing is lost, and order and halves change nothing`() {
    var chance = Seeded(seed: 5)
    let rows = (0..<500).map { _ in
      (
        place: Int.random(in: 5...7, using: &chance),
        shares: ApportionedShare.shares(
          (0..<4).map { (ordinal: $0, weight: Double.random(in: 0...1, using: &chance)) })
      )
    }
    func counted(_ rows: some Sequence<(place: Int, shares: [ApportionedShare])>)
      -> ApportionedCounts
    {
      var counts = ApportionedCounts()
      for row in rows { counts.add(1, at: row.place, row.shares, category: Self.all) }
      return counts
    }
    let whole = counted(rows).whole.map { [$0.ordinal, $0.count] }
    #expect(whole.reduce(0) { $0 + $1[1] } == 500)
    #expect(counted(rows.shuffled(using: &chance)).whole.map { [$0.ordinal, $0.count] } == whole)
    var halves = counted(rows.prefix(200))
    halves.merge(counted(rows.dropFirst(200)))
    #expect(halves.whole.map { [$0.ordinal, $0.count] } == whole)
  }
}
