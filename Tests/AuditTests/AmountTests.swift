import Audit
import TestSupport
import Testing

/// Amounts have a promise of their own: nobody's is known better than by 15 %.
@Suite struct AmountTests {
  private func kinds(
    _ amounts: [Int], hidden: Set<Int>, unit: String = "euro"
  ) throws -> [Breach.Kind] {
    let release = WrittenRelease(
      columns: [.init(counts: amounts, hidden: hidden, unit: unit)])
    return try release.written().certificate().breaches.map(\.kind)
  }

  @Test(arguments: [
    (
      "an amount under the threshold of persons may be shown", [900, 5, 700, 0], [Int](),
      [Breach.Kind]()
    ),
    ("two that hide one another well", [900, 500, 400, 0], [1, 2], []),
    ("a great one behind a small one is known to 10 %", [900, 1000, 100, 0], [1, 2], []),
    ("alone it is exact", [900, 500, 400, 0], [1], [Breach.Kind.exact]),
  ])
  func `a withheld amount is attacked by what is shown`(
    _ story: String, amounts: [Int], hidden: [Int], expected: [Breach.Kind]
  ) throws {
    #expect(try kinds(amounts, hidden: Set(hidden)) == expected, "\(story)")
  }

  @Test func `an amount that two sums hold within a tenth is known too well`() throws {
    // women and men each have a column; the whole is shown, so that few can hide the great one
    var all = WrittenRelease.Column(
      id: "tous", counts: [1000, 700, 0], hidden: [], parts: ["f", "h"], unit: "euro")
    let women = WrittenRelease.Column(
      id: "femmes", counts: [960, 350, 0], hidden: [0, 1], parts: ["f"], unit: "euro")
    var men = WrittenRelease.Column(
      id: "hommes", counts: [40, 350, 0], hidden: [0, 1], parts: ["h"], unit: "euro")
    let wide = try WrittenRelease(columns: [all, women, men]).written().certificate()
    #expect(wide.breaches == [] && wide.numbers.amounts == 4)
    #expect(wide.text.contains("Montants secrets, aucun connu à moins de 15 % près : 4"))
    all.counts = [1000, 380, 0]
    men.counts = [40, 30, 0]
    let narrow = WrittenRelease(columns: [all, women, men])
    #expect(try narrow.written().certificate().breaches.map(\.kind).contains(.narrow))
  }

  @Test func `the same numbers as counts of persons are judged by the threshold`() throws {
    #expect(try kinds([900, 6, 4, 0], hidden: [1, 2]) == [])
    #expect(
      try kinds([900, 6, 4, 0], hidden: [1, 2], unit: "personne") == [
        .belowThreshold, .belowThreshold,
      ])
  }

  @Test func `each indicator has the threshold of its sources`() throws {
    var release = WrittenRelease(columns: [
      .init(id: "caf", counts: [40, 3, 4, 0], hidden: [1, 2], threshold: 5, source: "caf")
    ])
    #expect(try release.written().certificate().breaches == [])
    #expect(try release.written().certificate().text.contains("Seuil : 11, 5 pour caf"))
    release.columns[0].threshold = nil
    #expect(
      try release.written().certificate().breaches.map(\.kind) == [
        .belowThreshold, .belowThreshold,
      ])
  }
}
