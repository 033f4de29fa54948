import Testing

@testable import Audit

/// What somebody who is alone in a cell learns, and what is only himself under another name.
@Suite struct InsiderTests {
  /// A sum of two rows, one of them empty, is the other: who is alone there is no other there.
  @Test func `somebody alone in an area's only inhabited row learns nothing of others`() {
    var system = LinearSystem()
    let (alone, empty, other) = (system.add("a"), system.add("b"), system.add("c"))
    let (area, total) = (system.add("area"), system.add("total"))
    for cell in [alone, other, area] { system.setRole(.withheld, of: cell) }
    system.narrow(empty, from: 0, to: 0)
    system.narrow(total, from: 40, to: 40)
    system.relate([.init(area, times: -1), .init(alone), .init(empty)])
    system.relate([.init(total, times: -1), .init(area), .init(other)])
    let attacker = Attacker(on: system)
    #expect(attacker.learnt(knowing: [alone: 1]) == [other, area])
    #expect(attacker.same(as: [alone]) == [alone, area])
  }
}
