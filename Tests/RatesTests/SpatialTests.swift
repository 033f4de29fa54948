import Testing

@testable import Rates

/// Nine areas on a square, compared with esda 2.9.0 and libpysal 4.14.1 (row-standardised rook
/// weights); local Bayes also by fractions in Python.
@Suite struct SpatialTests {
  private let figures = zip(
    [12, 30, 7, 45, 0, 22, 60, 15, 33], [100, 250.5, 90, 300, 40, 180, 410, 120, 275.25]
  ).map { ShownFigure(count: $0, population: $1) }
  private let square = Contiguity([
    [1, 3], [0, 2, 4], [1, 5], [0, 4, 6], [1, 3, 5, 7], [2, 4, 8], [3, 7], [4, 6, 8], [5, 7],
  ])

  private func expectAgreement(_ found: [Double?], _ expected: [Double]) {
    let wrong = zip(found, expected).enumerated().filter { _, pair in
      !agrees(pair.0 ?? .nan, pair.1, within: 1e-12)
    }
    #expect(found.count == expected.count && wrong.map(\.offset) == [])
  }

  @Test func `empirical Bayes towards the whole is esda's`() {
    expectAgreement(
      BayesianSmoothing.global(figures),
      [
        0.12665027457662076, 0.1263425748914575, 0.12551451773101444, 0.1288434213681098,
        0.1252907852598621, 0.12661118281997955, 0.1290727449730662, 0.1267910529073591,
        0.1263060077627762,
      ])
  }

  @Test func `empirical Bayes towards the neighbours is esda's`() {
    expectAgreement(
      BayesianSmoothing.local(figures, square),
      [
        0.1337432744043044, 0.11030988393849124, 0.11335254562920269, 0.1431683349609375,
        0.1177257051610938, 0.11187893493589593, 0.14457831325301204, 0.12707733024728723,
        0.12168622338113863,
      ])
  }

  @Test func `Moran's I and its local shares are those of the definition`() throws {
    let moran = try #require(MoranStatistic(figures, square, permutations: 999, seed: 7))
    #expect(agrees(moran.value, -0.19499141906208214, within: 1e-12))
    #expect(moran.expected == -0.125)
    expectAgreement(
      moran.locals.map { $0?.value },
      [
        0.15327726736974112, -0.24954218672054074, -0.20156823359466702, -0.446291596162314,
        -1.18807854235317, -0.30688601151566836, 0.572967442363827, -0.1744807311662407,
        0.08567982022029316,
      ])
    #expect(
      moran.locals.map { $0?.quadrant.rawValue } == [
        "haut-haut", "haut-bas", "bas-haut", "haut-bas", "bas-haut", "haut-bas", "haut-haut",
        "haut-bas", "haut-haut",
      ])
  }

  /// esda, 9,999 permutations; ours differ by chance only.
  @Test func `pseudo p-values are near esda's, and replay`() throws {
    let moran = try #require(MoranStatistic(figures, square, permutations: 2000, seed: 3))
    let expected = [0.211, 0.0184, 0.3954, 0.3232, 0.1711, 0.0188, 0.0375, 0.2354, 0.3513]
    #expect((moran.probability - 0.3877).magnitude < 0.05)
    let wrong = zip(moran.locals, expected).filter {
      ($0.0?.probability ?? 1) - $0.1 > 0.05 || $0.1 - ($0.0?.probability ?? 1) > 0.05
    }
    #expect(wrong.map(\.1) == [])
    #expect(moran == MoranStatistic(figures, square, permutations: 2000, seed: 3))
  }

  @Test func `a withheld area has no value and lends none`() throws {
    var hidden = figures
    hidden[4] = nil
    #expect(BayesianSmoothing.global(hidden)[4] == nil)
    #expect(BayesianSmoothing.local(hidden, square)[4] == nil)
    let moran = try #require(MoranStatistic(hidden, square, permutations: 9))
    #expect(moran.locals[4] == nil && moran.locals[1] != nil)
    #expect(QuantileGroups(hidden, into: 4).groups[4] == nil)
    let apart = Contiguity(
      square.neighbours.enumerated().map { area, others in
        area == 4 ? [] : others.filter { $0 != 4 }
      })
    #expect(MoranStatistic(hidden, apart, permutations: 9) == moran)
  }

  @Test func `equal rates have no pattern`() {
    let equal = Array(repeating: ShownFigure(count: 5, population: 50), count: 9)
    #expect(MoranStatistic(equal, square) == nil)
    #expect(BayesianSmoothing.global(equal) == Array(repeating: 0.1, count: 9))
  }

  @Test func `ties share a group, and ends are the first and last`() {
    let values: [Double?] = [1, 1, 1, 4, nil, 6, 7, 8]
    #expect(QuantileGroups(values, into: 3).groups == [1, 1, 1, 2, nil, 2, 3, 3])
    #expect(QuantileGroups(values, into: 9).groups == Array(repeating: nil, count: 8))
  }

  /// Limits: Wilson's formula in Python.
  @Test func `a funnel holds what chance does`() throws {
    let funnel = FunnelLimits(around: 0.1, method: .wilson)
    let limits = funnel.limits(for: 400, .of95)
    #expect(agrees(limits.lower, 0.07429925914003438, within: 1e-9))
    #expect(agrees(limits.upper, 0.13331057632740284, within: 1e-9))
    func position(_ count: Int) -> FunnelLimits.Position? {
      ShownFigure(count: count, population: 400).map(funnel.position)
    }
    #expect(position(40) == .inside && position(29) == .below && position(80) == .farAbove)
    let events = FunnelLimits(around: 0.001, method: .byar).limits(for: 5000, .of95)
    #expect(agrees(events.lower, 1.62348639011842054 / 5000, within: 1e-12))
  }
}
