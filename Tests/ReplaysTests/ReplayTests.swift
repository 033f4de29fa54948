import Diagnostics
import Glibc
import TestSupport
import Testing

/// One year on: what is found, written and run.
@Suite struct ReplayTests {
  @Test func `a year later the campaign is written anew, commented, and run`() {
    let years = TwoYears()
    years.addNewReferences()
    let run = years.replay(
      "--valid", "2026-01-01..2026-12-31", "--collection", "2026-06-01..2026-09-30")
    #expect(run.status == 0, "\(run.messages)")
    #expect(years.written == Self.expected)
    #expect(run.output.contains("c2s : 80 lignes = 80 à l’IRIS"))
    #expect(listFolder(years.folder.path("2026")).contains("sortie"))
  }

  private static let expected = """
    # Campagne d’essai
    version: 1
    # rejeu 2026 : campaign était « abs-essai-2025 »
    campaign: "abs-essai-2026"
    agreement:
      owner: CPAM
      holder: CCAS
      mention: "Source essai" # mot pour mot
      # rejeu 2026 : agreement.valid.from était « 2025-01-01 »
      # rejeu 2026 : agreement.valid.to était « 2025-12-31 »
      valid: { from: "2026-01-01", to: "2026-12-31" }
      # rejeu 2026 : agreement.collection.from était « 2025-06-01 »
      # rejeu 2026 : agreement.collection.to était « 2025-09-30 »
      collection: { from: "2026-06-01", to: "2026-09-30" }
      annex: [c2s]
    territory: { communes: ["21231"] }
    references:
      # rejeu 2026 : references.boundaries.file était « refs/iris-2024.geojson »
      # rejeu 2026 : references.boundaries.edition était « IRIS 2024 »
      boundaries: { file: "references/iris-2025.geojson", edition: "IRIS 2025" }
      # rejeu 2026 : references.population.file était « refs/rp-2022.csv »
      # rejeu 2026 : references.population.vintage était « RP2022 »
      population: { file: "references/rp.csv", vintage: "RP2023" }
    sources:
      # une ligne par personne
      - id: c2s
        # rejeu 2026 : sources.c2s.file était « recu/C2S_2025.csv »
        file: "recu/C2S_2026.csv"
        # rejeu 2026 : sources.c2s.reference_date était « 2024-12-31 »
        reference_date: "2025-12-31"
        unit: person
        iris: [IRIS]
        categories: { sexe: SEXE }
    indicators:
      - id: tx
        title: Taux
        numerator: c2s
        where: { sexe: [F] }
        # rejeu 2026 : indicators.tx.denominator était « P22_POP »
        denominator: ["P23_POP"]
        per: 100
        method: wilson
    disclosure: { threshold: 11 }
    outputs: { formats: [csv], folder: sortie }

    """

  @Test func `for scripts the replay and the run are one document`() throws {
    let years = TwoYears()
    years.addNewReferences()
    let run = years.replay("--format", "json")
    #expect(run.status == 0, "\(run.messages)")
    let document = try #require(JSONValue(parsing: Array(run.output.utf8)))
    #expect(document["replay"]?["to"]?.string == "2026")
    #expect(document["run"]?["campaign"]?.string == "abs-essai-2026")
    #expect(document["run"]?["problems"] != nil)
    // a run that is refused is in the document too, with its exit code
    let refused = TwoYears(
      campaign: TwoYears.campaign.replacing(
        "disclosure:", with: "quality: { placed: 1 }\ndisclosure:"))
    refused.folder.write(TwoYears.rows() + ";F\n", to: "2026/recu/C2S_2026.csv")
    let stopped = refused.replay("--format", "json")
    let told = try #require(JSONValue(parsing: Array(stopped.output.utf8)))
    #expect(stopped.status != 0 && told["run"]?["problems"] != nil, "\(stopped.messages)")
  }

