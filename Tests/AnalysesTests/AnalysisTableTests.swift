import Disclosure
import Population
import Rates
import Territory
import TestSupport
import Testing

@testable import Analyses

/// Analyses of a small town, judged by hand and by the formulas of `Rates`, whose own judges are published
/// tables.
@Suite struct AnalysisTableTests {
  private let town = AnalysedTown()

  private func lines(
    _ methods: [Analysis.Method], standard: Standard? = nil
  ) throws -> [AnalysisTable.Line] {
    AnalysisTable(
      [Analysis(indicator: "tous", methods: methods, standard: standard)],
      of: try town.release(), neighbours: town.chain, inhabited: Set(town.irises)
    ).lines
  }

  @Test func `a withheld area has no line, whatever the method`() throws {
    let release = try town.release()
    let hidden = release.rows.filter { $0.figures[0].status == .withheld }.map(\.zone)
    #expect(hidden.count >= 2)
    let all = try lines(Analysis.Method.allCases, standard: town.standard)
    #expect(all.filter { $0.zone.map(hidden.contains) ?? false } == [])
    #expect(Set(all.map(\.method)) == Set(Analysis.Method.allCases))
  }

  @Test func `a direct rate needs every class shown`() throws {
    let rates = try lines([.dobson], standard: town.standard)
    let release = try town.release()
    for row in release.rows {
      let isWhole = (1...2).allSatisfy {
        row.figures[$0].count != nil && row.figures[$0].rate != nil
      }
      #expect(rates.contains { $0.zone == row.zone } == isWhole)
    }
  }

  /// 30 of 600 and 40 of 400; reference 1,000 and 1,000, rates 4 % and 8 %.
  @Test func `the worked example of the page`() throws {
    let standard = town.standard
    let direct = try lines([.dobson], standard: standard).first { $0.zone == .iris(town.irises[0]) }
    #expect(abs((direct?.value ?? 0) - 7.5) < 1e-12)
    let index = try lines([.indirect], standard: standard).first {
      $0.zone == .iris(town.irises[0])
    }
    #expect(abs((index?.value ?? 0) - 125) < 1e-12 && index?.reference == "France, RP2022")
  }

  @Test func `the funnel is that of the whole territory`() throws {
    let release = try town.release()
    let whole = try #require(release.rows.last?.figures[0])
    let rate = Double(whole.count ?? 0) / (whole.denominator ?? 1)
    let limits = FunnelLimits(around: rate, method: .wilson)
    for line in try lines([.funnel]) {
      let figure = try #require(release.rows.first { $0.zone == line.zone }?.figures[0].shown)
      #expect(line.word == limits.position(of: figure).rawValue)
    }
  }
}

/// Eight IRIS in a row, two classes each.
struct AnalysedTown {
  let irises = (1...8).compactMap { Iris("21231000\($0)") }
  let standard = Standard(
    reference: "France, RP2022",
    classes: [
      .init(part: "jeunes", inhabitants: 1000, rate: 0.04),
      .init(part: "aines", inhabitants: 1000, rate: 0.08),
    ])
  private let counts = [
    [30, 40], [50, 60], [4, 5], [44, 2], [70, 80], [25, 35], [33, 30], [52, 47],
  ]
  private let populations = [
    [600.0, 400], [900, 700], [500, 400], [800, 200], [900, 900], [400, 600], [700, 500],
    [800, 650],
  ]

  var chain: [Iris: [Iris]] {
    var chain: [Iris: [Iris]] = [:]
    for (left, right) in zip(irises, irises.dropFirst()) {
      chain[left, default: []].append(right)
      chain[right, default: []].append(left)
    }
    return chain
  }

  func release() throws -> Release {
    var tally = Tally(unit: .person, dimensions: ["age"])
    for (iris, numbers) in zip(irises, counts) {
      for (label, number) in zip(["jeunes", "aines"], numbers) {
        tally.add(Count(number), at: .iris(iris), category: .init([label]))
      }
    }
    return try Protection.release(
      of: [table("tous", tally, [0, 1]), table("jeunes", tally, [0]), table("aines", tally, [1])],
      rule: ProtectionRule(threshold: 11)
    ).release
  }

  private func table(_ id: String, _ tally: Tally, _ classes: [Int]) -> IndicatorTable {
    let labels = classes.map { ["jeunes", "aines"][$0] }
    let inhabitants = populations.map { row in classes.reduce(0) { $0 + row[$1] } }
    let values = Dictionary(uniqueKeysWithValues: zip(irises, inhabitants))
    return IndicatorTable.make(
      definition: IndicatorDefinition(
        id: id, title: id, source: "cpam", unit: .person, numeratorVintage: "2025",
        denominatorLabel: "Population", denominatorVintage: "RP2022", per: 100, method: .wilson),
      numerator: tally, where: { labels.contains($0.labels[0]) },
      denominator: .population(
        .init(
          vintage: CensusVintage(year: 2022), columns: ["P22_POP"], label: "Population",
          values: values)), irises: irises
    ).0
  }
}
