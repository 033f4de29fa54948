import Diagnostics
import Disclosure
import Rates
import Territory
import TestSupport
import Testing

@Suite struct ProtectionTests {
  /// Counts by IRIS, then the unlocated, then the total; « c » where withheld.
  private func shown(
    _ counts: [Int], threshold: Int = 11, zeros: ProtectionRule.Zeros = .shown
  ) throws -> [String] {
    let town = try Town(irises: counts.count - 1)
    let table = town.table(town.tally(counts.map { [Count($0)] }))
    let rule = ProtectionRule(threshold: threshold, zeros: zeros)
    return try shown(Protection.release(of: [table], rule: rule).release)
  }

  private func shown(_ release: Release, _ indicator: Int = 0) throws -> [String] {
    release.rows.map { $0.figures[indicator] }.map {
      $0.count.map(String.init) ?? $0.status.rawValue
    }
  }

  @Test(arguments: [
    ("nothing small", [40, 30, 20, 0], ["40", "30", "20", "0", "90"]),
    ("ten is withheld, with the smallest other", [40, 10, 20, 0], ["40", "c", "c", "0", "70"]),
    ("eleven is shown", [40, 11, 20, 0], ["40", "11", "20", "0", "71"]),
    ("somebody alone needs two companions", [40, 1, 20, 30, 0], ["40", "c", "c", "c", "0", "91"]),
    (
      "two small ones whose sum is small need a third", [40, 5, 5, 20, 0],
      ["40", "c", "c", "c", "0", "70"]
    ),
    (
      "two small ones whose sum is large do not", [40, 8, 9, 20, 0],
      ["40", "c", "c", "20", "0", "77"]
    ),
    ("the unlocated row is a cell", [40, 30, 20, 3], ["40", "30", "c", "c", "93"]),
    ("the unlocated row can be the companion", [40, 3, 50, 15], ["40", "c", "50", "c", "108"]),
    ("nobody is no companion", [40, 5, 0, 0], ["c", "c", "0", "0", "45"]),
    ("one IRIS with the unlocated", [20, 3], ["c", "c", "23"]),
    ("a small total withholds all", [3, 2, 0, 0], ["c", "c", "c", "c", "c"]),
    ("no companion, no total", [5, 0, 0], ["c", "c", "c", "c"]),
    ("alone with one companion only, no total", [1, 20, 0], ["c", "c", "c", "c"]),
    ("nobody at all", [0, 0, 0], ["0", "0", "0", "0"]),
  ])
  func `small counts and their companions are withheld`(
    _ story: String, counts: [Int], expected: [String]
  ) throws {
    #expect(try shown(counts) == expected, "\(story)")
  }

  @Test(arguments: [
    ("zeros are small too", [40, 0, 20, 30], ["40", "c", "c", "30", "90"]),
    ("all zeros", [0, 0, 0], ["c", "c", "c", "c"]),
  ])
  func `a campaign may withhold zeros`(
    _ story: String, counts: [Int], expected: [String]
  ) throws {
    #expect(try shown(counts, zeros: .withheld) == expected, "\(story)")
  }

  @Test func `a threshold of one withholds nothing`() throws {
    #expect(try shown([1, 2, 3, 0], threshold: 1) == ["1", "2", "3", "0", "6"])
  }

  @Test func `a withheld count takes its rate, interval and comparison with it`() throws {
    let town = try Town(irises: 3)
    let table = town.table(
      town.tally([400, 4, 200, 0].map { [Count($0)] }), population: [1000, 900.5, 800])
    let release = try Protection.release(of: [table], rule: ProtectionRule(threshold: 11)).release
    for row in release.rows where row.figures[0].status == .withheld {
      let figure = row.figures[0]
      #expect(figure.count == nil && figure.rate == nil && figure.comparison == nil)
      #expect(figure.denominator != nil, "the census is public")
    }
    #expect(try shown(release) == ["400", "c", "c", "0", "604"])
    #expect(release.rows[0].figures[0].comparison == .muchHigher)
    #expect(release.rows[4].figures[0].comparison == nil)
    #expect(release.rows[4].figures[0].rate?.value == 604 / 2700.5 * 100)
  }

  @Test func `nobody lives there: not applicable, unless somebody is counted`() throws {
    let town = try Town(irises: 4)
    let table = town.table(
      town.tally([40, 0, 3, 30, 0].map { [Count($0)] }), population: [1000, 0, 0, 500])
    let release = try Protection.release(of: [table], rule: ProtectionRule(threshold: 11)).release
    #expect(try shown(release) == ["40", "x", "c", "c", "0", "73"])
    let many = town.table(
      town.tally([40, 0, 30, 30, 0].map { [Count($0)] }), population: [1000, 0, 0, 500])
    let shownAll = try Protection.release(of: [many], rule: ProtectionRule(threshold: 11)).release
    #expect(try shown(shownAll) == ["40", "x", "30", "30", "0", "100"])
    #expect(shownAll.rows[2].figures[0].rate == nil)
  }

  @Test func `a rate over few inhabitants is not significant, its count stays`() throws {
    let town = try Town(irises: 3)
    let table = town.table(
      town.tally([40, 30, 30, 0].map { [Count($0)] }), population: [1000, 150, 500])
    let rule = ProtectionRule(threshold: 11, minimumDenominator: 200)
    let release = try Protection.release(of: [table], rule: rule).release
    #expect(release.rows.map { $0.figures[0].status.rawValue } == ["", "n", "", "", ""])
    #expect(release.rows[1].figures[0].count == 30)
    #expect(release.rows[1].figures[0].rate == nil)
  }

