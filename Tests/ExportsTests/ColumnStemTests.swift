import Rates
import Territory
import TestSupport
import Testing

@testable import Exports

@Suite struct ColumnStemTests {
  @Test(arguments: [
    (["tx_c2s"], ["tx_c2s"]), (["c2s", "ald"], ["c2s", "ald"]), (["a", "a_n"], ["a", "a_n"]),
    (["beneficiaires_c2s"], ["benefic"]), (["taux_de_c2s"], ["taux_de"]),
    (["revenu_median"], ["revenu"]),
    (["beneficiaires_c2s", "beneficiaires_ald"], ["benefic", "benefi2"]),
    (["benefic", "beneficiaires"], ["benefic", "benefi2"]),
  ])
  func `a stem is the identifier, or a shorter name of its own`(ids: [String], stems: [String]) {
    let found = ColumnStem.stems(for: ids.map(indicator), besides: []).map(\.text)
    #expect(found == stems)
  }

  @Test func `the first ten characters of every name are its own`() {
    var chance = Seeded(seed: 10)
    var failures: [[String]] = []
    for _ in 0..<100 {
      let ids = Set((0..<40).map { _ in randomID(&chance) }).sorted()
      let taken = ZoneNames.allNames + NoticeColumns.allNames
      let stems = ColumnStem.stems(for: ids.map(indicator), besides: taken)
      let names = taken + stems.flatMap { stem in ColumnStem.Ending.allCases.map(stem.name) }
      let isLegal = names.allSatisfy { name in
        name.utf8.count <= 31 && name.first?.isLetter == true
          && name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789_".utf8.contains($0) }
      }
      if !isLegal || Set(names.map { $0.prefix(10) }).count != names.count { failures.append(ids) }
    }
    #expect(failures == [])
  }

  /// Few letters, so that prefixes collide.
  private func randomID(_ chance: inout Seeded) -> String {
    let length = Int.random(in: 1...23, using: &chance)
    return "m"
      + (1..<length).map { _ in ["i", "l", "_", "n"].randomElement(using: &chance) ?? "i" }.joined()
  }

  private func indicator(_ id: String) -> IndicatorDefinition {
    IndicatorDefinition(
      id: id, title: id, source: "s", unit: .person, numeratorVintage: "2025",
      denominatorLabel: "", denominatorVintage: "", per: 100, method: .wilson)
  }
}
