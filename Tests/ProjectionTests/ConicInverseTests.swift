import Diagnostics
import Geometry
import Territory
import TestSupport
import Testing

@testable import Projection

@Suite struct ConicInverseTests {
  private func operation() throws -> ProjObject {
    let context = try ProjContext()
    let (source, target) = (try context.system(.epsg(2154)), try context.system(.crs84))
    return try #require(context.operation(from: source, to: target, over: source.areaOfUse))
  }

  @Test func `the closed form says what PROJ says, as far as it goes`() throws {
    let operation = try operation()
    var chance = Seeded(seed: 46)
    var disagreements: [[Double]] = []
    for _ in 0..<20_000 {
      let easting = Double.random(in: -1_200_000...2_600_000, using: &chance)
      let northing = Double.random(in: 4_700_000...8_500_000, using: &chance)
      var (x, y, longitude, latitude) = (easting, northing, easting, northing)
      operation.transform(&x, &y, count: 1, stride: 1)
      let isDone = ConicInverse.lambert93.transform(&longitude, &latitude)
      let isSame = isDone && abs(x - longitude) < 1e-11 && abs(y - latitude) < 1e-11
      if !isSame { disagreements.append([easting, northing]) }
    }
    #expect(disagreements == [])
  }

  @Test func `it serves where PROJ agrees`() throws {
    #expect(try operation().conicInverse != nil)
  }

  @Test(
    arguments: [
      (2_700_001.0, 6_600_000.0), (700_000, 8_600_001), (-1e12, 6_600_000), (.nan, 6_600_000),
      (700_000, .infinity),
    ])
  func `what is far from France is left to PROJ, untouched`(x: Double, y: Double) throws {
    var place = (x: x, y: y)
    #expect(!ConicInverse.lambert93.transform(&place.x, &place.y))
    #expect(place.x.bitPattern == x.bitPattern && place.y.bitPattern == y.bitPattern)
    let shortcut = try Transformer<Projected, Geographic>(from: .lambert93)
    let found = shortcut.transformed(Position<Projected>(x: x, y: y))
    var expected = (x: x, y: y)
    try operation().transform(&expected.x, &expected.y, count: 1, stride: 1)
    #expect(found.x.bitPattern == expected.x.bitPattern)
    #expect(found.y.bitPattern == expected.y.bitPattern)
  }
}
