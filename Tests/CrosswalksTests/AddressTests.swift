import Boundaries
import Crosswalks
import Diagnostics
import Territory
import TestSupport
import Testing

@Suite struct AddressTests {
  private let old = contours("IRIS 2020", [("211230101", box(0, 0, 600, 300))])
  private let new = contours(
    "IRIS 2024", [("211230103", box(0, 0, 150, 300)), ("211230104", box(150, 0, 450, 300))])

  /// Positions at so many places of each column of land, metres from the world's corner.
  private func positions(_ xs: [(x: Double, count: Int)]) -> AddressPositions {
    let all = xs.flatMap { at in (0..<at.count).map { (at.x + 770_000, Double($0) + 6_280_001) } }
    return AddressPositions(xs: all.map(\.0), ys: all.map(\.1))
  }

  @Test func `an IRIS that is cut is weighed by its addresses`() throws {
    let addresses = positions([(x: 10, count: 30), (x: 200, count: 10), (x: 5000, count: 99)])
    let (crosswalk, problems) = try Crosswalk.between(old, new, addresses: addresses)
    #expect(crosswalk.links.map(\.share.billionths) == [750_000_000, 250_000_000])
    #expect(crosswalk.links.map(\.method) == [.addresses, .addresses])
    #expect(crosswalk.links.map(\.coverage) == [.whole, .whole])
    #expect(problems.isEmpty)
  }

  @Test func `without addresses, or with few, areas do, and few are told`() throws {
    let few = positions([(x: 10, count: 15), (x: 200, count: 4)])
    for addresses in [nil, few] {
      let (crosswalk, problems) = try Crosswalk.between(old, new, addresses: addresses)
      #expect(crosswalk.links.map(\.share.billionths) == [250_000_000, 750_000_000])
      #expect(crosswalk.links.map(\.method) == [.areas, .areas])
      #expect(problems.count(of: "crosswalks.few-addresses") == (addresses == nil ? 0 : 1))
    }
  }

  @Test func `a part where nobody lives keeps its link with a share of nothing`() throws {
    let (crosswalk, _) = try Crosswalk.between(
      old, new, addresses: positions([(x: 10, count: 25)]))
    #expect(crosswalk.links.map(\.share) == [.whole, .none])
    var tally = Tally(unit: .person)
    tally.add(Count(9), at: .iris(iris("211230101")))
    let carried = tally.carried(by: crosswalk).0
    #expect(carried.count(at: .iris(iris("211230103"))).exact == 9)
    #expect(carried.count(at: .iris(iris("211230104"))).exact == 0)
  }

  /// Addresses in the strip by which two drawings of the outer limit differ say nothing of the cut.
  @Test func `addresses in slivers are left out and told by the coverage`() throws {
    let next = contours(
      "IRIS 2024",
      [
        ("211230103", box(0, 0, 150, 300)), ("211230104", box(150, 0, 440, 300)),
        ("211230105", box(590, 0, 400, 300)),
      ])
    let before = contours(
      "IRIS 2020", [("211230101", box(0, 0, 600, 300)), ("211230105", box(600, 0, 400, 300))])
    let addresses = positions([(x: 10, count: 20), (x: 200, count: 20), (x: 595, count: 10)])
    let (crosswalk, _) = try Crosswalk.between(before, next, addresses: addresses)
    let links = crosswalk.links(from: iris("211230101"))
    #expect(links.map(\.share.billionths) == [500_000_000, 500_000_000])
    #expect(links.map(\.coverage.billionths) == [800_000_000, 800_000_000])
  }

  @Test(arguments: ["x;y\n770010.5;6280010\nn.c.;\n", "lon;lat\n3.867046;43.615681\nn.c.;\n"])
  func `positions are read in metres or degrees, and blanks lie nowhere`(text: String) throws {
    let folder = TemporaryFolder()
    let file = folder.write(text, to: "adresses.csv")
    let (positions, _) = try AddressPositions.read([file], in: .lambert93)
    #expect(abs(positions.xs[0] - 770_010) < 1)
    #expect(abs(positions.ys[0] - 6_280_010) < 1)
    #expect(positions.xs.dropFirst().allSatisfy { $0.isNaN || $0.isInfinite })
  }

  @Test func `a file without positions is refused with its columns`() {
    let folder = TemporaryFolder()
    let file = folder.write("numero;voie\n1;rue A\n", to: "adresses.csv")
    let problem = #expect(throws: Problem.self) {
      try AddressPositions.read([file], in: .lambert93)
    }
    #expect(problem?.code == "crosswalks.no-position-column")
  }
}
