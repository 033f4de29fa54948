import Testing

@testable import Exports

/// Facts published with mapclassify: its example data (employment density of 58 counties of
/// California) and the bounds that its documentation and tests state.
@Suite struct ClassificationTests {
  private static let density = [
    329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99, 3.16, 0.22, 8.7,
    6.56, 3.27, 0.33, 370.5, 4.51, 75.29, 0.99, 2.74, 8.68, 0.14, 0.92, 12.63, 28.7, 12.02, 722.85,
    36.68, 0.74, 29.82, 192.05, 3.38, 11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93,
    66.26, 5.39, 0.13, 0.61, 50.65, 40.48, 36.67, 13.09, 1.81, 0.2, 7.6, 2.51, 57.26, 24.32, 6.97,
  ].sorted()

  @Test(
    arguments: [
      (Classification.quantiles, 5, [1.464, 5.798, 13.278, 54.616, 4111.45]),
      (.quantiles, 3, [3.38, 24.32, 4111.45]),
      (.equalIntervals, 5, [822.394, 1644.658, 2466.922, 3289.186, 4111.45]),
      (.equalIntervals, 3, [1370.57, 2741.01, 4111.45]),
      (.fisherJenks, 5, [75.29, 192.05, 370.5, 722.85, 4111.45]),
      (.fisherJenks, 3, [192.05, 722.85, 4111.45]),
      (.manual([10, 100]), 3, [10, 100, 4111.45]),
    ] as [(Classification, Int, [Double])])
  func `bounds are those that mapclassify publishes`(
    classification: Classification, count: Int, expected: [Double]
  ) {
    let bounds = classification.upperBounds(of: Self.density, count: count)
    #expect(bounds.count == expected.count)
    #expect(zip(bounds, expected).allSatisfy { abs($0 - $1) < 1e-9 * max(1, $1) })
  }

  /// Made with mapclassify 2.10.0, whose bounds are rounded to six decimals here: numbers of one
  /// decimal, and many equal ones.
  private static let rates = [
    1.2, 1.3, 1.6, 1.6, 1.6, 1.8, 2.6, 2.9, 3.0, 3.3, 4.2, 5.0, 5.1, 5.2, 6.6, 6.7, 7.2, 7.5, 8.5,
    8.7, 8.9, 9.6, 9.6, 10.8, 11.1, 11.5, 12.4, 12.9, 14.2, 15.8, 17.5, 20.8,
  ]
  private static let ties: [Double] = [
    0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 3, 5, 5, 5, 5, 13, 13, 21, 21, 21,
  ]

  @Test(
    arguments: [
      (rates, .quantiles, [4.466667, 9.366667, 20.8]),
      (rates, .quantiles, [2.66, 5.14, 8.62, 11.42, 20.8]),
      (rates, .equalIntervals, [6.1, 11, 15.9, 20.8]),
      (rates, .fisherJenks, [5.2, 12.9, 20.8]),
      (rates, .fisherJenks, [5.2, 9.6, 14.2, 20.8]),
      (rates, .fisherJenks, [3.3, 6.7, 9.6, 14.2, 20.8]),
      (ties, .quantiles, [0.75, 2.5, 5, 21]),
      (ties, .quantiles, [0, 1.2, 3, 8.2, 21]),
      (ties, .equalIntervals, [4.2, 8.4, 12.6, 16.8, 21]),
      (ties, .fisherJenks, [5, 13, 21]),
      (ties, .fisherJenks, [2, 5, 13, 21]),
      (ties, .fisherJenks, [1, 3, 5, 13, 21]),
    ] as [([Double], Classification, [Double])])
  func `bounds are those that mapclassify computes`(
    values: [Double], classification: Classification, expected: [Double]
  ) {
    let bounds = classification.upperBounds(of: values, count: expected.count)
    #expect(bounds.count == expected.count)
    #expect(zip(bounds, expected).allSatisfy { abs($0 - $1) < 1e-6 }, "\(bounds)")
  }

  @Test func `rounding a bound moves no value to another class`() {
    let values = Self.density.compactMap { FixedPoint($0, decimals: 2) }
    for classification in [Classification.fisherJenks, .equalIntervals] {
      let tops = classification.upperBounds(of: Self.density, count: 5).dropLast()
      let bounds = classification.bounds(of: values)
      for value in values {
        let rounded = bounds.prefix { $0 <= value }.count
        let exact = Set(
          tops.filter { $0 + 1e-9 < value.value }.map { top in
            values.last { $0.value <= top + 1e-9 } ?? value
          }
        ).count
        #expect(rounded == exact, "\(value.value)")
      }
    }
  }

  @Test func `equal values make one class`() {
    let values = (0..<9).compactMap { _ in FixedPoint(3.5, decimals: 2) }
    for classification in [Classification.quantiles, .fisherJenks, .equalIntervals] {
      #expect(classification.bounds(of: values) == [])
    }
  }

  @Test(arguments: [
    (10.0, [4.0, 6.0, 8.0, 9.0, 10.0, 11.0, 12.0, 14.0, 16.0], [8.0, 9.0, 12.0, 14.0]),
    (9.84, [9.8, 9.8, 9.8], [Double]()),
    (0.0, [-3.0, -1.0, 0.0, 1.0, 2.0, 4.0], [-2.0, 0.0, 1.0, 4.0]),
    (5.0, [7.0, 7.0, 3.0], [5.0]), (5.0, [Double](), [Double]()), (5.0, [6.0, 7.0], [Double]()),
    (0.0, [-6.0, -5.0, -2.0, -1.0], [-2.0, -1.0]),
    (0.0, [1.0, 2.0, 5.0, 6.0], [2.0, 5.0]),
    (0.0, [-0.3, 0.2, 30.0], [0.0, 20.0]),
  ])
  func `bounds lie about as far under as over the reference`(
    centre: Double, values: [Double], bounds: [Double]
  ) {
    let numbers = values.compactMap { FixedPoint($0, decimals: 2) }
    #expect(Classification.around(centre).bounds(of: numbers).map(\.value) == bounds)
  }

  @Test(arguments: [
    ([-6.0, -5.0, -2.0, -1.0], [0, 1, 2]), ([1.0, 2.0, 5.0, 6.0], [2, 3, 4]), ([1.0], [3]),
    ([-1.0], [1]), ([0.0], [2]), ([-1.0, 1.0], [1, 3]),
    ([-2.0, -1.0, 0.0, 1.0, 2.0], [0, 1, 2, 3, 4]),
  ])
  func `a class has the tint of its side, whatever side has none`(
    values: [Double], places: [Int]
  ) {
    let numbers = values.compactMap { FixedPoint($0, decimals: 2) }
    let scale = DivergingScale(around: 0, of: numbers)
    #expect((0...scale.bounds.count).map(scale.place) == places)
  }

  @Test func `an index is drawn around the whole territory, in QGIS as in the atlas`() throws {
    let town = Town(counts: [20, 30, 40, 50, 60], population: [200, 200, 200, 200, 200])
    let style = try town.exporter(classes: ClassChoice(centred: ["c2s"])).published([.geojson])
      .text("essai.qml")
    #expect(style.contains(Tints.parts(of: Tints.aroundSteps[0])))
    #expect(style.contains(Tints.parts(of: Tints.aroundSteps[4])))
    #expect(!style.contains(Tints.parts(of: Tints.steps[0])))
  }
}
