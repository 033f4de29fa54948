import Campaigns
import Diagnostics
import Stages
import Territory
import TestSupport
import Testing

/// The invented town's campaign, one source of which holds addresses in clear.
@Suite struct AddressCampaignTests {
  private func run(
    in folder: TemporaryFolder, changing old: String = "", to new: String = ""
  ) throws -> RunReport {
    folder.copy(projectFolder + "/Geodata", to: "Geodata")
    let text = String(decoding: try #require(folder.read("Geodata/campagne.yml")), as: UTF8.self)
    let changed = old.isEmpty ? text : text.replacing(old, with: new)
    let file = folder.write(changed, to: "Geodata/campagne.yml")
    let (read, problems) = try CampaignReader.read(file)
    let campaign = try #require(read, "\(problems)")
    var run = CampaignRun(campaign, progress: SilentProgress())
    return try run.publish(at: Moment(seconds: 1_790_000_000))
  }

  @Test func `addresses end in classes that add up, most of them at an IRIS`() throws {
    let report = try run(in: TemporaryFolder())
    let source = try #require(report.sources.first { $0.id == "demandeurs" })
    #expect(source.accounting.rows == 1400)
    // those of the neighbouring communes are outside; unknown streets and the homeless have no IRIS
    #expect(source.accounting[.outside] == 96)
    #expect(source.accounting[.iris] > 1200)
    #expect(source.ignoredColumns == ["REF"])
    #expect(report.indicators.contains { $0.id == "tx_dem" })
  }

  @Test func `the edition of the address base is among the sources of every file`() throws {
    let folder = TemporaryFolder()
    _ = try run(in: folder)
    let geojson = try #require(folder.read("Geodata/sortie/current/abs-aubervelle-2026.geojson"))
    #expect(String(decoding: geojson, as: UTF8.self).contains("BAN inventée 2026-07"))
  }

  @Test func `a second run has the same bytes`() throws {
    let folders = [TemporaryFolder(), TemporaryFolder()]
    for folder in folders {
      _ = try run(
        in: folder, changing: "unit: person\n    address",
        to: "unit: person\n    apportion: weights\n    address")
    }
    // the descriptions hold keyed hashes, and each folder has its own key
    let names = listFolder(folders[0].path("Geodata/sortie/current"))
      .filter { !VersionName.descriptions.contains($0) }
    #expect(names.count > 3)
    let different = names.filter {
      folders[0].read("Geodata/sortie/current/\($0)")
        != folders[1].read("Geodata/sortie/current/\($0)")
    }
    #expect(different == [])
  }

  /// Every street that was not found is decided to be one that is there.
  @Test func `decisions about streets are replayed by the run`() throws {
    let folder = TemporaryFolder()
    let before = try run(in: folder)
    let review = Command("maille").run(
      [
        "geocode", "Geodata/recu/demandeurs_2025-invente.csv", "--addresses",
        "Geodata/adresses-21-inventees.csv", "-o", "rendu.csv", "--review", "revue.csv",
      ], in: folder.path)
    try #require(review.status == 0, "\(review.messages)")
    let rows = String(decoding: folder.read("revue.csv") ?? [], as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    let decided = rows.dropFirst().map { "\($0)Avenue de Paris" }
    folder.write(
      ([String(rows[0])] + decided).joined(separator: "\n") + "\n",
      to: "revue.csv")
    let after = try run(
      in: folder, changing: "city: VILLE }", to: "city: VILLE }\n    decisions: ../revue.csv")
    let placed = [before, after].map { report in
      report.sources.first { $0.id == "demandeurs" }?.accounting[.iris] ?? 0
    }
    #expect(placed[1] > placed[0] + 10)
    let manifest = String(
      decoding: folder.read("Geodata/sortie/current/manifest.json") ?? [], as: UTF8.self)
    #expect(manifest.contains("\"role\":\"decisions:demandeurs\",\"name\":\"revue.csv\",\"hmac"))
  }

  @Test func `too few rows at an IRIS stop with their own exit code, and nothing is written`()
    throws
  {
    let folder = TemporaryFolder()
    let thrown = #expect(throws: Problem.self) {
      try run(in: folder, changing: "placed: 0.9 ", to: "placed: 0.999 ")
    }
    #expect(thrown?.code == "campaign.too-few-placed")
    #expect(thrown?.outcome == .qualityNotMet)
    #expect(listFolder(folder.path("Geodata/sortie/current")) == [])
  }
}
