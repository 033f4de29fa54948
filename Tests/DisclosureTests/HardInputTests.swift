import Diagnostics
import Rates
import Territory
import TestSupport
import Testing

@testable import Disclosure

/// Input that leaves little to show, or contradicts itself.
@Suite struct HardInputTests {
  private let rule = ProtectionRule(threshold: 11)

  private func shown(_ counts: [Int]) throws -> [String] {
    let town = try Town(irises: counts.count - 1)
    let table = town.table(town.tally(counts.map { [Count($0)] }))
    let release = try Protection.release(of: [table], rule: rule).release
    return release.rows.map { $0.figures[0] }.map {
      $0.count.map(String.init) ?? $0.status.rawValue
    }
  }

  @Test(arguments: [
    ("all small, their sum is not", [5, 6, 7, 8, 0], ["c", "c", "c", "c", "0", "26"]),
    ("all small, their sum too", [1, 2, 3, 0], ["c", "c", "c", "c", "c"]),
    ("one IRIS, all in it", [40, 0], ["40", "0", "40"]),
    ("one IRIS, a few elsewhere", [40, 2], ["c", "c", "42"]),
    (
      "a rare indicator, four of seven small", [3, 4, 0, 5, 6, 20, 30, 0],
      ["c", "c", "0", "c", "c", "20", "30", "0", "68"]
    ),
    ("nobody", [0, 0, 0, 0], ["0", "0", "0", "0", "0"]),
  ])
  func `little is shown rather than too much`(
    _ story: String, counts: [Int], expected: [String]
  ) throws {
    #expect(try shown(counts) == expected, "\(story)")
  }

  @Test func `sums that contradict one another are no system`() {
    var system = CellSystem()
    let parts = [5, 6].map { system.add(.init("", $0, isPrimary: true)) }
    let total = system.add(.init("", 12))
    system.add(total, isSumOf: parts)
    #expect(system.firstContradiction == 0)
    #expect(throws: Deadlock.self) {
      try system.masked(MaskingAim(.across(11), hidesZeros: false))
    }
  }

  @Test func `a frozen rest gives a cell away, and that is said`() {
    var system = CellSystem()
    let small = system.add(.init("small", 3, isPrimary: true, floor: 1))
    let large = system.add(.init("large", 40, .frozen))
    let total = system.add(.init("total", 43, .frozen))
    system.add(total, isSumOf: [small, large])
    #expect(throws: Deadlock(cell: small)) {
      try system.masked(MaskingAim(.across(11), hidesZeros: false))
    }
  }

  @Test func `a partner that knows its own cells learns no other`() throws {
    var system = CellSystem()
    let values = [4, 5, 30, 20, 25]
    let cells = values.map { system.add(.init("", $0, isPrimary: $0 < 11, floor: 1)) }
    let total = system.add(.init("total", 84, .frozen))
    system.add(total, isSumOf: cells)
    let aim = MaskingAim(.across(11), hidesZeros: false, insights: [[cells[0], cells[3]]])
    let mask = try system.masked(aim)
    let attack = CellIntervals(
      system, hiding: mask.hidden, knowing: [cells[0]: 4, cells[3]: 20])
    let others = cells.filter { mask.hidden[$0] && $0 != cells[0] && $0 != cells[3] }
    #expect(others.count >= 2)
    #expect(others.allSatisfy { (attack.interval(of: $0)?.count ?? 0) > 1 })
  }

  /// Decimals of a rate over 1,234 inhabitants: one tells the count, none leaves 12 possible.
  @Test func `decimals that tell too much are left out`() {
    let hiding = { DerivedFigure.decimals(hiding: 10, over: $0, per: 100, atMost: 2) }
    #expect(hiding(1234) == 0)
    #expect(hiding(12_340) == 1)
    #expect(hiding(900) == nil)
  }
}
