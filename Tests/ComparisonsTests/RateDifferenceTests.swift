import Comparisons
import Rates
import Testing

@Suite struct RateDifferenceTests {
  private func bounds(_ count: Int, _ whole: Double) throws -> RateBounds {
    let rate = try #require(Rate.of(count, over: whole, per: 1, method: .wilson))
    return RateBounds(
      value: rate.value, lower: rate.interval95.lower, upper: rate.interval95.upper)
  }

  /// Newcombe 1998, table II, method 10.
  @Test(arguments: [
    (56, 70.0, 48, 80.0, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062), (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775), (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0000), (10, 10, 0, 10, 0.6075, 1.0000),
  ])
  func `published intervals are found again`(
    a: Int, m: Double, b: Int, n: Double, lower: Double, upper: Double
  ) throws {
    let difference = RateDifference(from: try bounds(b, n), to: try bounds(a, m))
    #expect(abs(difference.lower - lower) < 5e-5)
    #expect(abs(difference.upper - upper) < 5e-5)
  }

  @Test func `the other way round is the same with the other sign`() throws {
    let (a, b) = (try bounds(56, 70), try bounds(48, 80))
    let up = RateDifference(from: b, to: a)
    let down = RateDifference(from: a, to: b)
    #expect(up.reading == .rise && down.reading == .fall)
    #expect(abs(up.lower + down.upper) < 1e-12)
  }

  /// Overlapping intervals do not prove that two rates are alike; apart ones prove more than needed.
  @Test func `intervals may overlap where the difference is beyond chance`() throws {
    let difference = RateDifference(from: try bounds(48, 80), to: try bounds(56, 70))
    #expect(difference.reading == .rise)
    #expect(!difference.isDisjoint)
    let same = RateDifference(from: try bounds(48, 80), to: try bounds(48, 80))
    #expect(same.reading == .steady)
  }
}
