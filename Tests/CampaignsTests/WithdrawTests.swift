import Glibc
import TestSupport
import Testing

/// A source is taken back.
@Suite struct WithdrawTests {
  private let maille = Command("maille")

  private func town() -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.copy(projectFolder + "/Geodata", to: "Geodata")
    return folder
  }

  private func withdraw(_ folder: TemporaryFolder, _ options: [String] = []) -> CommandRun {
    maille.run(
      ["withdraw", "Geodata/campagne.yml", "--source", "demandeurs"] + options, in: folder.path)
  }

  private func names(_ folder: String) -> [String] {
    listFolder(folder).flatMap { name -> [String] in
      let inside = names(folder + "/" + name)
      return inside.isEmpty ? [folder + "/" + name] : inside
    }
  }

  @Test func `what was made from it goes, the rest stays, and a run with it is refused`() throws {
    let folder = town()
    let run = maille.run(["run", "Geodata/campagne.yml"], in: folder.path)
    try #require(run.status == 0, "\(run.messages)")
    let before = listFolder(folder.path("Geodata/sortie/versions"))
    let rehearsal = withdraw(folder, ["--a-blanc"])
    #expect(rehearsal.status == 0, "\(rehearsal.messages)")
    #expect(rehearsal.output.contains("à retirer"))
    #expect(listFolder(folder.path("Geodata/sortie/versions")) == before)
    let done = withdraw(folder)
    #expect(done.status == 0, "\(done.messages)")
    let after = listFolder(folder.path("Geodata/sortie/versions"))
    #expect(after.count == 1 && Set(after).isDisjoint(with: before))
    let traces = names(folder.path("Geodata/sortie/current")).filter {
      let text = String(decoding: readFile($0) ?? [], as: UTF8.self)
      return text.contains("tx_dem") || text.contains("demandeurs_2025")
    }
    #expect(traces == [])
    #expect(folder.read("Geodata/sortie/current/abs-aubervelle-2026.csv") != nil)
    let journal = String(decoding: folder.read("Geodata/sortie/journal.jsonl") ?? [], as: UTF8.self)
    #expect(journal.contains("\"stage\":\"withdrawn\""))
    let verified = maille.run(["verify", "Geodata/sortie"], in: folder.path)
    #expect(verified.status == 0, "\(verified.messages)")
    let again = maille.run(["run", "Geodata/campagne.yml"], in: folder.path)
    #expect(again.status == 7)
    #expect(again.messages.contains("[campaign.source-withdrawn]"))
    #expect(
      listFolder(folder.path("Geodata/sortie")).contains { $0.hasPrefix("retrait-demandeurs") })
  }

  @Test func `what the ledger keeps of it is told, with what to do`() throws {
    let folder = town()
    let text = String(decoding: folder.read("Geodata/campagne.yml") ?? [], as: UTF8.self)
    folder.write(
      text.replacing("threshold: 11", with: "threshold: 11, ledger: ../registre"),
      to: "Geodata/campagne.yml")
    try #require(maille.run(["run", "Geodata/campagne.yml"], in: folder.path).status == 0)
    #expect(!withdraw(folder, ["--a-blanc"]).output.contains("registre"))
    let archives = "Geodata/.maille/abs-aubervelle-2026/releases"
    for (name, archive) in [("avec", listFolder(folder.path(archives)).first), ("sans", nil)] {
      mkdir(folder.path("registre"), 0o755)
      mkdir(folder.path("registre/\(name)"), 0o755)
      if let archive {
        folder.write(
          folder.read("\(archives)/\(archive)") ?? [], to: "registre/\(name)/diffusion.json")
      }
    }
    // an entry that cannot be read might hold the source: it is told too
    let rehearsal = withdraw(folder, ["--a-blanc"]).output
    for name in ["avec", "sans"] { #expect(rehearsal.contains("registre/\(name) : laissé")) }
    #expect(rehearsal.contains("que faire du registre"))
  }

  /// Killed while files go: the same command goes on, and its certificate is of all that went.
  @Test func `a withdrawal that is cut short still has its certificate`() throws {
    let folder = town()
    try #require(maille.run(["run", "Geodata/campagne.yml"], in: folder.path).status == 0)
    let version = try #require(listFolder(folder.path("Geodata/sortie/versions")).first)
    try #require(withdraw(folder).status == 0)
    let outputs = folder.path("Geodata/sortie")
    for name in listFolder(outputs) where name.hasPrefix("retrait-") {
      unlink("\(outputs)/\(name)")
    }
    let again = withdraw(folder)
    #expect(again.status == 0, "\(again.messages)")
    let certificate = listFolder(outputs).first {
      $0.hasPrefix("retrait-") && $0.hasSuffix(".txt")
    }
    let words = String(
      decoding: folder.read("Geodata/sortie/\(certificate ?? "")") ?? [], as: UTF8.self)
    #expect(words.contains("- \(version)"))
    #expect(words.contains("Le reste est reproduit"))
    #expect(!withdraw(folder).output.contains("certificat"))
  }

  @Test func `a source that the campaign does not have is refused`() {
    let folder = town()
    let run = maille.run(
      ["withdraw", "Geodata/campagne.yml", "--source", "demandeur"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.messages.contains("demandeurs"))
  }
}
