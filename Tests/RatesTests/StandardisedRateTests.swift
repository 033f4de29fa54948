import TestSupport
import Testing

@testable import Rates

@Suite struct StandardisedRateTests {
  /// By hand: 2/100 and 30/200 with weights 3 and 1 give (0.06 + 0.15) / 4.
  @Test func `a direct rate weighs the classes as the reference does`() throws {
    let strata = [
      Stratum(count: 2, population: 100, reference: 3),
      Stratum(count: 30, population: 200, reference: 1),
    ]
    let rate = try #require(StandardisedRate.direct(strata, reference: "essai", per: 1000))
    #expect(agrees(rate.value, 52.5, within: 1e-14))
    #expect(rate.method == .dobson && rate.reference == "essai")
  }

  @Test func `a class of the reference without population has no rate`() {
    let strata = [
      Stratum(count: 20, population: 100, reference: 3),
      Stratum(count: 0, population: 0, reference: 1),
    ]
    #expect(StandardisedRate.direct(strata, reference: "essai", per: 100) == nil)
  }

  /// By hand: 15 observed, 100 · 0.02 + 200 · 0.04 = 10 expected.
  @Test func `an index is observed over expected, base 100`() throws {
    let strata = [
      Stratum(count: 5, population: 100, reference: 0.02),
      Stratum(count: 10, population: 200, reference: 0.04),
    ]
    let index = try #require(StandardisedRate.index(strata, reference: "France"))
    let events = Rate.Interval.events(15, .of95)
    #expect(agrees(index.value, 150, within: 1e-14))
    #expect(agrees(index.interval95.lower, events.lower * 10, within: 1e-14))
    #expect(agrees(index.interval95.upper, events.upper * 10, within: 1e-14))
    #expect(StandardisedRate.index([], reference: "France") == nil)
  }

  /// SciPy 1.17, chi-square quantiles in the formula of Fay & Feuer.
  @Test(
    .enabled(if: RealData.isPresent),
    arguments: [
      (
        "testdata_big",
        [971.8425961138527, 1118.8105351221814, 932.5462465071512, 1163.152910980322]
      ),
      (
        "testdata_small",
        [87.81063490906357, 137.71300293620175, 76.56531425934745, 154.24509106018616]
      ),
    ])
  func `the gamma interval is SciPy's`(area: String, expected: [Double]) throws {
    let strata = PublishedTable("rates/phe_dsr_inputs.csv").rows.filter { $0["area"] == area }.map {
      band in
      Stratum(
        count: band.number("count") ?? 0, population: band.number("pop") ?? 0,
        reference: band.number("stdpop") ?? 0)
    }
    let rate = try #require(
      StandardisedRate.direct(strata, reference: "ESP 2013", per: 10_000, method: .fayFeuer))
    let found = [
      rate.interval95.lower, rate.interval95.upper, rate.interval998.lower, rate.interval998.upper,
    ]
    #expect(zip(found, expected).allSatisfy { agrees($0, $1, within: 1e-9) })
  }
}