  @Test func `nearly everybody of a small census population is withheld`() throws {
    let town = try Town(irises: 3)
    let table = town.table(
      town.tally([40, 148, 300, 0].map { [Count($0)] }), population: [1000, 150, 2500])
    let release = try Protection.release(of: [table], rule: ProtectionRule(threshold: 11)).release
    #expect(release.rows[1].figures[0].status == .withheld)
    #expect(release.rows[2].figures[0].status == .released)
  }

  @Test func `what the partner masked is withheld, what it did not deliver is missing`() throws {
    let town = try Town(irises: 4)
    let tally = town.tally(
      [[Count(40)], [.masked(1...4)], [.missing], [Count(30)], [.zero]])
    let open = try Protection.release(
      of: [town.table(tally)], rule: ProtectionRule(threshold: 5)
    ).release
    #expect(try shown(open) == ["40", "c", "m", "30", "0", "m"])
    let declared = try Protection.release(
      of: [town.table(tally, totals: [town.commune: Count(100)])],
      rule: ProtectionRule(threshold: 5)
    ).release
    #expect(try shown(declared) == ["40", "c", "m", "30", "c", "100"])
  }

  @Test func `a declared total does not give a masked cell away`() throws {
    let town = try Town(irises: 3)
    let tally = town.tally([[Count(40)], [.masked(1...4)], [Count(30)], [.zero]])
    let release = try Protection.release(
      of: [town.table(tally, totals: [town.commune: Count(73)])],
      rule: ProtectionRule(threshold: 5)
    ).release
    #expect(try shown(release) == ["40", "c", "c", "c", "73"])
  }

  @Test func `a source that serves as denominator is protected too`() throws {
    let town = try Town(irises: 4)
    let covered = town.tally([100, 50, 7, 200, 0].map { [Count($0)] })
    let table = town.table(
      town.tally([40, 45, 0, 60, 0].map { [Count($0)] }), over: covered)
    let release = try Protection.release(of: [table], rule: ProtectionRule(threshold: 11)).release
    // 7 covered persons; 50 − 45 = 5 who are not counted; the 45 go with their denominator, and one
    // more for company. Nobody of 7 is still nobody, without a rate.
    #expect(try shown(release) == ["c", "c", "0", "60", "0", "145"])
    #expect(release.rows.map { $0.figures[0].denominator } == [100, nil, nil, 200, 0, 357])
    #expect(release.rows[2].figures[0].rate == nil)
  }

  @Test func `a small difference of two indicators of one source is withheld`() throws {
    let town = try Town(irises: 3)
    let tally = town.tally(
      [[20, 30], [25, 4], [60, 70], [0, 0]].map { $0.map { Count($0) } }, labels: ["F", "H"])
    let tables = [town.table(tally, id: "tous"), town.table(tally, id: "femmes", of: ["F"])]
    let release = try Protection.release(of: tables, rule: ProtectionRule(threshold: 11)).release
    // 29 − 25 = 4 men: withholding their women is enough.
    #expect(try shown(release, 0) == ["50", "29", "130", "0", "209"])
    #expect(try shown(release, 1) == ["c", "c", "60", "0", "105"])
  }

  @Test func `a rare indicator is withheld wholly rather than its whole family`() throws {
    let town = try Town(irises: 3)
    let tally = town.tally(
      [[20, 3], [25, 0], [60, 2], [0, 0]].map { $0.map { Count($0) } }, labels: ["F", "H"])
    let tables = [town.table(tally, id: "tous"), town.table(tally, id: "hommes", of: ["H"])]
    let release = try Protection.release(of: tables, rule: ProtectionRule(threshold: 11)).release
    #expect(try shown(release, 0) == ["23", "25", "62", "0", "110"])
    #expect(try shown(release, 1) == ["c", "c", "c", "0", "c"])
  }

  @Test func `another denominator does not show a withheld count`() throws {
    let town = try Town(irises: 3)
    let tally = town.tally([400, 4, 200, 0].map { [Count($0)] })
    let tables = [
      town.table(tally, id: "taux", population: [1000, 900, 800]),
      town.table(tally, id: "autre", population: [100, 90, 80], method: .byar),
    ]
    let release = try Protection.release(of: tables, rule: ProtectionRule(threshold: 11)).release
    #expect(try shown(release, 1) == shown(release, 0))
  }

  @Test func `indicators of other sources do not lose rows`() throws {
    let town = try Town(irises: 3)
    let tables = [
      town.table(town.tally([400, 4, 200, 0].map { [Count($0)] }), id: "a", source: "cpam"),
      town.table(town.tally([40, 50, 60, 0].map { [Count($0)] }), id: "b", source: "caf"),
    ]
    let release = try Protection.release(of: tables, rule: ProtectionRule(threshold: 11)).release
    #expect(try shown(release, 1) == ["40", "50", "60", "0", "150"])
  }

  @Test func `tables over other zones are refused`() throws {
    let two = try Town(irises: 2)
    let three = try Town(irises: 3)
    let tables = [two.table(two.tally([])), three.table(three.tally([]))]
    #expect(throws: Problem.self) {
      try Protection.release(of: tables, rule: ProtectionRule(threshold: 11))
    }
  }

  @Test func `the report counts what the release does not tell`() throws {
    let town = try Town(irises: 4)
    let table = town.table(town.tally([40, 10, 20, 30, 0].map { [Count($0)] }))
    let report = try Protection.release(of: [table], rule: ProtectionRule(threshold: 11)).report
    let line = try #require(report.lines.first)
    #expect(line.cells == 6 && line.shown == 4)
    #expect(line.primary == 1 && line.complementary == 1)
    #expect(line.shareShown == 0.7)
    // Two cells that add up to 30: each is 1 to 29.
    #expect(line.narrowest == 29)
  }
}
