import Rates
import Territory
import Testing

@testable import Disclosure

@Suite struct DoubtfulCountTests {
  /// Fifteen persons where the census counts twelve: who trusts the census must learn nothing either.
  @Test func `nothing hides behind more persons than live there`() throws {
    let town = try Town(irises: 4)
    let table = town.table(
      town.tally([140, 60, 7, 15, 0].map { [Count($0)] }), population: [2057, 1800, 950, 12])
    let release = try Protection.release(of: [table], rule: ProtectionRule(threshold: 11)).release
    #expect(Attack(on: release).breaches().isEmpty)
    #expect(release.rows.map { $0.figures[0].count } == [140, nil, nil, nil, 0, 222])
  }
}
