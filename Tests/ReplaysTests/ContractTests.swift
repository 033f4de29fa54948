import Glibc
import TestSupport
import Testing

/// A file that no longer means what it meant.
@Suite struct ContractTests {
  /// What arrived under which names, the problem, and words that help.
  struct Case: Sendable, CustomTestStringConvertible {
    let files: [String: String]
    let code: String
    let words: [String]
    var testDescription: String { "\(code) \(words)" }

    init(_ files: [String: String], _ code: String, _ words: String...) {
      (self.files, self.code, self.words) = (files, code, words)
    }
  }

  private static let rows = TwoYears.rows()

  private static let cases = [
    Case([:], "replay.nothing-received"),
    Case(["C2S_2026.csv": TwoYears.rows("IRIS;GENRE")], "replay.missing-column", "SEXE → GENRE"),
    Case(["C2S_2026.csv": TwoYears.rows("IRIS;X1")], "replay.missing-column", "absentes : SEXE"),
    Case(
      ["C2S_2026.csv": TwoYears.rows("IRIS;SEXE_1")], "replay.missing-column", "SEXE → SEXE_1",
      "C2S_2026.csv:1"),
    Case(["autre_2026.csv": "A;B\n1;2\n"], "replay.no-file", "IRIS, SEXE"),
    Case(
      ["c2s_a_2026.csv": rows, "c2s_b_2026.csv": rows], "replay.several-files",
      "c2s_a_2026.csv, "),
    Case(
      ["C2S_2026.csv": rows.replacing("21231010", with: "quartier ")], "replay.retyped-column",
      "« IRIS »", "des codes"),
    Case(
      ["C2S_2026.csv": rows.replacing(";F\n", with: ";1\n").replacing(";M\n", with: ";2\n")],
      "replay.retyped-column", "« SEXE »", "comme l’an dernier"),
    Case(
      ["C2S_2026.csv": rows.replacing(";F\n", with: ";Femme\n")], "replay.absent-label",
      "« F »", "« SEXE »"),
    Case(["C2S.csv": rows], "replay.no-reference-date", "--reference-date c2s="),
  ]

  @Test(arguments: cases)
  func `what cannot mean the same is refused with its reason`(item: Case) {
    let years = TwoYears()
    unlink(years.folder.path("2026/recu/C2S_2026.csv"))
    for (name, content) in item.files { years.folder.write(content, to: "2026/recu/\(name)") }
    let run = years.replay()
    #expect(run.status == 3)
    #expect(run.messages.contains("[\(item.code)]"), "\(run.messages)")
    for word in item.words { #expect(run.messages.contains(word), "\(run.messages)") }
    #expect(years.written.isEmpty)
  }

  @Test func `a column more is said and not read`() {
    let years = TwoYears()
    let wider = TwoYears.rows().replacing("IRIS;SEXE", with: "IRIS;SEXE;REGIME")
      .replacing(";F\n", with: ";F;A\n").replacing(";M\n", with: ";M;B\n")
    years.folder.write(wider, to: "2026/recu/C2S_2026.csv")
    let run = years.replay("--a-blanc")
    #expect(run.status == 0)
    #expect(run.output.contains("toutes là : 2 ; non lues : REGIME"))
  }

  @Test func `once last year's file is deleted the campaign alone is the contract`() {
    let years = TwoYears()
    unlink(years.folder.path("2025/recu/C2S_2025.csv"))
    #expect(years.replay("--a-blanc").status == 0)
    years.folder.write(TwoYears.rows("IRIS;SX"), to: "2026/recu/C2S_2026.csv")
    #expect(years.replay("--a-blanc").messages.contains("replay.missing-column"))
  }

  @Test func `the day that the figures describe may be given`() {
    let years = TwoYears()
    rename(years.folder.path("2026/recu/C2S_2026.csv"), years.folder.path("2026/recu/C2S.csv"))
    let run = years.replay("--a-blanc", "--reference-date", "c2s=2026-03-31")
    #expect(run.status == 0)
    #expect(run.output.contains("reference_date : 2024-12-31 → 2026-03-31 (donnée)"))
    let other = years.replay("--a-blanc", "--reference-date", "cds=2026-03-31")
    #expect(other.status == 2)
    #expect(other.messages.contains("replay.unknown-source"))
  }

  @Test func `a sheet of another name is found by its columns`() {
    let years = TwoYears(
      campaign: TwoYears.campaign.replacing(
        "    unit: person", with: "    sheet: C2S_2025\n    unit: person"))
    // last year's file is gone; this year's is a table of text, for which no sheet is named
    unlink(years.folder.path("2025/recu/C2S_2025.csv"))
    #expect(years.replay("--a-blanc").status == 0)
  }
}
