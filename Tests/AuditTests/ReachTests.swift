import TestSupport
import Testing

@testable import Audit

/// Going only as far as a promise needs gives the same verdict as going to the ends.
@Suite struct ReachTests {
  /// Seeded tables of five by four with two hidden cells or more in most lines.
  private func system(_ chance: inout Seeded) -> LinearSystem {
    var system = LinearSystem()
    let values = (0..<20).map { _ in Int.random(in: 0...30, using: &chance) }
    let hidden = (0..<20).map { _ in Int.random(in: 0..<5, using: &chance) > 1 }
    for (value, isHidden) in zip(values, hidden) {
      system.add(
        "", role: isHidden ? .withheld : .plain, from: isHidden ? 0 : value,
        to: isHidden ? LinearSystem.box : value)
    }
    let lines =
      (0..<5).map { row in (0..<4).map { row * 4 + $0 } }
      + (0..<4).map { column in (0..<5).map { $0 * 4 + column } }
    for line in lines {
      system.relate(line.map { .init($0) }, is: line.reduce(0) { $0 + values[$1] })
    }
    return system
  }

  @Test(arguments: [UInt64(11), 12]) func `both depths find the same breaches`(seed: UInt64) {
    var chance = Seeded(seed: seed)
    var differing = 0
    for round in 0..<16 {
      let system = system(&chance)
      let promise = Promise(threshold: 11, zerosAreWithheld: round % 2 == 0)
      let depth = Attacker.Depth.reach(from: promise.floor, to: promise.threshold)
      let kinds = [Attacker.Depth.ends, depth].map { depth in
        Attacker(on: system, depth: depth).result().findings
          .map { promise.breach(by: $0, role: .withheld) }
      }
      if kinds[0] != kinds[1] { differing += 1 }
    }
    #expect(differing == 0)
  }
}