  @Test func `a dry run says what would change and writes nothing`() {
    let years = TwoYears()
    years.addNewReferences()
    let run = years.replay("--a-blanc")
    #expect(run.status == 0)
    #expect(run.output.contains("sources.c2s.file : recu/C2S_2025.csv → recu/C2S_2026.csv"))
    #expect(run.output.contains("(colonnes convenues toutes là : 2)"))
    #expect(years.written.isEmpty)
    #expect(listFolder(years.folder.path("2026")) == ["recu", "references"])
  }

  @Test func `dates of the agreement are never invented`() {
    let years = TwoYears()
    let run = years.replay("--a-blanc")
    #expect(run.messages.contains("replay.dates-kept"))
    #expect(!run.output.contains("agreement.valid"))
    let unreadable = years.replay("--valid", "2026-12-31..2026-01-01")
    #expect(unreadable.status == 2)
    #expect(unreadable.messages.contains("replay.bad-dates"))
  }

  @Test func `without newer references last year's stand, seen from the new folder`() {
    let years = TwoYears()
    let run = years.replay("--a-blanc")
    #expect(run.output.contains("refs/iris-2024.geojson → ../2025/refs/iris-2024.geojson"))
    #expect(run.output.contains("refs/rp-2022.csv → ../2025/refs/rp-2022.csv"))
    #expect(!run.output.contains("denominator"))
  }

  @Test func `a written campaign is not written over`() {
    let years = TwoYears()
    years.folder.write("déjà là", to: "2026/campagne.yml")
    let run = years.replay()
    #expect(run.status == 2)
    #expect(years.written == "déjà là")
  }

  @Test func `from year to year the comments of the last replay do not pile up`() {
    let years = TwoYears()
    #expect(years.replay().status == 0)
    years.folder.copy(years.folder.path("2026"), to: "2027")
    unlink(years.folder.path("2027/campagne.yml"))
    rename(years.folder.path("2027/recu/C2S_2026.csv"), years.folder.path("2027/recu/C2S_2027.csv"))
    let run = years.replay(from: "2026", to: "2027")
    #expect(run.status == 0, "\(run.messages)")
    let text = String(decoding: years.folder.read("2027/campagne.yml") ?? [], as: UTF8.self)
    #expect(text.contains("# rejeu 2027"))
    #expect(!text.contains("# rejeu 2026"))
    #expect(text.contains("campaign: \"abs-essai-2027\""))
  }

  @Test func `the invented town replays with its address base`() {
    let folder = TemporaryFolder()
    folder.copy(projectFolder + "/Geodata", to: "2025")
    folder.copy(projectFolder + "/Geodata/recu", to: "recu")
    mkdir(folder.path("2026"), 0o755)
    rename(folder.path("recu"), folder.path("2026/recu"))
    for (old, new) in [
      ("C2S_2025-invente.csv", "C2S_2026-invente.csv"),
      ("CAF_IRIS_2024-invente.csv", "CAF_IRIS_2025-invente.csv"),
      ("demandeurs_2025-invente.csv", "demandeurs_2026-invente.csv"),
    ] {
      rename(folder.path("2026/recu/\(old)"), folder.path("2026/recu/\(new)"))
    }
    unlink(folder.path("2026/recu/C2S_2025-invente.xlsx"))
    unlink(folder.path("2026/recu/demandeurs_2025-invente-verite.csv"))
    let run = Command("maille").run(
      ["rejouer", "--from", "2025", "--to", "2026", "--library", "b", "--a-blanc"],
      in: folder.path)
    #expect(run.status == 0, "\(run.messages)")
    for id in ["c2s", "demandeurs", "allocataires", "monoparentales"] {
      #expect(run.output.contains("sources.\(id).file"))
    }
    #expect(run.output.contains("CAF_IRIS_2024-invente.csv → recu/CAF_IRIS_2025-invente.csv"))
    #expect(run.output.contains("laposte_hexasmal-inventees.csv → ../2025/laposte"))
  }
}
