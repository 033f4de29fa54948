import Territory
import TestSupport
import Testing

@Suite struct TallyTests {
  @Test func `masked and missing values add as intervals`() {
    let sum = Count(10) + .masked(1...4) + .masked(0...4)
    #expect((sum.lower, sum.upper) == (11, 18))
    #expect(sum.exact == nil)
    let unknown = sum + .missing
    #expect(unknown.upper == nil)
    #expect(unknown.missingParts == 1)
  }

  @Test func `a count too large for the machine saturates`() {
    #expect((Count(.max) + Count(1)).lower == .max)
  }

  /// Seeded rows, cut at every place: the parts add up to the whole.
  @Test func `two halves are the whole`() throws {
    var chance = Seeded(seed: 7)
    let places: [Placement] = [
      .iris(try #require(Iris("212310101"))), .iris(try #require(Iris("212310102"))),
      .commune(try #require(Commune("21231"))), .outside, .unplaced,
    ]
    let rows = (0..<40).map { _ in
      (places.randomElement(using: &chance) ?? .outside, ["F", "H"].randomElement(using: &chance))
    }
    func tally(_ rows: some Sequence<(Placement, String?)>) -> Tally {
      var tally = Tally(unit: .person, dimensions: ["sexe"])
      for (place, sex) in rows { tally.add(Count(1), at: place, category: .init([sex ?? ""])) }
      return tally
    }
    let whole = tally(rows)
    for cut in 0...rows.count {
      var halves = tally(rows.prefix(cut))
      halves.merge(tally(rows.dropFirst(cut)))
      #expect(halves == whole)
    }
    #expect(whole.accounting.rows == 40)
  }
}
