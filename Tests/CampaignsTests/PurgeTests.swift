import Glibc
import TestSupport
import Testing

/// The end of the rows.
@Suite struct PurgeTests {
  private let maille = Command("maille")

  private func world(retention: String? = nil) -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.copy("\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in", to: ".")
    let text = String(decoding: folder.read("campagne.yml") ?? [], as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let isHolder = line.hasPrefix("  holder:")
      return [String(line)] + (isHolder ? retention.map { ["  retention: \($0)"] } ?? [] : [])
    }
    folder.write(lines.joined(separator: "\n"), to: "campagne.yml")
    return folder
  }

  private func purge(
    _ folder: TemporaryFolder, _ options: [String] = [], on epoch: Int = Int(time(nil))
  ) -> CommandRun {
    maille.run(
      ["purge", "campagne.yml"] + options, in: folder.path,
      environment: ["SOURCE_DATE_EPOCH=\(epoch)"])
  }

  private func certificates(_ folder: TemporaryFolder) -> [String] {
    listFolder(folder.path("sortie")).filter { $0.hasPrefix("effacement-") }
  }

  private func tallies(_ folder: TemporaryFolder) -> [String] {
    listFolder(folder.path(".maille")).flatMap { listFolder(folder.path(".maille/\($0)/tallies")) }
  }

  @Test func `what is past its retention goes, with a certificate; the rest stays`() throws {
    let folder = world(retention: "30 jours")
    try #require(maille.run(["run", "campagne.yml"], in: folder.path).status == 0)
    try #require(!tallies(folder).isEmpty)
    let early = purge(folder)
    #expect(early.status == 0, "\(early.messages)")
    #expect(early.output.contains("0 fichiers effacés"))
    #expect(!tallies(folder).isEmpty)
    #expect(certificates(folder) == [])
    let late = purge(folder, on: Int(time(nil)) + 31 * 86_400)
    #expect(late.status == 0, "\(late.messages)")
    #expect(tallies(folder) == [])
    // what stays is public, the release that later stages render, or says nothing of rows: the seal of
    // the journal
    #expect(listFolder(folder.path(".maille/essai-2026")) == ["releases", "seal"])
    let journal = String(decoding: folder.read("sortie/journal.jsonl") ?? [], as: UTF8.self)
    #expect(journal.contains("\"stage\":\"purged\""))
    #expect(certificates(folder).count == 2)
    #expect(folder.read("c2s.csv") != nil)
    let again = purge(folder, on: Int(time(nil)) + 31 * 86_400)
    #expect(again.output.contains("0 fichiers effacés"))
    #expect(certificates(folder).count == 2)
  }

  @Test(arguments: [("0 days", [String]()), ("30 days", ["--now"]), ("30 jours", ["--maintenant"])])
  func `no day to wait, or no wish to`(retention: String, options: [String]) throws {
    let folder = world(retention: retention)
    try #require(maille.run(["run", "campagne.yml"], in: folder.path).status == 0)
    #expect(purge(folder, options).status == 0)
    #expect(tallies(folder) == [])
    #expect(maille.run(["run", "campagne.yml"], in: folder.path).status == 0)
  }

  @Test func `the partner's files go only when that is asked for`() throws {
    let folder = world(retention: "0 jours")
    let listed = purge(folder, ["--a-blanc"])
    #expect(listed.output.contains("laissé en place (--recus"))
    #expect(purge(folder, ["--recus", "--a-blanc"]).output.contains("à effacer : fichier reçu"))
    #expect(folder.read("c2s.csv") != nil)
    let run = purge(folder, ["--recus"])
    #expect(run.status == 0, "\(run.messages)")
    #expect(folder.read("c2s.csv") == nil)
    #expect(certificates(folder).count == 2)
  }

  @Test func `a rehearsal deletes and writes nothing`() throws {
    let folder = world(retention: "0 jours")
    try #require(maille.run(["run", "campagne.yml"], in: folder.path).status == 0)
    let before = tallies(folder)
    #expect(purge(folder, ["--a-blanc"]).status == 0)
    #expect(tallies(folder) == before)
    #expect(certificates(folder) == [])
  }

  @Test func `the certificate names files by marks, holds no content, and proves its twin`() throws
  {
    let folder = world(retention: "0 jours")
    try #require(maille.run(["run", "campagne.yml"], in: folder.path).status == 0)
    let run = purge(folder, ["--format", "json"])
    #expect(run.output.contains("\"role\":\"tally\""))
    let json = try #require(certificates(folder).first { $0.hasSuffix(".json") })
    let text = try #require(certificates(folder).first { $0.hasSuffix(".txt") })
    guard let sum = output(of: "sha256sum", [folder.path("sortie/\(json)")]) else { return }
    let words = String(decoding: folder.read("sortie/\(text)") ?? [], as: UTF8.self)
    #expect(words.contains("CERTIFICAT D’EFFACEMENT"))
    #expect(words.contains(String(sum.output.prefix(64))))
    #expect(words.contains("sauvegardes"))
  }

  @Test func `without a retention nothing is guessed`() {
    let folder = world()
    let run = purge(folder)
    #expect(run.status == 2)
    #expect(run.messages.contains("[campaign.no-retention]"))
    let bad = purge(world(retention: "longtemps"))
    #expect(bad.status == 2)
    #expect(bad.messages.contains("[campaign.bad-retention]"))
  }

  @Test func `a clock that went back is told, and keeps what it dates`() throws {
    let folder = world(retention: "1 jour")
    try #require(maille.run(["run", "campagne.yml"], in: folder.path).status == 0)
    let run = purge(folder, on: Int(time(nil)) - 10 * 86_400)
    #expect(run.status == 0)
    #expect(run.messages.contains("[campaign.clock]"))
    #expect(!tallies(folder).isEmpty)
  }
}
