import Diagnostics
import Rates
import Territory
import TestSupport
import Testing

@testable import Disclosure

/// Indicators that add up to one another, and zones that hold others: the release is attacked by an
/// attacker who thinks in persons by age, sex and IRIS, as the suppression does not.
@Suite struct LinkedTests {
  private static let ages = ["0-17", "18-24", "25-59", "60+"]
  private let rule = ProtectionRule(threshold: 5)

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `ages and sexes that add up to everybody do not give one another away`(
    seed: UInt64
  ) throws {
    let world = try LinkedWorld(seed: seed, irises: 7, ages: Self.ages)
    let release = try Protection.release(of: world.tables, rule: rule).release
    #expect(world.pinned(in: release, rule) == [])
    #expect(release.rows.contains { $0.figures.contains { $0.status == .released } })
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `totals of overlapping zonings do not give cells away`(seed: UInt64) throws {
    let world = try LinkedWorld(seed: seed, irises: 9, ages: ["a"])
    let irises = world.town.irises
    let knowledge = PublicKnowledge(zonings: [
      .init(name: "quartiers", groups: ["A": Set(irises[0..<3]), "B": Set(irises[3..<6])]),
      .init(name: "secteurs", groups: ["C": Set(irises[2..<5]), "D": Set(irises[5..<9])]),
    ])
    let release = try Protection.release(
      of: [world.tables[0]], rule: rule, beside: knowledge
    ).release
    #expect(world.pinned(in: release, rule, knowledge) == [])
  }

  @Test func `what went out stays, and nothing more gives it away`() throws {
    let town = try Town(irises: 5)
    let table = town.table(town.tally([40, 3, 20, 30, 25, 0].map { [Count($0)] }))
    let first = try Protection.release(of: [table], rule: rule).release
    let men = town.table(town.tally([40, 3, 20, 30, 25, 0].map { [Count($0)] }), id: "autre")
    let second = try Protection.release(
      of: [table, men], rule: rule, beside: PublicKnowledge(earlier: [first])
    ).release
    for (old, new) in zip(first.rows, second.rows) where old.figures[0].count != nil {
      #expect(new.figures[0].count == old.figures[0].count)
    }
    #expect(throws: (any Error).self) {
      try Protection.release(
        of: [table], rule: ProtectionRule(threshold: 26),
        beside: PublicKnowledge(earlier: [first]))
    }
  }

  @Test func `the same input gives the same release`() throws {
    let world = try LinkedWorld(seed: 5, irises: 8, ages: Self.ages)
    let releases = try (0..<2).map { _ in
      try Protection.release(of: world.tables, rule: rule).release
    }
    #expect(releases[0] == releases[1])
  }

  @Test func `a zoning that is none is refused by name`() throws {
    let town = try Town(irises: 3)
    let table = town.table(town.tally([40, 30, 20, 0].map { [Count($0)] }))
    let twice = PublicKnowledge.Grouping(
      name: "quartiers", groups: ["A": [town.irises[0]], "B": [town.irises[0]]])
    #expect(twice.problems.map(\.code) == ["disclosure.zones-overlap"])
    let elsewhere = try Town(irises: 2, commune: "21540")
    let across = PublicKnowledge.Grouping(
      name: "quartiers", groups: ["A": [town.irises[0], elsewhere.irises[0]]])
    #expect(across.problems.map(\.code) == ["disclosure.does-not-nest"])
    #expect(throws: (any Error).self) {
      try Protection.release(
        of: [table], rule: rule, beside: PublicKnowledge(zonings: [across]))
    }
  }
}
