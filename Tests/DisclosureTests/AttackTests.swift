import Rates
import Territory
import TestSupport
import Testing

@testable import Disclosure

/// The attack must break a bad release: each test spoils a good one, or writes one that is known to
/// be broken.
@Suite struct AttackTests {
  private let town: Town

  init() throws { town = try Town(irises: 6) }

  private func published(
    _ counts: [Int?], total: Int?, threshold: Int, zerosAreWithheld: Bool = false
  ) -> Release {
    let table = town.table(town.tally([]))
    let rows = zip(town.zones.prefix(counts.count - 1) + [.unlocated(town.commune)], counts).map {
      Release.Row(zone: $0, figures: [Release.Figure(count: $1)])
    }
    return Release(
      indicators: [table.definition],
      rows: rows + [
        Release.Row(zone: .commune(town.commune), figures: [Release.Figure(count: total)])
      ],
      threshold: threshold, zerosAreWithheld: zerosAreWithheld)
  }

  private func intervals(_ release: Release) -> [[Int?]] {
    Attack(on: release).findings().map { [$0.lower, $0.upper] }
  }

  /// The cases `ex_singleton`, `zero_problem` and both columns of `ex_safe` of the project's
  /// references, as one sum; their intervals were checked there by linear programs.
  @Test func `known intervals are found`() {
    let singleton = published([nil, 2, nil, 0], total: 4, threshold: 2, zerosAreWithheld: true)
    #expect(intervals(singleton) == [[0, 2], [0, 2]])
    let zero = published([nil, nil, 7, 0], total: 7, threshold: 3, zerosAreWithheld: true)
    #expect(intervals(zero) == [[0, 0], [0, 0]])
    let row = published([nil, nil, 30, 0], total: 53, threshold: 11, zerosAreWithheld: true)
    #expect(intervals(row) == [[0, 23], [0, 23]])
  }

  @Test func `where zeros are shown a withheld cell holds somebody`() {
    let release = published([nil, nil, nil, 30, 0], total: 53, threshold: 11)
    #expect(intervals(release) == [[1, 21], [1, 21], [1, 21]])
  }

  @Test(
    arguments: [
      ("one cell is the rest of the total", [nil, 40, 30, 0], 90),
      ("two cells that share too little", [nil, nil, 30, 0], 41),
      ("a shown cell is small", [10, 40, 30, 0], 80),
      ("a shown total is small", [0, 0, 7, 0], 7),
    ] as [(String, [Int?], Int)])
  func `a bad release is broken`(_ story: String, counts: [Int?], total: Int) {
    let release = published(counts, total: total, threshold: 11)
    #expect(!Attack(on: release).breaches().isEmpty, "\(story)")
  }

  @Test func `two cells that share enough are not broken`() {
    let release = published([nil, nil, 30, 0], total: 42, threshold: 11)
    #expect(Attack(on: release).breaches().isEmpty)
  }

  @Test func `somebody alone takes himself off the sum`() {
    let release = published([nil, nil, 30, 0], total: 60, threshold: 11)
    #expect(Attack(on: release).isTold(alone: town.zones[0], in: 0))
    let three = published([nil, nil, nil, 0], total: 60, threshold: 11)
    #expect(!Attack(on: three).isTold(alone: town.zones[0], in: 0))
  }

  @Test func `full neighbours give a cell away where the rate is a share`() {
    let table = town.table(
      town.tally([[Count(20)], [Count(30)], [Count(90)]] + [[.zero]]),
      population: [20, 31, 1000, 500, 500, 500])
    let figures = [nil, nil, 90, 0, 0, 0, 0, 141].enumerated().map { row, count in
      Release.Figure(count: count, denominator: table.measures[row].denominator)
    }
    let rows = zip(table.measures, figures).map { Release.Row(zone: $0.zone, figures: [$1]) }
    let release = Release(
      indicators: [table.definition], rows: rows, threshold: 11, zerosAreWithheld: false)
    #expect(intervals(release) == [[20, 20], [31, 31]])
    #expect(!Attack(on: release).breaches().isEmpty)
  }

