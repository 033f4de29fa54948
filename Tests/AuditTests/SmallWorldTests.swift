import TestSupport
import Testing

@testable import Audit

/// Tables small enough to write down every table that fits what is public.
@Suite struct SmallWorldTests {
  /// A table with its margins shown, some cells hidden.
  struct World {
    let rows: Int
    let columns: Int
    let values: [Int]
    let hidden: [Bool]

    var system: LinearSystem {
      var system = LinearSystem()
      for (value, isHidden) in zip(values, hidden) {
        system.add(
          "", role: isHidden ? .withheld : .plain, from: isHidden ? 0 : value,
          to: isHidden ? LinearSystem.box : value)
      }
      for line in lines {
        system.relate(line.map { .init($0) }, is: line.reduce(0) { $0 + values[$1] })
      }
      return system
    }

    var lines: [[Int]] {
      (0..<rows).map { row in (0..<columns).map { row * columns + $0 } }
        + (0..<columns).map { column in (0..<rows).map { $0 * columns + column } }
    }

    /// Least and most of each hidden cell over all tables that fit.
    func truth() -> [[Int]] {
      let cells = values.indices.filter { hidden[$0] }
      var table = zip(values, hidden).map { $1 ? 0 : $0 }
      var ends = cells.map { _ in [Int.max, Int.min] }
      let sums = lines.map { line in line.reduce(0) { $0 + values[$1] } }
      func fill(_ place: Int) {
        if place == cells.count {
          for (line, sum) in zip(lines, sums)
          where line.reduce(0, { $0 + table[$1] }) != sum { return }
          for (index, cell) in cells.enumerated() {
            ends[index] = [min(ends[index][0], table[cell]), max(ends[index][1], table[cell])]
          }
          return
        }
        let cell = cells[place]
        let rests = zip(lines, sums).filter { $0.0.contains(cell) }
          .map { line, sum in sum - line.reduce(0) { $0 + table[$1] } }
        for value in 0...max(0, rests.min() ?? 0) {
          table[cell] = value
          fill(place + 1)
        }
        table[cell] = 0
      }
      fill(0)
      return ends
    }
  }

  private func disagreements(_ worlds: some Sequence<World>) -> [World] {
    worlds.filter { world in
      let result = Attacker(on: world.system).result()
      let found = result.findings.map { [$0.lower, $0.upper ?? -1] }
      return found != world.truth() || result.isInDoubt
        || result.findings.contains { !$0.isAttained }
    }
  }

  @Test func `tables of two by two with cells 0 to 4, every third one with its pattern`() {
    let worlds = (0..<625).flatMap { number in
      (0..<16).filter { (number + $0) % 3 == 0 }.map { pattern in
        World(
          rows: 2, columns: 2, values: digits(number, base: 5, 4),
          hidden: digits(pattern, base: 2, 4).map { $0 == 1 })
      }
    }
    #expect(disagreements(worlds).count == 0)
  }

  /// Every 3 × 3 table is 5^9 · 2^9 worlds: a seed takes some of them.
  @Test(arguments: [UInt64(1), 2, 3]) func `tables of three by three`(seed: UInt64) {
    var chance = Seeded(seed: seed)
    let worlds = (0..<120).map { _ in
      World(
        rows: 3, columns: 3, values: (0..<9).map { _ in Int.random(in: 0...4, using: &chance) },
        hidden: (0..<9).map { _ in Int.random(in: 0..<3, using: &chance) > 0 })
    }.filter { $0.hidden.count(where: \.self) <= 6 }
    #expect(disagreements(worlds).map(\.values) == [])
  }

  @Test(arguments: [UInt64(4), 5]) func `tables of two by three`(seed: UInt64) {
    var chance = Seeded(seed: seed)
    let worlds = (0..<300).map { _ in
      World(
        rows: 2, columns: 3, values: (0..<6).map { _ in Int.random(in: 0...4, using: &chance) },
        hidden: (0..<6).map { _ in Bool.random(using: &chance) })
    }
    #expect(disagreements(worlds).map(\.values) == [])
  }

  @Test func `sums that contradict one another are said`() {
    var system = LinearSystem()
    let a = system.add("a", role: .withheld)
    let b = system.add("b", role: .withheld)
    system.relate([.init(a), .init(b)], is: 4)
    system.relate([.init(a), .init(b, times: -1)], is: 9)
    #expect(Attacker(on: system).result().isContradictory)
  }

  @Test func `a cell that nothing bounds has no upper end`() throws {
    var system = LinearSystem()
    system.add("a", role: .withheld, from: 1)
    let finding = try #require(Attacker(on: system).result().findings.first)
    #expect(finding.upper == nil && finding.lower == 1)
  }
}

private func digits(_ number: Int, base: Int, _ count: Int) -> [Int] {
  var rest = number
  return (0..<count).map { _ in
    defer { rest /= base }
    return rest % base
  }
}
