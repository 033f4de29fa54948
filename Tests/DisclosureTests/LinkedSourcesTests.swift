import Rates
import Territory
import Testing

@testable import Disclosure

/// Sources of which one counts those of others: what two of them leave is a number like another.
@Suite struct LinkedSourcesTests {
  private let rule = ProtectionRule(threshold: 3)

  /// Three tables, rows of a town by source.
  private func tables(
    _ numbers: [(id: String, rows: [Int])], of town: Town, _ links: [SourceLink]
  ) -> [IndicatorTable] {
    numbers.map { id, rows in
      IndicatorTable.make(
        definition: IndicatorDefinition(
          id: id, title: id, source: id, unit: .person, numeratorVintage: "2025",
          denominatorLabel: "", denominatorVintage: "", per: 1, method: nil, links: links),
        numerator: town.tally(rows.map { [Count($0)] }), irises: town.irises
      ).0
    }
  }

  private let sum = SourceLink(whole: "t", parts: ["a", "b"], isComplete: true)

  /// Every town of three IRIS with up to four persons of each part, every thirty-first of them.
  @Test func `no small part of a whole is ever pinned`() throws {
    let town = try Town(irises: 3)
    let pairs = (0..<25).map { ($0 / 5, $0 % 5) }
    var wrong: [[Int]] = []
    var tried = 0
    for number in stride(from: 0, to: 15_625, by: 31) {
      let rows = [number % 25, number / 25 % 25, number / 625].map { pairs[$0] } + [(0, 0)]
      let (a, b) = (rows.map(\.0), rows.map(\.1))
      let release = try? Protection.release(
        of: tables([("t", zip(a, b).map(+)), ("a", a), ("b", b)], of: town, [sum]), rule: rule
      ).release
      guard let release else { continue }
      tried += 1
      if !isSafe(release, zip(a, b).map { [$0, $1, $0 + $1] }) { wrong.append(a + b) }
    }
    #expect(tried > 300)
    #expect(wrong == [])
  }

  /// Whether each small number can be one, or as few as its parts, and can reach the threshold, for
  /// somebody who tries all tables.
  private func isSafe(_ release: Release, _ truth: [[Int]]) -> Bool {
    let shown = release.rows.map { row in [1, 2, 0].map { row.figures[$0].count } }
    let isWhole = shown[shown.count - 1].allSatisfy { $0 != nil }
    let guesses = TableGuesses(shown, floor: isWhole ? 1 : 0)
    return truth.indices.dropLast().allSatisfy { row in
      (0..<3).allSatisfy { column in
        guard rule.withholds(truth[row][column]) else { return true }
        let parts = column == 2 ? shown[row].prefix(2).count { $0 == nil } : 1
        return shown[row][column] == nil
          && (0...max(1, parts)).contains { guesses.canBe(row, column, $0) }
          && (rule.threshold...14).contains { guesses.canBe(row, column, $0) }
      }
    }
  }

  @Test func `without the link nobody would mind what two of them leave`() throws {
    let town = try Town(irises: 4)
    let (a, b) = ([47, 40, 58, 50, 0], [2, 20, 12, 30, 0])
    let numbers = [("t", zip(a, b).map(+)), ("a", a), ("b", b)]
    func shown(_ links: [SourceLink]) throws -> [Int?] {
      let tables = tables(numbers.map { (id: $0.0, rows: $0.1) }, of: town, links)
      return try Protection.release(of: tables, rule: rule).release.rows[0].figures.map(\.count)
    }
    #expect(try shown([]) == [49, 47, nil])
    let linked = try shown([sum])
    #expect(linked[2] == nil && (linked[0] == nil || linked[1] == nil))
  }

  @Test func `a part that is nearly the whole is minded, whoever the others are`() throws {
    let town = try Town(irises: 4)
    let tables = tables(
      [("t", [40, 50, 60, 70, 0]), ("a", [38, 20, 30, 30, 0])], of: town,
      [SourceLink(whole: "t", parts: ["a"], isComplete: false)])
    let release = try Protection.release(of: tables, rule: rule).release
    #expect(release.rows[0].figures.contains { $0.count == nil })
  }

  @Test(arguments: [([30, 50, 60, 70, 0], true), ([41, 50, 60, 70, 0], false)])
  func `numbers that deny a link are refused`(part: [Int], isBelow: Bool) throws {
    let town = try Town(irises: 4)
    let tables = tables(
      [("t", [40, 50, 60, 70, 0]), ("a", part)], of: town,
      [SourceLink(whole: "t", parts: ["a"], isComplete: isBelow)])
    let code = #expect(throws: (any Error).self) {
      try Protection.release(of: tables, rule: rule)
    }
    #expect("\(code.map { "\($0)" } ?? "")".contains("disclosure.link-denied"))
  }

  @Test func `an archive keeps what sources have in common`() throws {
    let town = try Town(irises: 4)
    let tables = tables(
      [("t", [40, 50, 60, 70, 0]), ("a", [20, 20, 30, 30, 0])], of: town,
      [SourceLink(whole: "t", parts: ["a"], isComplete: false)])
    let release = try Protection.release(of: tables, rule: rule).release
    #expect(try Release(archived: release.archived) == release)
    #expect(release.indicators[1].links.count == 1 && release.indicators[1].countsWholeSource)
  }
}