  /// Every withheld cell of a good release shown again, one at a time; every withheld rate too.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a release with one cell too many is broken`(seed: UInt64) throws {
    var chance = Seeded(seed: seed)
    let counts = town.zones.map { _ in
      Int.random(in: 0...3, using: &chance) == 0
        ? Int.random(in: 2...9, using: &chance) : Int.random(in: 11...60, using: &chance)
    }
    let table = town.table(
      town.tally(counts.map { [Count($0)] }), population: town.irises.map { _ in 2000 })
    let release = try Protection.release(of: [table], rule: ProtectionRule(threshold: 11)).release
    var unnoticed: [Zone] = []
    for (index, row) in release.rows.enumerated() where row.figures[0].status == .withheld {
      let measure = table.measures[index]
      let count = release.replacing(
        index,
        by: Release.Figure(count: measure.numerator.exact, denominator: measure.denominator))
      if Attack(on: count).breaches().isEmpty { unnoticed.append(row.zone) }
      guard let rate = measure.rate else { continue }
      let trace = release.replacing(
        index,
        by: Release.Figure(
          status: .withheld, count: nil, denominator: 2000, rate: rate, comparison: nil))
      if Attack(on: trace).breaches().isEmpty { unnoticed.append(row.zone) }
    }
    #expect(unnoticed == [])
  }

  @Test func `a total of a wholly withheld indicator must not come back`() throws {
    let tally = town.tally(
      [[20, 3], [25, 0], [60, 2]].map { $0.map { Count($0) } }, labels: ["F", "H"])
    let tables = [town.table(tally, id: "tous"), town.table(tally, id: "femmes", of: ["F"])]
    let release = try Protection.release(of: tables, rule: ProtectionRule(threshold: 11)).release
    #expect(Attack(on: release).breaches().isEmpty)
    let last = release.rows.count - 1
    #expect(release.rows[last].figures[1].status == .withheld)
    let spoilt = release.replacing(last, 1, by: Release.Figure(count: 105))
    #expect(!Attack(on: spoilt).breaches().isEmpty)
  }

  @Test func `a denominator of a withheld row must not come back`() throws {
    let covered = town.tally([100, 50, 7, 200, 80, 60].map { [Count($0)] })
    let table = town.table(town.tally([40, 45, 0, 60, 30, 20].map { [Count($0)] }), over: covered)
    let release = try Protection.release(of: [table], rule: ProtectionRule(threshold: 11)).release
    let withheld = try #require(release.rows.firstIndex { $0.figures[0].status == .withheld })
    let spoilt = release.replacing(
      withheld,
      by: Release.Figure(status: .withheld, count: nil, denominator: 50, rate: nil, comparison: nil)
    )
    #expect(!Attack(on: spoilt).breaches().isEmpty)
  }

  /// Everybody less the first, second, third and fourth age is the fifth, that nobody published.
  @Test func `what many indicators leave is found`() throws {
    let labels = ["a", "b", "c", "d", "e"]
    let tally = town.tally(
      town.zones.indices.map { row in
        [20, 21, 22, 23, row == 2 ? 4 : 24].map { Count($0) }
      }, labels: labels)
    let tables =
      [town.table(tally, id: "tous")]
      + labels.dropLast().map { town.table(tally, id: $0, of: [$0]) }
    let release = try Protection.release(of: tables, rule: ProtectionRule(threshold: 11)).release
    #expect(release.rows[2].figures.contains { $0.status == .withheld })
    let figures = tables.map { Release.Figure(count: $0.measures[2].numerator.exact) }
    var rows = release.rows
    rows[2] = Release.Row(zone: rows[2].zone, figures: figures)
    let spoilt = Release(
      indicators: release.indicators, rows: rows, threshold: 11, zerosAreWithheld: false)
    #expect(!Attack(on: spoilt).breaches().isEmpty)
  }
}

extension Release.Figure {
  /// Shown with its count, withheld without.
  init(count: Int?, denominator: Double? = nil) {
    self.init(
      status: count == nil ? .withheld : .released, count: count, denominator: denominator,
      rate: nil, comparison: nil)
  }
}

extension Release {
  /// The same with one figure in the place of another.
  func replacing(_ row: Int, _ indicator: Int = 0, by figure: Figure) -> Release {
    var figures = rows[row].figures
    figures[indicator] = figure
    var changed = rows
    changed[row] = Row(zone: rows[row].zone, figures: figures)
    return Release(
      indicators: indicators, rows: changed, threshold: threshold,
      zerosAreWithheld: zerosAreWithheld)
  }
}
