import Campaigns
import Diagnostics
import Geocoding
import Territory
import TestSupport
import Testing

/// From a received file to figures: what `check --write` drafts, `run` runs.
@Suite struct DraftTests {
  private let maille = Command("maille")

  private func town() -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.copy("\(projectFolder)/Geodata", to: "ville")
    return folder
  }

  @Test(arguments: [
    "C2S_2025-invente.xlsx", "C2S_2025-invente.csv", "CAF_IRIS_2024-invente.csv",
    "demandeurs_2025-invente.csv",
  ])
  func `a drafted campaign runs unchanged`(name: String) throws {
    let folder = town()
    let check = maille.run(
      ["check", "recu/\(name)", "--write", "brouillon.yml"], in: folder.path("ville"))
    #expect(check.status == 0, "\(check.messages)")
    let run = maille.run(["run", "brouillon.yml"], in: folder.path("ville"))
    #expect(run.status == 0, "\(run.messages)")
    let (_, problems) = try CampaignReader.read(folder.path("ville/brouillon.yml"))
    #expect(problems.isEmpty)
    let again = maille.run(
      ["check", "recu/\(name)", "--write", "brouillon.yml"], in: folder.path("ville"))
    #expect(again.status == 2)
  }

  @Test func `the workbook counts what the text file counts, its total left out`() throws {
    let folder = town()
    let identities = ["xlsx", "csv"].map { suffix in
      let arguments = ["check", "recu/C2S_2025-invente.\(suffix)", "--write", "\(suffix).yml"]
      _ = maille.run(arguments, in: folder.path("ville"))
      let run = maille.run(["run", "--dry-run", "\(suffix).yml"], in: folder.path("ville"))
      return run.output.split(separator: "\n").first.map(String.init) ?? run.messages
    }
    #expect(identities[0] == identities[1])
    #expect(identities[0].contains("lignes = "))
  }

  @Test func `a file of addresses finds its base, its lists and its commune`() throws {
    let folder = town()
    _ = maille.run(
      ["check", "recu/demandeurs_2025-invente.csv", "--write", "brouillon.yml"],
      in: folder.path("ville"))
    let (draft, problems) = try CampaignReader.read(folder.path("ville/brouillon.yml"))
    let campaign = try #require(draft)
    #expect(problems.isEmpty)
    #expect(campaign.communes.map(\.code) == ["21951"])
    #expect(campaign.references.addresses?.files.sources.communes.count == 2)
    #expect(campaign.references.addresses?.files.sources.postcodes.count == 1)
  }

  @Test func `a row of a workbook is placed in its sheet`() {
    let folder = town()
    _ = maille.run(
      ["check", "recu/C2S_2025-invente.xlsx", "--write", "b.yml"], in: folder.path("ville"))
    let run = maille.run(["run", "--dry-run", "b.yml"], in: folder.path("ville"))
    #expect(run.messages.contains("C2S_2025-invente.xlsx(C2S_2025), ligne 3881: "))
  }

  @Test func `a dry run shows the draft and writes nothing`() {
    let folder = town()
    let check = maille.run(
      ["check", "recu/C2S_2025-invente.csv", "--write", "b.yml", "--a-blanc"],
      in: folder.path("ville"))
    #expect(check.output.contains("version: 1\ncampaign: c2s-invente\n"))
    let form = maille.run(
      ["request", "campagne.yml", "--a-blanc", "--format", "json"], in: folder.path("ville"))
    #expect(form.output.hasPrefix("{\"campaign\":\"abs-aubervelle-2026\",\"letter\":"))
    #expect(!folder.names.contains("demande") && folder.read("ville/b.yml") == nil)
  }

  @Test(arguments: [
    ("collection: { from: 2026-06-01, to: 2026-09-30 }", "Collecte : du 01/06/2026 au 30/09/2026"),
    ("collection: { from: 2026-06-01 }", "Collecte : à partir du 01/06/2026"),
    ("collection: { to: 2026-09-30 }", "Collecte : jusqu’au 30/09/2026"),
    ("valid: { to: 2026-12-31 }", "Convention en vigueur : jusqu’au 31/12/2026"),
    ("retention: 30 days", nil),
  ])
  func `an order form says when the data are collected`(key: String, told: String?) throws {
    let world = FourIrisWorld(
      [.init(x: 1, y: 1, women: 40, men: 30)],
      sections: "indicators: [{ id: c2s, title: Bénéficiaires, numerator: c2s }]")
    let text = String(decoding: world.folder.read("campagne.yml") ?? [], as: UTF8.self)
    world.folder.write(
      text.replacing("annex: [c2s]", with: "annex: [c2s]\n  \(key)"), to: "campagne.yml")
    let form = world.run("request", "campagne.yml", "--a-blanc")
    let dates = form.output.split(separator: "\n").filter {
      $0.hasPrefix("Collecte") || $0.hasPrefix("Convention")
    }
    #expect(dates.map(String.init) == [told].compactMap(\.self), "\(form.output)\(form.messages)")
  }

  @Test func `an order form names the columns and brings empty tables`() throws {
    let folder = town()
    let run = maille.run(["request", "campagne.yml", "-o", "demande"], in: folder.path("ville"))
    #expect(run.status == 0, "\(run.messages)")
    let names = listFolder(folder.path("ville/demande"))
    #expect(names.contains("abs-aubervelle-2026-demande.md"))
    #expect(names.contains("c2s-modele.csv") && names.contains("c2s-modele.xlsx"))
    let letter = String(
      decoding: folder.read("ville/demande/abs-aubervelle-2026-demande.md") ?? [], as: UTF8.self)
    #expect(letter.contains("X_L93") && letter.contains("À ne pas transmettre"))
    #expect(letter.contains("| LIB_VOIE | nom de la voie |") && letter.contains("« <5 »"))
  }
}
