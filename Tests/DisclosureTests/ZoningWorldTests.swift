import Rates
import Territory
import TestSupport
import Testing

@testable import Disclosure

/// Two IRIS and a district that cuts both, every number of persons from 0 to 4 in each piece: what is
/// published is attacked by trying every table of integers that fits it.
@Suite struct ZoningWorldTests {
  @Test(arguments: [2, 3])
  func `no small piece of an IRIS is ever known to be small`(threshold: Int) throws {
    var told: [[Int]] = []
    var shown = 0
    for number in stride(from: 0, to: 625, by: 7) {
      let world = try CutWorld(
        (0..<4).map { place in (0..<place).reduce(number) { rest, _ in rest / 5 } % 5 })
      let release = try world.release(threshold)
      if release.zonings[0].figures[0][0].count != nil { shown += 1 }
      if world.tells(release, threshold) { told.append(world.pieces) }
    }
    #expect(told == [])
    #expect(shown > 20)
  }

  @Test func `a district that gives a few persons away is withheld or covered`() throws {
    // 30 + 40 persons, 65 of them in the district: 2 and 3 outside
    let world = try CutWorld([28, 2, 37, 3])
    let release = try world.release(11)
    let area = release.zonings[0].figures[0][0]
    #expect(area.status == .withheld && area.count == nil)
    #expect(release.rows.prefix(2).map { $0.figures[0].count } == [30, 40])
    let calm = try CutWorld([18, 12, 20, 20]).release(11)
    #expect(calm.zonings[0].figures[0][0].count == 38)
  }

  @Test func `what nobody knows of a piece is missing, not withheld`() throws {
    let world = try CutWorld([28, 2, 37, 3])
    let release = try Protection.release(
      of: [world.table.known(by: nil, base: nil)], rule: ProtectionRule(threshold: 11),
      on: [world.zoning]
    ).release
    #expect(release.zonings[0].figures[0][0].status == .missing)
  }

  @Test func `areas of whole communes follow their communes`() throws {
    let (north, south) = (try Town(irises: 2), try Town(irises: 2, commune: "21540"))
    var tally = Tally(unit: .count, dimensions: [])
    for (iris, count) in zip(north.irises + south.irises, [40, 30, 3, 1]) {
      tally.add(Count(count), at: .iris(iris))
    }
    let table = IndicatorTable.make(
      definition: IndicatorDefinition(
        id: "n", title: "n", source: "cpam", unit: .person, numeratorVintage: "2025",
        denominatorLabel: "", denominatorVintage: "", per: 100, method: nil),
      numerator: tally, irises: north.irises + south.irises
    ).0
    let zoning = Zoning(
      id: "epci", title: "EPCI", areas: [.init(code: "1", name: ""), .init(code: "2", name: "")],
      members: .communes([north.commune: "1", south.commune: "2"]))
    let release = try Protection.release(
      of: [table], rule: ProtectionRule(threshold: 5), on: [zoning]
    ).release
    #expect(release.zonings[0].figures.map { $0[0].count } == [70, nil])
    let both = Zoning(
      id: "epci", title: "EPCI", areas: [.init(code: "1", name: "")],
      members: .communes([north.commune: "1", south.commune: "1"]))
    let joined = try Protection.release(
      of: [table], rule: ProtectionRule(threshold: 5), on: [both]
    ).release
    // four persons in the whole south: its total goes, and with it what would tell it
    #expect(joined.zonings[0].figures[0][0].status == .withheld)
  }
}

/// Persons of two IRIS in a district and outside it.
struct CutWorld {
  /// In the district and outside, IRIS by IRIS.
  let pieces: [Int]
  let zoning: Zoning
  let table: IndicatorTable

  init(_ pieces: [Int]) throws {
    let town = try Town(irises: 2)
    var tally = Tally(unit: .count, dimensions: ["qpv"])
    for (index, count) in pieces.enumerated() {
      tally.add(
        Count(count), at: .iris(town.irises[index / 2]),
        category: .init([index % 2 == 0 ? "Q" : ""]))
    }
    self.pieces = pieces
    zoning = Zoning(
      id: "qpv", title: "QPV", areas: [.init(code: "Q", name: "")],
      members: .irises([town.irises[0]: ["", "Q"], town.irises[1]: ["", "Q"]]))
    table = town.table(tally).known(
      by: IndicatorTable.pieces(of: tally, by: ["qpv"]) { _ in true }, base: nil)
  }

  func release(_ threshold: Int) throws -> Release {
    try Protection.release(of: [table], rule: ProtectionRule(threshold: threshold), on: [zoning])
      .release
  }

  /// Whether everybody knows of a small piece that it is small, a small union of pieces included.
  func tells(_ release: Release, _ threshold: Int) -> Bool {
    let counts = release.rows.map { $0.figures[0] }
    let area = release.zonings[0].figures[0][0]
    let wholes = [[0, 1], [2, 3], [0, 1, 2, 3], [0, 2]]
    let published = [counts[0], counts[1], counts[3], area]
    let secrets = (1...15).map { mask in (0..<4).filter { mask >> $0 & 1 == 1 } }
      .filter { (1..<threshold).contains(sum(pieces, $0)) }
    var most = secrets.map { _ in 0 }
    guard let total = counts[3].count else { return published.contains { ($0.count ?? 0) > 0 } }
    for guess in everySplit(of: total, into: 4, atLeast: 0) {
      let fits = zip(wholes, published).allSatisfy { whole, figure in
        let number = sum(guess, whole)
        return figure.count.map { $0 == number } ?? (number > 0)
      }
      guard fits else { continue }
      for (index, secret) in secrets.enumerated() {
        most[index] = max(most[index], sum(guess, secret))
      }
    }
    return most.contains { $0 < threshold }
  }

  private func sum(_ numbers: [Int], _ places: [Int]) -> Int {
    places.reduce(0) { $0 + numbers[$1] }
  }
}
