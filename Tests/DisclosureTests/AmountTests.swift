import Disclosure
import Rates
import Territory
import Testing

/// Amounts are withheld where few have them or one has nearly all, and stay uncertain.
@Suite struct AmountTests {
  private let threshold = 3

  /// What each person gets, by IRIS, the unlocated last.
  private func release(_ rows: [[Int]]) throws -> Release {
    let town = try Town(irises: rows.count - 1)
    var tally = Tally(unit: .amount, dimensions: [])
    for (zone, amounts) in zip(town.zones, rows) {
      for amount in amounts {
        tally.add(Count(1), at: zone.placement)
        tally.add(Amount(amount), at: zone.placement)
      }
    }
    let definition = IndicatorDefinition(
      id: "ij", title: "Indemnités", source: "ij", unit: .amount, numeratorVintage: "2025",
      denominatorLabel: "bénéficiaires", denominatorVintage: "2025", denominatorSource: "ij",
      per: 1, method: nil)
    let table = IndicatorTable.amounts(definition: definition, of: tally, irises: town.irises).0
    return try Protection.release(of: [table], rule: ProtectionRule(threshold: threshold)).release
  }

  private func shown(_ rows: [[Int]]) throws -> [String] {
    try release(rows).rows.map { row in
      let figure = row.figures[0]
      return (figure.count.map(String.init) ?? figure.status.rawValue) + "/"
        + (figure.denominator.map { "\(Int($0))" } ?? "-")
    }
  }

  @Test(arguments: [
    (
      "nothing to hide", [[10, 20, 30], [40, 50, 60], [20, 20, 20], []],
      ["60/3", "150/3", "60/3", "0/0", "270/9"]
    ),
    (
      "two persons are few, and take a companion", [[10, 20], [40, 50, 60], [20, 20, 20], []],
      ["c/-", "c/-", "60/3", "0/0", "240/8"]
    ),
    (
      "one has nearly all: the number of persons stays",
      [[1, 1, 98], [40, 50, 60], [20, 20, 20], []],
      ["c/3", "150/3", "c/3", "0/0", "310/9"]
    ),
    (
      "one has nearly all of the town: no total",
      [[1, 1, 9800], [40, 50, 60], [20, 20, 20], []],
      ["c/3", "c/3", "c/3", "c/0", "c/9"]
    ),
    ("nobody", [[], [], [], []], ["0/0", "0/0", "0/0", "0/0", "0/0"]),
  ])
  func `amounts and their companions are withheld`(
    _ story: String, rows: [[Int]], expected: [String]
  ) throws {
    let found = try shown(rows)
    #expect(found == expected, "\(story): \(found)")
  }

  /// Every town of three IRIS whose persons are one of these groups.
  @Test func `in every small town no unsafe amount is shown, and none is known to 15 %`() throws {
    let groups = [[], [10], [10, 10, 10], [100, 1, 1], [50, 60, 70, 80], [0, 0, 0]]
    var broken: [String] = []
    for first in groups {
      for second in groups {
        for third in groups {
          let rows = [first, second, third, []]
          let figures = try release(rows).rows.map(\.figures[0])
          if !isKept(rows, figures) { broken.append("\(rows)") }
        }
      }
    }
    #expect(broken == [])
  }

  private func isKept(_ rows: [[Int]], _ figures: [Release.Figure]) -> Bool {
    let whole = rows + [rows.flatMap(\.self)]
    let isSafe = zip(whole, figures).allSatisfy { amounts, figure in
      let sum = amounts.reduce(0, +)
      let isDominated = 20 * (amounts.max() ?? 0) > 17 * sum
      let isFew = (1..<threshold).contains(amounts.count)
      return figure.count == nil || !(isFew || isDominated && sum > 0)
    }
    guard figures[rows.count].count != nil else { return isSafe }
    // one sum only: each hidden amount can be anything up to what all hidden ones make
    let hidden = rows.indices.filter { figures[$0].count == nil }
    let rest = hidden.reduce(0) { $0 + rows[$1].reduce(0, +) }
    return isSafe
      && hidden.allSatisfy { row in
        let own = rows[row].reduce(0, +)
        return hidden.count > 1 && 17 * rest >= 20 * own
      }
  }
}
