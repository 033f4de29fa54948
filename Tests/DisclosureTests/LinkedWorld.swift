import Diagnostics
import Rates
import Territory
import TestSupport

@testable import Disclosure

/// A made-up town by age and sex, with an indicator for everybody, each age and each sex.
struct LinkedWorld {
  let town: Town
  let tables: [IndicatorTable]
  private let ages: [String]
  private let counts: [[[Int]]]

  init(seed: UInt64, irises: Int, ages: [String]) throws {
    var chance = Seeded(seed: seed)
    let town = try Town(irises: irises)
    self.town = town
    self.ages = ages
    counts = town.zones.map { _ in
      ages.map { _ in (0..<2).map { _ in Int.random(in: 0...9, using: &chance) } }
    }
    var tally = Tally(unit: .count, dimensions: ["age", "sex"])
    for (zone, rows) in zip(town.zones, counts) {
      for (age, pair) in zip(ages, rows) {
        for (sex, count) in zip(["F", "H"], pair) {
          tally.add(Count(count), at: zone.place, category: .init([age, sex]))
        }
      }
    }
    let counted = tally
    func table(_ id: String, _ counts: @escaping (Tally.Category) -> Bool) -> IndicatorTable {
      let definition = IndicatorDefinition(
        id: id, title: id, source: "cpam", unit: .person, numeratorVintage: "2025",
        denominatorLabel: "", denominatorVintage: "", per: 100, method: nil)
      return IndicatorTable.make(
        definition: definition, numerator: counted, where: counts, irises: town.irises
      ).0
    }
    tables =
      [table("tous") { _ in true }] + ages.map { age in table(age) { $0.labels[0] == age } }
      + ["F", "H"].map { sex in table(sex) { $0.labels[1] == sex } }
  }

  /// Small cells that the attacker knows to be small, or that are shown.
  func pinned(
    in release: Release, _ rule: ProtectionRule, _ knowledge: PublicKnowledge = .none
  ) -> [String] {
    var system = CellSystem()
    var hidden: [Bool] = []
    func add(_ cell: CellSystem.Cell, hidden isHidden: Bool) -> Int {
      hidden.append(isHidden)
      return system.add(cell)
    }
    let persons = counts.map { $0.map { $0.map { add(.init("", $0, .implied), hidden: false) } } }
    var named: [(name: String, cell: Int, value: Int)] = []
    for (index, definition) in release.indicators.enumerated() {
      let isTotalShown = release.rows[counts.count].figures[index].count != nil
      let cells = counts.indices.map { row -> Int in
        let parts = persons[row].indices.flatMap { age in
          (0..<2).filter { belongs(definition.id, ages[age], $0) }.map { persons[row][age][$0] }
        }
        let value = parts.reduce(0) { $0 + system.cells[$1].value }
        let isShown = release.rows[row].figures[index].count != nil
        let cell = add(
          .init("", value, floor: isTotalShown ? min(1, value) : 0), hidden: !isShown)
        system.add(cell, isSumOf: parts)
        named.append(("\(definition.id) \(row)", cell, value))
        return cell
      }
      let total = add(
        .init("", cells.reduce(0) { $0 + system.cells[$1].value }), hidden: !isTotalShown)
      system.add(total, isSumOf: cells)
      for group in knowledge.zonings.flatMap({ $0.groups.values }) {
        let parts = cells.indices.filter {
          $0 < town.irises.count && group.contains(town.irises[$0])
        }
        .map { cells[$0] }
        let whole = add(
          .init("", parts.reduce(0) { $0 + system.cells[$1].value }), hidden: false)
        system.add(whole, isSumOf: parts)
      }
    }
    let attack = CellIntervals(system, hiding: hidden)
    return named.filter { rule.withholds($0.value) }.filter { cell in
      guard hidden[cell.cell], let interval = attack.interval(of: cell.cell) else { return true }
      return interval.upperBound < rule.threshold || interval.count < 2
    }.map(\.name)
  }

  private func belongs(_ indicator: String, _ age: String, _ sex: Int) -> Bool {
    switch indicator {
    case "tous": true
    case "F": sex == 0
    case "H": sex == 1
    default: indicator == age
    }
  }
}

extension Zone {
  fileprivate var place: Placement {
    switch self {
    case .iris(let iris): .iris(iris)
    case .unlocated(let commune), .commune(let commune): .commune(commune)
    }
  }
}
