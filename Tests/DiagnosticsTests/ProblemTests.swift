import Testing

@testable import Diagnostics

@Suite struct ProblemTests {
  private func ragged(line: Int) -> Problem {
    Problem(
      "tables.ragged-row", .dropsRow, at: Place(file: "cpam.csv", line: line),
      fact: "\(6) champs, \(5) attendus", remedy: "mettre entre guillemets la colonne « voie »")
  }

  @Test func `a problem is two lines: place, fact and code, then the remedy`() {
    let expected = """
      cpam.csv:12: 6 champs, 5 attendus [tables.ragged-row]
        → mettre entre guillemets la colonne « voie »
      """
    #expect(ragged(line: 12).description == expected)
  }

  @Test func `a thousand times the same is three places and a count`() {
    let log = ProblemLog((1...1000).map(ragged))
    #expect(log.groups.map(\.count) == [1000])
    #expect(log.groups.first?.first.compactMap(\.place.line) == [1, 2, 3])
    #expect(log.description.hasSuffix("… et 997 autres fois"))
  }

  @Test func `logs of two halves read like the log of the whole`() {
    let whole = ProblemLog((1...10).map(ragged))
    var halves = ProblemLog((1...2).map(ragged))
    halves.append(ProblemLog((3...10).map(ragged)))
    #expect(halves == whole)
  }

  @Test func `checking throws the first problem that stops`() {
    let stop = Problem("files.missing", .stops, fact: "introuvable", remedy: "vérifier")
    let log = ProblemLog([ragged(line: 1), stop])
    #expect(throws: stop) { try log.check() }
    #expect(throws: Never.self) { try ProblemLog([ragged(line: 1)]).check() }
  }

  @Test(arguments: [
    ("threshhold", "threshold"), ("Adress", "address"), ("owner", "owner"), ("xyz", nil),
  ])
  func `the nearest legal word is offered, or none`(typed: String, expected: String?) {
    let legal = ["address", "owner", "threshold"]
    #expect(Suggestion.nearest(to: typed, among: legal) == expected)
  }
}

@Suite struct FrenchNumberTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1 000"), (48120, "48 120"), (-1_234_567, "−1 234 567"),
  ])
  func `thousands are grouped`(number: Int, expected: String) {
    #expect(FrenchNumber.grouped(number) == expected.replacing(" ", with: "\u{202F}"))
  }

  @Test(arguments: [
    (12.5, 1, "12,5"), (0.05, 1, "0,1"), (0.04, 1, "0,0"), (-0.04, 1, "0,0"), (1234.0, 0, "1 234"),
    (2.675, 2, "2,68"), (-3.14159, 3, "−3,142"), (0.5, 0, "1"), (1.5, 0, "2"),
  ])
  func `decimals are stated and the comma is French`(
    number: Double, decimals: Int, expected: String
  ) {
    let shown = expected.replacing(" ", with: "\u{202F}")
    #expect(FrenchNumber.decimal(number, decimals: decimals) == shown)
  }

  @Test(arguments: [
    (0, "0 ligne lue"), (1, "1 ligne lue"), (2, "2 lignes lues"), (-2, "−2 lignes lues"),
    (1200, "1\u{202F}200 lignes lues"),
  ])
  func `what is counted is singular under two`(number: Int, expected: String) {
    let sentence: Prose = "\(number, "ligne lue", "lignes lues")"
    #expect(sentence.text == expected)
  }
}
