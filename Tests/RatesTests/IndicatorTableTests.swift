import Diagnostics
import Population
import Rates
import Territory
import TestSupport
import Testing

@Suite struct IndicatorTableTests {
  private let dijon: Commune
  private let a: Iris
  private let b: Iris
  private let c: Iris

  init() throws {
    dijon = try #require(Commune("21231"))
    a = try #require(Iris("212310101"))
    b = try #require(Iris("212310102"))
    c = try #require(Iris("212310103"))
  }

  private func definition(
    method: Rate.Method? = nil, denominatorSource: String? = nil
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id: "c2s", title: "Bénéficiaires", source: "cpam", unit: .person,
      numeratorVintage: "2025-12-31", denominatorLabel: "Population", denominatorVintage: "RP2022",
      denominatorSource: denominatorSource, per: 100, method: method)
  }

  private func tally(_ counts: [(Placement, Count)]) -> Tally {
    var tally = Tally(unit: .count)
    for (place, count) in counts { tally.add(count, at: place) }
    return tally
  }

  private func population(_ values: [Iris: Double]) -> IndicatorTable.Base {
    .population(
      Denominator(
        vintage: CensusVintage(year: 2022), columns: ["P22_POP"], label: "Population",
        values: values))
  }

  private func count(_ zone: Zone, in table: IndicatorTable) -> Count? {
    table.measures.first { $0.zone == zone }?.numerator
  }

  @Test func `every IRIS has its row, then the unlocated, then the commune`() {
    let tally = tally([
      (.iris(b), Count(40)), (.ambiguous(dijon), Count(2)), (.commune(dijon), Count(3)),
      (.outside, Count(7)), (.unplaced, Count(8)),
    ])
    let (table, problems) = IndicatorTable.make(
      definition: definition(), numerator: tally, irises: [c, a, b])
    #expect(
      table.measures.map(\.zone) == [
        .iris(a), .iris(b), .iris(c), .unlocated(dijon), .commune(dijon),
      ])
    #expect(table.measures.map(\.numerator.exact) == [0, 40, 0, 5, 45])
    #expect(problems.isEmpty)
  }

  @Test func `units at an unknown IRIS stay in their commune and are said`() throws {
    let old = try #require(Iris("212310909"))
    let far = try #require(Iris("751010101"))
    let (table, problems) = IndicatorTable.make(
      definition: definition(), numerator: tally([(.iris(old), Count(4)), (.iris(far), Count(1))]),
      irises: [a])
    #expect(count(.unlocated(dijon), in: table) == Count(4))
    #expect(count(.commune(dijon), in: table) == Count(4))
    #expect(problems.count(of: "rates.unknown-iris") == 1)
    #expect(problems.count(of: "rates.outside-territory") == 1)
  }

  @Test func `only the categories that satisfy the condition are counted, and remembered`() {
    var tally = Tally(unit: .person, dimensions: ["sexe"])
    tally.add(Count(3), at: .iris(a), category: .init(["F"]))
    tally.add(Count(5), at: .iris(a), category: .init(["H"]))
    let (table, _) = IndicatorTable.make(
      definition: definition(), numerator: tally, where: { $0.labels == ["F"] }, irises: [a])
    #expect(count(.iris(a), in: table) == Count(3))
    #expect(table.definition.selection == [Tally.Category(["F"]).marked])
    #expect(table.definition.selection[0].labels != ["F"])
  }

  @Test(arguments: [
    (Count(60), Count(15), Count(60)),
    (Count(45), .zero, Count(45)),
  ])
  func `a declared total leaves the rest to the unlocated row`(
    declared: Count, unlocated: Count, total: Count
  ) {
    let (table, problems) = IndicatorTable.make(
      definition: definition(), numerator: tally([(.iris(a), Count(45))]), irises: [a, b],
      totals: [dijon: declared])
    #expect(count(.unlocated(dijon), in: table) == unlocated)
    #expect(count(.commune(dijon), in: table) == total)
    #expect(problems.isEmpty)
  }

  @Test func `a declared total below the rows stops`() {
    let (_, problems) = IndicatorTable.make(
      definition: definition(),
      numerator: tally([(.iris(a), Count(45)), (.commune(dijon), Count(1))]),
      irises: [a], totals: [dijon: Count(45)])
    #expect(problems.firstStop?.code == "rates.total-below-sum")
  }

  @Test func `masked parts leave an interval, with or without a declared total`() {
    let numerator = tally([(.iris(a), Count(45)), (.iris(b), .masked(1...4))])
    let (summed, _) = IndicatorTable.make(
      definition: definition(), numerator: numerator, irises: [a, b])
    let total = count(.commune(dijon), in: summed)
    #expect(total?.exact == nil)
    #expect(total?.lower == 46 && total?.upper == 49)
    let (declared, _) = IndicatorTable.make(
      definition: definition(), numerator: numerator, irises: [a, b], totals: [dijon: Count(60)])
    #expect(count(.commune(dijon), in: declared) == Count(60))
    #expect(count(.unlocated(dijon), in: declared) == .masked(11...14))
  }

  @Test func `an undelivered IRIS leaves the rest unbounded below the total`() {
    let numerator = tally([
      (.iris(a), Count(45)), (.iris(b), .missing), (.ambiguous(dijon), Count(2)),
    ])
    let (declared, _) = IndicatorTable.make(
      definition: definition(), numerator: numerator, irises: [a, b], totals: [dijon: Count(60)])
    #expect(count(.unlocated(dijon), in: declared) == .masked(2...15))
  }

  @Test func `the commune's population is the sum of its IRIS, when all are known`() {
    let numerator = tally([
      (.iris(a), Count(10)), (.iris(b), Count(20)), (.commune(dijon), Count(6)),
    ])
    let (table, problems) = IndicatorTable.make(
      definition: definition(method: .wilson), numerator: numerator,
      denominator: population([a: 100.5, b: 99.5]), irises: [a, b])
    #expect(table.measures.map(\.denominator) == [100.5, 99.5, nil, 200])
    let values: [Double?] = [10 / 100.5 * 100, 20 / 99.5 * 100, nil, 18]
    #expect(table.measures.map { $0.rate?.value } == values)
    #expect(problems.isEmpty)
    let (partial, missing) = IndicatorTable.make(
      definition: definition(method: .wilson), numerator: numerator,
      denominator: population([a: 100.5]), irises: [a, b])
    #expect(partial.measures.map(\.denominator) == [100.5, nil, nil, nil])
    #expect(missing.count(of: "rates.no-population") == 1)
  }

  @Test func `no inhabitant, no rate; more units than inhabitants, a warning`() {
    let (table, problems) = IndicatorTable.make(
      definition: definition(method: .wilson),
      numerator: tally([(.iris(b), Count(20))]),
      denominator: population([a: 0, b: 12.5]), irises: [a, b])
    #expect(table.measures.map { $0.rate?.value } == [nil, 160, nil, 160])
    #expect(table.measures.map { $0.rate?.method } == [nil, .byar, nil, .byar])
    #expect(problems.count(of: "rates.above-whole") == 2)
    #expect(problems.firstStop == nil)
  }

  @Test(arguments: [-1, .nan, .infinity] as [Double])
  func `a population that is no number of people stops`(value: Double) {
    let (_, problems) = IndicatorTable.make(
      definition: definition(method: .byar), numerator: tally([]),
      denominator: population([a: value]), irises: [a])
    #expect(problems.firstStop?.code == "rates.bad-population")
  }

  @Test func `a source as denominator counts its own unlocated units`() {
    let covered = tally([
      (.iris(a), Count(100)), (.iris(b), Count(50)), (.commune(dijon), Count(9)),
    ])
    let (table, _) = IndicatorTable.make(
      definition: definition(method: .wilson, denominatorSource: "regime"),
      numerator: tally([(.iris(a), Count(10)), (.commune(dijon), Count(2))]),
      denominator: .tally(covered, where: { _ in true }), irises: [a, b])
    #expect(table.measures.map(\.denominator) == [100, 50, 9, 159])
    #expect(table.measures.map { $0.rate == nil } == [false, false, true, false])
  }

  @Test func `a masked denominator gives no rate, nor to the commune`() {
    let covered = tally([(.iris(a), Count(100)), (.iris(b), .masked(1...4))])
    let (table, _) = IndicatorTable.make(
      definition: definition(method: .wilson, denominatorSource: "regime"),
      numerator: tally([(.iris(a), Count(20))]),
      denominator: .tally(covered, where: { _ in true }), irises: [a, b])
    #expect(table.measures.map(\.denominator) == [100, nil, 0, nil])
    #expect(table.measures.map { $0.rate == nil } == [false, true, true, true])
  }

  /// Seeded rows over three communes: shuffled they make the same table.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the order of rows and IRIS changes nothing`(seed: UInt64) throws {
    var chance = Seeded(seed: seed)
    let irises = try (1...30).map { number in
      try #require(Iris("2123\(1 + number % 3)01" + (number < 10 ? "0\(number)" : "\(number)")))
    }
    var rows = (0..<300).map { _ -> (Placement, Count) in
      let iris = irises[Int.random(in: 0..<40, using: &chance) % 30]
      let place: Placement = Bool.random(using: &chance) ? .iris(iris) : .ambiguous(iris.commune)
      return (place, Count(Int.random(in: 0..<5, using: &chance)))
    }
    let first = IndicatorTable.make(
      definition: definition(), numerator: tally(rows), irises: irises)
    rows.shuffle(using: &chance)
    let second = IndicatorTable.make(
      definition: definition(), numerator: tally(rows), irises: irises.shuffled(using: &chance))
    #expect(first.0 == second.0)
    #expect(first.1 == second.1)
    let sums = Set(irises.map(\.commune)).map { commune in
      let parts = first.0.measures.filter { $0.zone.commune == commune }.map(\.numerator.lower)
      return parts.dropLast().reduce(0, +) == parts.last
    }
    #expect(sums.allSatisfy { $0 })
  }
}
