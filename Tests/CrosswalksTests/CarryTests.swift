import Boundaries
import Crosswalks
import Diagnostics
import Territory
import TestSupport
import Testing

@Suite struct CarryTests {
  private let crosswalk: Crosswalk

  /// One IRIS cut in two fifths and three, one whole; a third of the new edition comes from nowhere.
  init() throws {
    crosswalk = try Crosswalk.between(
      contours(
        "IRIS 2020",
        [("211230101", box(0, 0, 500, 300)), ("211230102", box(500, 0, 300, 300))]),
      contours(
        "IRIS 2024",
        [
          ("211230103", box(0, 0, 200, 300)), ("211230104", box(200, 0, 300, 300)),
          ("211230102", box(500, 0, 300, 300)), ("211230105", box(900, 0, 300, 300)),
        ])
    ).0
  }

  private let cut = Placement.iris(iris("211230101"))
  private let first = Placement.iris(iris("211230103"))
  private let second = Placement.iris(iris("211230104"))

  @Test func `a masked interval stays one, its bounds dealt out, and stays masked`() {
    var tally = Tally(unit: .count)
    tally.add(.masked(1...9), at: cut)
    let carried = tally.carried(by: crosswalk).0
    let parts = [carried.count(at: first), carried.count(at: second)]
    #expect(parts.map(\.lower) == [0, 1])
    #expect(parts.map(\.upper) == [4, 5])
    #expect(parts.allSatisfy { $0.exact == nil && $0.maskedParts == 1 })
  }

  @Test func `what is missing is missing in every part`() {
    var tally = Tally(unit: .count)
    tally.add(.missing, at: cut)
    tally.add(Count(5), at: cut)
    let carried = tally.carried(by: crosswalk).0
    for place in [first, second] {
      #expect(carried.count(at: place).upper == nil)
      #expect(carried.count(at: place).missingParts == 1)
    }
    #expect(carried.count(at: first).lower + carried.count(at: second).lower == 5)
  }

  /// Ten categories of one unit each: rounded alone, all would go to the larger part.
  @Test func `categories are dealt out so that their total is right too`() {
    var tally = Tally(unit: .person, dimensions: ["age"])
    for age in 0..<10 { tally.add(Count(1), at: cut, category: .init(["\(age)"])) }
    let carried = tally.carried(by: crosswalk).0
    #expect(carried.count(at: first).exact == 4)
    #expect(carried.count(at: second).exact == 6)
    for category in tally.categories {
      let parts = [first, second].map { carried.count(at: $0) { $0 == category }.exact ?? -1 }
      #expect(parts.sorted() == [0, 1])
    }
  }

  @Test func `an IRIS that nothing leads to is missing, not empty`() {
    var tally = Tally(unit: .person)
    tally.add(Count(8), at: .iris(iris("211230102")))
    let carried = tally.carried(by: crosswalk).0
    #expect(carried.count(at: .iris(iris("211230105"))).missingParts == 1)
    #expect(carried.count(at: .iris(iris("211230102"))).exact == 8)
    #expect(crosswalk.carried([iris("211230102"): 3])[iris("211230105")] == nil)
  }

  @Test func `rows of a commune, outside and unplaced stay, and the accounting is the file's`() {
    var tally = Tally(unit: .person)
    let commune = iris("211230101").commune
    for place in [cut, .ambiguous(commune), .commune(commune), .outside, .unplaced] {
      tally.add(Count(1), at: place)
    }
    let carried = tally.carried(by: crosswalk).0
    #expect(carried.accounting == tally.accounting)
    for place in [Placement.ambiguous(commune), .commune(commune), .outside, .unplaced] {
      #expect(carried.count(at: place).exact == 1)
    }
  }

  @Test func `a code of no IRIS of the old edition is left to its commune and told`() {
    var tally = Tally(unit: .person)
    tally.add(Count(4), at: .iris(iris("211230999")))
    let (carried, problems) = tally.carried(by: crosswalk)
    #expect(carried.count(at: .commune(iris("211230999").commune)).exact == 4)
    #expect(problems.count(of: "crosswalks.unknown-iris") == 1)
  }

  /// Seeded counts of all kinds: bounds stay in order and add up.
  @Test func `bounds add up to those before, whatever is dealt out`() {
    var wrong: [UInt64] = []
    for seed in 0..<300 as Range<UInt64> {
      var chance = Seeded(seed: seed)
      var tally = Tally(unit: .count, dimensions: ["k"])
      var lower = 0
      var upper = 0
      for label in ["a", "b", "c", "d"] {
        let low = Int.random(in: 0...6, using: &chance)
        let high = low + Int.random(in: 0...5, using: &chance)
        let isMasked = Bool.random(using: &chance)
        tally.add(isMasked ? .masked(low...high) : Count(low), at: cut, category: .init([label]))
        lower += low
        upper += isMasked ? high : low
      }
      let carried = tally.carried(by: crosswalk).0
      let parts = tally.categories.flatMap { category in
        [first, second].map { carried.count(at: $0) { $0 == category } }
      }
      let isRight =
        parts.reduce(0) { $0 + $1.lower } == lower
        && parts.reduce(0) { $0 + ($1.upper ?? -1) } == upper
        && parts.allSatisfy { $0.lower <= $0.upper ?? -1 }
      if !isRight { wrong.append(seed) }
    }
    #expect(wrong == [])
  }

  @Test func `the parts of a population add up to it to the last bit, in any order`() {
    var chance = Seeded(seed: 4)
    let wrong = (0..<500).filter { _ in
      let people = Double.random(in: 0...5000, using: &chance)
      let carried = crosswalk.carried([iris("211230101"): people])
      let parts = [carried[iris("211230103")] ?? -1, carried[iris("211230104")] ?? -1]
      return parts[0] + parts[1] != people || abs(parts[0] - people * 0.4) > 1e-5
    }
    #expect(wrong == [])
    #expect(crosswalk.carried([iris("211230102"): 5])[iris("211230103")] == nil)
  }
}
