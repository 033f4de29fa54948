import TestSupport
import Testing

@testable import Rates

@Suite struct RateTests {
  @Test func `a rate carries value, bounds, factor and method`() throws {
    let rate = try #require(Rate.of(65, over: 100, per: 100, method: .wilson))
    #expect(rate.value == 65)
    #expect(rate.per == 100)
    #expect(rate.method == .wilson)
    // PHE testdata_Byars_Wilson: 65 of 100 at 95 %.
    #expect(agrees(rate.interval95.lower, 55.25444328688797, within: 1e-9))
    #expect(agrees(rate.interval95.upper, 73.63575175690247, within: 1e-9))
  }

  @Test(arguments: [0, -3, .nan, .infinity, -.infinity] as [Double])
  func `without a population there is no rate`(population: Double) {
    #expect(Rate.of(3, over: population, per: 100, method: .wilson) == nil)
  }

  /// PHE testdata_Rate, rate19: 250 over 220.
  @Test func `more units than inhabitants is a rate of events, never clipped`() throws {
    let rate = try #require(Rate.of(250, over: 220, per: 100_000, method: .wilson))
    #expect(rate.method == .byar)
    #expect(agrees(rate.value, 113636.36363636365, within: 1e-12))
    #expect(agrees(rate.interval998.lower, 92710.00554438953, within: 1e-9))
    #expect(agrees(rate.interval998.upper, 137651.23772147458, within: 1e-9))
  }

  @Test func `all of the whole stays a proportion`() throws {
    let rate = try #require(Rate.of(50, over: 50, per: 100, method: .wilson))
    #expect(rate.method == .wilson)
    #expect(rate.interval95.upper == 100)
  }
}

/// The published fixtures of PHEindicatormethods, to 1e-9 relative.
@Suite(.enabled(if: RealData.isPresent)) struct PublishedRateTests {
  struct Case {
    let name: String
    let method: Rate.Method
    let count: Int
    let population: Double
    let per: Double
    let is998: Bool
    let expected: [Double?]
  }

  /// Lines with a whole count and every input; the traps of RATES.md have empty bounds.
  private func cases() throws -> [Case] {
    let bytes = try #require(readFile(RealData.path("rates/phe_rates_proportions.csv")))
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .dropFirst()
    return lines.compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard let count = Int(cells[2]), let per = Double(cells[4]) else { return nil }
      let isCount = cells[3].isEmpty && cells[0].hasPrefix("bw")
      guard let population = isCount ? 1 : Double(cells[3]) else { return nil }
      return Case(
        name: cells[0], method: cells[1] == "Wilson" ? .wilson : .byar, count: count,
        population: population, per: per, is998: cells[5] == "0.998",
        expected: cells[6...8].map(Double.init))
    }
  }

  /// The `bw` cases are Byar's bounds of a bare count, also under ten.
  private func figures(of item: Case) -> [Double?] {
    if item.name.hasPrefix("bw") && item.method == .byar {
      let bounds = Rate.Interval.byar(Double(item.count), item.is998 ? .of998 : .of95)
      return [Double(item.count), bounds.lower, bounds.upper]
    }
    let rate = Rate.of(item.count, over: item.population, per: item.per, method: item.method)
    let interval = item.is998 ? rate?.interval998 : rate?.interval95
    return [rate?.value, interval?.lower, interval?.upper]
  }

  @Test func `every published value and bound agrees`() throws {
    let cases = try cases()
    #expect(cases.count >= 40)
    let wrong = cases.filter { item in
      zip(figures(of: item), item.expected).contains { found, expected in
        guard let expected else { return false }
        return !(found.map { agrees($0, expected, within: 1e-9) } ?? false)
      }
    }
    #expect(wrong.map(\.name) == [])
  }
}
