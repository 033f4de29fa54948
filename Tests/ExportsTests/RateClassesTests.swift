import TestSupport
import Testing

@testable import Exports

@Suite struct RateClassesTests {
  @Test(
    arguments: [
      ([], []), ([5], []), ([5, 5, 5, 5, 5, 5, 5], []), ([10, 20, 30, 40, 50], []),
      ([10, 20, 30, 40, 50, 60], [40]), ([11, 19, 31, 42, 55, 67], [40]),
      ([0, 0, 0, 0, 0, 7], []), ([0, 0, 0, 5, 6, 7], [5]), ([98, 99, 100, 101, 102, 103], [101]),
      ([1043, 1171, 1290, 1405, 1587, 1633, 1812, 1901, 2377], [1400, 1800]),
    ] as [([Int64], [Int64])])
  func `bounds are the roundest numbers between quantiles`(values: [Int64], bounds: [Int64]) {
    #expect(classes(values).bounds.map(\.scaled) == bounds)
  }

  @Test(arguments: [
    (99, 101, 100), (0, 7, 5), (12, 13, 13), (1234, 1999, 1500), (0, 1, 1), (49, 51, 50),
  ])
  func `the roundest number of a gap is never its lower end`(
    lower: Int64, upper: Int64, expected: Int64
  ) {
    let found = RateClasses.roundest(
      above: FixedPoint(scaled: lower, decimals: 2), upTo: FixedPoint(scaled: upper, decimals: 2))
    #expect(found.scaled == expected)
  }

  @Test func `no class is empty, and classes are about equal where values differ`() {
    var chance = Seeded(seed: 5)
    var failures: [[Int64]] = []
    for _ in 0..<2000 {
      let count = Int.random(in: 0...90, using: &chance)
      let values = Set((0..<count).map { _ in Int64.random(in: 0...9999, using: &chance) }).sorted()
      let classes = classes(values)
      var sizes = [Int](repeating: 0, count: classes.bounds.count + 1)
      for value in values { sizes[classes.index(of: FixedPoint(scaled: value, decimals: 2))] += 1 }
      let spread = (sizes.max() ?? 0) - (sizes.min() ?? 0)
      if !values.isEmpty && sizes.contains(0) || spread > 1 || sizes.count > 5 {
        failures.append(values)
      }
    }
    #expect(failures == [])
  }

  private func classes(_ values: [Int64]) -> RateClasses {
    RateClasses(of: values.map { FixedPoint(scaled: $0, decimals: 2) })
  }
}
