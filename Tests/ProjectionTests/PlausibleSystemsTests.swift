import Geometry
import Projection
import Territory
import TestSupport
import Testing

@Suite struct PlausibleSystemsTests {
  private static let hérault = Envelope<Geographic>(minX: 2.5, minY: 43.2, maxX: 4.2, maxY: 44.0)

  private static func places(_ count: Int = 60) -> [Position<Geographic>] {
    var chance = Seeded(seed: 34)
    return (0..<count).map { _ in
      Position(
        x: .random(in: 3.7...4.0, using: &chance), y: .random(in: 43.5...43.7, using: &chance))
    }
  }

  private static func declared(in code: Int) throws -> [Position<AsDeclared>] {
    let back = try Transformer<Geographic, AsDeclared>(source: .crs84, target: .epsg(code))
    return places().map { back.transformed($0) }
  }

  @Test(arguments: [2154, 27572, 3943, 3944, 3857, 32631])
  func `points in a known system betray it`(code: Int) throws {
    let points = try Self.declared(in: code)
    let best = PlausibleSystems.candidates(
      forXs: points.map(\.x), ys: points.map(\.y), inside: Self.hérault
    ).first
    #expect(best?.system == .epsg(code))
    #expect(best?.isSwapped == false)
    #expect(best?.share == 1)
  }

  @Test func `degrees in the other order are said to be so`() {
    let places = Self.places()
    let best = PlausibleSystems.candidates(
      forXs: places.map(\.y), ys: places.map(\.x), inside: Self.hérault
    ).first
    #expect(best?.system == .crs84)
    #expect(best?.isSwapped == true)
    #expect(best?.label == "WGS 84, latitude puis longitude")
  }

  @Test func `a few stray or missing numbers do not hide the answer`() throws {
    let points = try Self.declared(in: 2154)
    let xs = points.map(\.x) + [.nan, 0, 0, 1e300]
    let ys = points.map(\.y) + [1, 0, .infinity, 1e300]
    let best = PlausibleSystems.candidates(forXs: xs, ys: ys, inside: Self.hérault).first
    #expect(best?.system == .epsg(2154))
    #expect((best?.share ?? 1) < 1)
  }

  @Test func `nonsense fits nothing`() {
    let zeros = [Double](repeating: 0, count: 10)
    #expect(PlausibleSystems.candidates(forXs: zeros, ys: zeros, inside: Self.hérault).isEmpty)
    #expect(PlausibleSystems.candidates(forXs: [], ys: [], inside: Self.hérault).isEmpty)
    let nans = [Double](repeating: .nan, count: 3)
    #expect(PlausibleSystems.candidates(forXs: nans, ys: nans, inside: Self.hérault).isEmpty)
  }

  @Test func `points of La Réunion are found there`() throws {
    let area = try #require(ReferenceSystem.epsg(2975).areaOfUse)
    let best = PlausibleSystems.candidates(
      forXs: [338_000, 345_000], ys: [7_690_000, 7_680_000], inside: area.envelope)
    #expect(best.first?.system == .epsg(2975))
  }
}
