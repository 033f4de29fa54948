import Comparisons
import Diagnostics
import Testing

@Suite struct ReleaseComparisonTests {
  private func row(_ comparison: Comparison, _ code: String) throws -> Comparison.Row {
    try #require(comparison.rows.first { $0.zone.code == code })
  }

  @Test func `a change is told by denominator and numerator`() throws {
    let before = try release("2024", [("212310101", 10, 100, ""), ("21231", 10, 100, "")])
    let after = try release("2025", [("212310101", 15, 125, ""), ("21231", 15, 125, "")])
    let (comparison, problems) = Comparison.between(before, after)
    let chain = try #require(try row(comparison, "212310101").chain)
    #expect(chain.units(of: .denominator) == -200)
    #expect(chain.units(of: .numerator) == 400)
    #expect(chain.units(of: .contours) == nil)
    #expect(problems.isEmpty)
    #expect(
      comparison.text().split(separator: "\n")[1]
        == "tx, commune 21231 : 10,00 → 12,00, écart +2,00 = dénominateur −2,00 + numérateur +4,00 ; [−6,74 ; 10,19] stable"
    )
  }

  /// All pairs of statuses: a number appears only where both years show it.
  @Test func `nothing is told of a figure that either year withholds`() throws {
    let statuses = ["", "c", "n", "x", "m", "e"]
    var told: [String] = []
    for first in statuses {
      for second in statuses {
        let before = try release("2024", [("212310101", first == "" ? 77 : nil, 100, first)])
        let after = try release("2025", [("212310101", second == "" ? 78 : nil, 100, second)])
        let (comparison, _) = Comparison.between(before, after)
        let everything =
          String(decoding: comparison.table(), as: UTF8.self) + comparison.markdown()
        if everything.contains("77") || everything.contains("78") { told.append(first + second) }
      }
    }
    #expect(told == [""])
  }

  /// A file that prints a number beside a status that withholds it is not repeated.
  @Test func `a number that should not be there is not repeated`() throws {
    let before = try release("2024", [("212310101", 77, 100, "c")])
    let after = try release("2025", [("212310101", 20, 100, "")])
    let (comparison, _) = Comparison.between(before, after)
    #expect(!String(decoding: comparison.table(), as: UTF8.self).contains("77"))
    #expect(try row(comparison, "212310101").chain == nil)
  }

  @Test func `another edition without a passage leaves communes alone to compare`() throws {
    let before = try release(
      "2024", edition: "IRIS 2020", [("212310102", 10, 100, ""), ("21231", 10, 100, "")])
    let after = try release("2025", [("212310102", 12, 100, ""), ("21231", 12, 100, "")])
    let (comparison, problems) = Comparison.between(before, after)
    #expect(try row(comparison, "212310102").chain == nil)
    #expect(try row(comparison, "21231").chain != nil)
    #expect(problems.count(of: "comparisons.other-edition") == 1)
  }

  @Test func `by a passage the contours have their own part, and estimates are marked`() throws {
    let before = try release(
      "2024", edition: "IRIS 2020",
      [("212310101", 40, 400, ""), ("212310102", 30, 100, ""), ("21231", 70, 500, "")])
    let after = try release(
      "2025",
      [
        ("212310102", 30, 100, ""), ("212310103", 30, 200, ""), ("212310104", 20, 200, ""),
        ("21231", 80, 500, ""),
      ])
    let (comparison, _) = Comparison.between(before, after, crosswalk: try halves())
    let cut = try row(comparison, "212310103")
    #expect(cut.origin == .estimated)
    #expect(cut.chain?.start == 10)
    #expect(cut.chain?.units(of: .numerator) == 500)
    let whole = try row(comparison, "212310102")
    #expect(whole.origin == .carried)
    #expect(whole.chain?.units(of: .contours) == 0)
    #expect(whole.chain?.total == 0)
  }

  @Test func `a withheld cell stays withheld wherever a share of it goes`() throws {
    let before = try release(
      "2024", edition: "IRIS 2020", [("212310101", nil, 400, "c"), ("212310102", 30, 100, "")])
    let after = try release(
      "2025",
      [("212310102", 30, 100, ""), ("212310103", 30, 200, ""), ("212310104", 20, 200, "")])
    let (comparison, _) = Comparison.between(before, after, crosswalk: try halves())
    for code in ["212310103", "212310104"] {
      let row = try row(comparison, code)
      #expect(row.statusBefore == "c")
      #expect(row.chain == nil && row.difference == nil)
    }
  }

  @Test func `the summary has twelve lines at most`() throws {
    let rows = (0..<9).map { ("2123\($0)", Optional(10), 100.0, "") }
    let before = try release("2024", rows)
    let (comparison, _) = Comparison.between(before, before)
    #expect(comparison.text().split(separator: "\n").count <= 12)
  }
}

@Suite struct SeriesTests {
  private func lines(_ series: Series) -> [String] {
    String(decoding: series.table(), as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test func `years are told on the last geography, each number with its origin`() throws {
    let before = try release(
      "2020", edition: "IRIS 2020",
      [("212310101", 41, 400, ""), ("212310102", nil, 100, "c"), ("21231", 71, 500, "")])
    let after = try release(
      "2024",
      [("212310102", 30, 100, ""), ("212310103", 30, 200, ""), ("212310104", 20, 200, "")])
    let series = try Series([before, after], crosswalks: [try halves()])
    let told = lines(series)
    #expect(told.contains { $0.hasPrefix("iris;212310102;tx;2020;;IRIS 2024;;100.0;;;;c;porte") })
    #expect(told.contains { $0.hasPrefix("iris;212310103;tx;2020;;IRIS 2024;21;200.0;10.50;") })
    #expect(told.contains { $0.hasPrefix("iris;212310104;tx;2020;;IRIS 2024;20;200.0;10.00;") })
    #expect(told.contains { $0.hasSuffix(";porte_estime") })
    #expect(told.contains { $0.hasPrefix("iris;212310103;tx;2024;") && $0.hasSuffix(";;publie") })
  }

  @Test func `a release on another geography without a passage is refused`() throws {
    let before = try release("2020", edition: "IRIS 2020", [("212310101", 41, 400, "")])
    let after = try release("2024", [("212310103", 30, 200, "")])
    let problem = #expect(throws: Problem.self) { try Series([before, after], crosswalks: []) }
    #expect(problem?.code == "comparisons.no-crosswalk")
  }
}
