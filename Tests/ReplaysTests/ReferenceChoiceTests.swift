import Glibc
import TestSupport
import Testing

/// Which public data a replay takes.
@Suite struct ReferenceChoiceTests {
  @Test func `contours without the census of their geography stay aside`() {
    let years = TwoYears()
    years.folder.write(OfficialFiles.contours(), to: "2026/references/iris-2025.geojson")
    let run = years.replay("--a-blanc")
    #expect(run.status == 0)
    #expect(run.messages.contains("replay.lonely-reference"))
    #expect(run.messages.contains("il manque RP2023"))
    #expect(run.output.contains("../2025/refs/iris-2024.geojson"))
  }

  @Test func `a census without its contours stays aside`() {
    let years = TwoYears()
    years.folder.write(OfficialFiles.census(2023), to: "2026/references/rp.csv")
    let run = years.replay("--a-blanc")
    #expect(run.messages.contains("il manque contours 2025"))
    #expect(!run.output.contains("P23_POP"))
  }

  @Test func `the library serves as well as the year's own folder`() {
    let years = TwoYears()
    years.addNewReferences()
    let add = Command("maille").run(
      [
        "references", "add", "--library", "b", "2026/references/iris-2025.geojson",
        "2026/references/rp.csv",
      ],
      in: years.folder.path)
    #expect(add.status == 0)
    for name in ["iris-2025.geojson", "rp.csv"] {
      unlink(years.folder.path("2026/references/\(name)"))
    }
    let run = years.replay()
    #expect(run.status == 0, "\(run.messages)")
    #expect(years.written.contains("\"../b/contours/2025/21/iris-2025.geojson\""))
  }

  @Test func `when contours move on, a source of codes is asked for its edition`() {
    let years = TwoYears()
    years.addNewReferences()
    #expect(years.replay("--a-blanc").messages.contains("replay.edition-of-codes"))
    years.folder.write(
      TwoYears.campaign.replacing(
        "    iris: [IRIS]", with: "    iris: [IRIS]\n    edition: IRIS 2024"
      )
      .replacing(
        "sources:\n",
        with: "  crosswalks: [{ edition: IRIS 2024, file: refs/iris-2024.geojson }]\nsources:\n"),
      to: "2025/campagne.yml")
    let run = years.replay("--a-blanc")
    #expect(!run.messages.contains("replay.edition-of-codes"))
    #expect(run.output.contains("refs/iris-2024.geojson → ../2025/refs/iris-2024.geojson (reste"))
  }

  @Test func `references of two départements are not mixed`() {
    let years = TwoYears()
    years.addNewReferences()
    years.folder.write(
      OfficialFiles.census(2023, ["712700101", "712700102"]), to: "2026/references/rp.csv")
    let run = years.replay()
    #expect(run.status == 6)
    #expect(run.messages.contains("replay.other-department"))
    #expect(run.messages.contains("département 71, campagne du département 21"))
    #expect(years.written.isEmpty)
  }

  @Test func `a saved 404 page is set aside and said`() {
    let years = TwoYears()
    years.addNewReferences()
    years.folder.write("<!doctype html><title>404</title>", to: "2026/references/ban.zip")
    let run = years.replay("--a-blanc")
    #expect(run.status == 0)
    #expect(run.messages.contains("references.web-page"))
  }

  /// A denominator, the columns of the new census, and what comes of it.
  @Test(arguments: [
    ("C22_POP15P_CS3", "C23_POP15P_STAT_GSEC13_23", "replay.nomenclature-break", "PCS 2020"),
    ("C22_POP15P_CS8", "C23_POP15P_STAT_GSEC40", "replay.nomenclature-break", "GSEC40"),
    ("P22_POP0014", "P23_POP0015", "replay.census-column-gone", "P23_POP0015"),
  ])
  func `a column that the new census has not is refused`(
    old: String, new: String, code: String, word: String
  ) {
    let years = TwoYears(
      campaign: TwoYears.campaign.replacing("[P22_POP]", with: "[P22_POP, \(old)]"))
    let census = "IRIS;COM;P23_POP;\(new)\n212310101;21231;2000;300\n212310102;21231;2000;300\n"
    years.folder.write(OfficialFiles.contours(), to: "2026/references/iris-2025.geojson")
    years.folder.write(census, to: "2026/references/rp.csv")
    let run = years.replay()
    #expect(run.status == 6)
    #expect(run.messages.contains("[\(code)]"), "\(run.messages)")
    #expect(run.messages.contains(word))
    #expect(years.written.isEmpty)
  }
}
