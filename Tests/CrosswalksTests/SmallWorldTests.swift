import Boundaries
import Crosswalks
import Territory
import Testing

/// Every pair of editions of four cells: what each IRIS becomes is counted by hand, cell by cell.
@Suite struct SmallWorldTests {
  private static let all = partitions(of: 4)

  private func old(_ zone: Int) -> String { "21123010\(zone + 1)" }
  private func new(_ zone: Int) -> String { "21123020\(zone + 1)" }

  private func crosswalk(_ before: Partition, _ after: Partition) throws -> Crosswalk {
    try Crosswalk.between(
      zones("IRIS 2020", before, code: old), zones("IRIS 2024", after, code: new)
    ).0
  }

  /// Cells of a zone that lie in another, over its cells.
  private func shares(_ before: Partition, _ after: Partition) -> [String: Double] {
    var shares: [String: Double] = [:]
    for (a, b) in zip(before, after) {
      shares["\(old(a))>\(new(b))", default: 0] += 1 / Double(before.count { $0 == a })
    }
    return shares
  }

  @Test func `shares are those of the cells, and add up to exactly one`() throws {
    var wrong: [String] = []
    for before in Self.all {
      for after in Self.all {
        let links = try crosswalk(before, after).links
        let found = Dictionary(
          uniqueKeysWithValues: links.map { ("\($0.old)>\($0.new)", $0.share.value) })
        let expected = shares(before, after)
        let isClose =
          found.keys.sorted() == expected.keys.sorted()
          && found.allSatisfy { abs($0.value - expected[$0.key, default: -1]) < 2e-9 }
        let sums = Dictionary(grouping: links, by: \.old).values.map {
          $0.reduce(0) { $0 + $1.share.billionths }
        }
        if !isClose || sums.contains(where: { $0 != 1_000_000_000 }) {
          wrong.append("\(before) \(after)")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func `the change is told by how many IRIS of each edition are held together`() throws {
    var wrong: [String] = []
    for before in Self.all {
      for after in Self.all {
        for link in try crosswalk(before, after).links
        where link.change != expected(link, before, after) {
          wrong.append("\(before) \(after) \(link.old) \(link.change)")
        }
      }
    }
    #expect(wrong == [])
  }

  /// Cells reached from one by walking within zones of either edition.
  private func expected(_ link: Link, _ before: Partition, _ after: Partition) -> Link.Change {
    var reached = Set(before.indices.filter { old(before[$0]) == link.old.code })
    for _ in before {
      let olds = Set(reached.map { before[$0] })
      let news = Set(reached.map { after[$0] })
      reached = Set(before.indices.filter { olds.contains(before[$0]) || news.contains(after[$0]) })
    }
    let counts = (Set(reached.map { before[$0] }).count, Set(reached.map { after[$0] }).count)
    switch counts {
    case (1, 1): return .recoded
    case (1, _): return .split
    case (_, 1): return .merged
    default: return .redrawn
    }
  }

  @Test func `no unit and no inhabitant is lost or doubled`() throws {
    var wrong: [String] = []
    for before in Self.all {
      for after in Self.all {
        let crosswalk = try crosswalk(before, after)
        var tally = Tally(unit: .person)
        var people: [Iris: Double] = [:]
        for (index, code) in crosswalk.oldIrises.enumerated() {
          tally.add(Count(7 * index + 3), at: .iris(code))
          people[code] = 1000.1 / Double(index + 3)
        }
        let carried = tally.carried(by: crosswalk).0
        let counts = crosswalk.newIrises.map { carried.count(at: .iris($0)).exact ?? -1 }
        let expected = crosswalk.oldIrises.indices.reduce(0) { $0 + 7 * $1 + 3 }
        let inhabitants = crosswalk.carried(people)
        let sum = people.values.reduce(0, +)
        if counts.reduce(0, +) != expected
          || abs(inhabitants.values.reduce(0, +) - sum) > 1e-12 * sum
          || inhabitants.count != crosswalk.newIrises.count
        {
          wrong.append("\(before) \(after)")
        }
      }
    }
    #expect(wrong == [])
  }
}
