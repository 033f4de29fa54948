import TestSupport
import Testing

@testable import Rates

/// Fixtures of PHEindicatormethods, to 1e-9 relative.
@Suite(.enabled(if: RealData.isPresent)) struct FixtureTests {
  private func confidence(_ row: [String: String]) -> Confidence {
    row["confidence"] == "0.998" ? .of998 : .of95
  }

  @Test func `proportions and rates with their intervals`() {
    let rows = PublishedTable("rates/phe_rates_proportions.csv").rows
    var checked = 0
    let wrong = rows.compactMap { row -> String? in
      guard let count = row.number("numerator"), let value = row.number("value"),
        let factor = row.number("multiplier")
      else { return nil }
      let whole = row.number("denominator") ?? 1
      let interval =
        row["method"] == "Wilson"
        ? Rate.Interval.wilson(count, of: whole, confidence(row)).scaled(by: factor)
        : bounds(row, count).scaled(by: factor / whole)
      checked += 1
      let isRight =
        agrees(count / whole * factor, value, within: 1e-9)
        && row.number("lower").map { agrees(interval.lower, $0, within: 1e-9) } ?? true
        && row.number("upper").map { agrees(interval.upper, $0, within: 1e-9) } ?? true
      return isRight ? nil : row["case"]
    }
    #expect(wrong == [])
    #expect(checked == 49)
  }

  /// The cases « bw » test the formula of Byar alone, the others what is used under ten too.
  private func bounds(_ row: [String: String], _ count: Double) -> Rate.Interval {
    row["case"]?.hasPrefix("bw") == true
      ? .byar(count, confidence(row)) : .events(count, confidence(row))
  }

  @Test func `direct rates by Dobson`() throws {
    let inputs = Dictionary(grouping: PublishedTable("rates/phe_dsr_inputs.csv").rows) {
      $0["area"] ?? ""
    }
    let expected = PublishedTable("rates/phe_dsr_expected.csv").rows.filter {
      $0["method"] == "Dobson"
    }
    #expect(expected.count == 8)
    for row in expected {
      let strata = (inputs[row["area"] ?? ""] ?? []).map { band in
        Stratum(
          count: band.number("count") ?? 0, population: band.number("pop") ?? 0,
          reference: band.number("stdpop") ?? 0)
      }
      check(row, strata, spread: nil, within: 1e-9)
    }
  }

  /// Printed with eight decimals.
  @Test func `direct rates of events that are not independent`() {
    let weights = PublishedTable("rates/phe_dsr_inputs.csv").rows.filter {
      $0["area"] == "testdata_big"
    }
    .map { $0.number("stdpop") ?? 0 }
    let inputs = Dictionary(
      grouping: PublishedTable("rates/phe_dsr_nonindependent_inputs.csv").rows
    ) {
      $0["area"] ?? ""
    }
    let expected = PublishedTable("rates/phe_dsr_expected.csv").rows.filter {
      $0["method"] != "Dobson"
    }
    #expect(expected.count == 4)
    for row in expected {
      let bands = inputs[row["area"] ?? ""] ?? []
      let strata = zip(bands, weights).map { band, weight in
        Stratum(
          count: band.number("count") ?? 0, population: band.number("pop") ?? 0, reference: weight)
      }
      let spread = bands.map { band in
        (1...4).reduce(0) { $0 + Double($1 * $1) * (band.number("f\($1)") ?? 0) }
      }
      check(row, strata, spread: spread, within: 2e-11)
    }
  }

  private func check(
    _ row: [String: String], _ strata: [Stratum], spread: [Double]?, within tolerance: Double
  ) {
    let rate = StandardisedRate.direct(
      strata, reference: "ESP 2013", per: row.number("multiplier") ?? 0, spread: spread)
    let found = [
      rate?.value, rate?.interval95.lower, rate?.interval95.upper, rate?.interval998.lower,
      rate?.interval998.upper,
    ]
    let columns = ["value", "lower95", "upper95", "lower998", "upper998"]
    #expect((rate == nil) == (row.number("value") == nil), "\(row["area"] ?? "")")
    for (column, number) in zip(columns, found) {
      guard let expected = row.number(column) else { continue }
      #expect(agrees(number ?? 0, expected, within: max(tolerance, 1e-9)), "\(column)")
    }
  }

  @Test func `quantiles by group`() {
    let sizes = ["Quartile": 4, "Decile": 10, "Septile": 7]
    let rows = PublishedTable("rates/phe_quantiles.csv").rows
    #expect(rows.count == 1017)
    let groups = Dictionary(grouping: rows) { row in
      let set = row["GroupSet"] ?? ""
      if set == "None" { return [set, row["QuantileNm"] ?? ""] }
      let region = set == "IndSexReg" ? row["ParentCode"] ?? "" : ""
      return [set, row["QuantileNm"] ?? "", row["Test"] ?? "", row["IndSexRef"] ?? "", region]
    }
    let wrong = groups.filter { key, members in
      let values = members.map { $0.number("Value") }
      let wanted = members.map { $0.number("QuantileInGrp").map { Int($0) } }
      return ![false, true].contains {
        QuantileGroups(values, into: sizes[key[1]] ?? 1, firstIsHighest: $0).groups == wanted
      }
    }
    #expect(wrong.keys.sorted { $0.lexicographicallyPrecedes($1) } == [])
    #expect(groups.count > 5)
  }
}
