import Files
import Glibc
import TestSupport
import Testing

/// What is wrong with a machine or a campaign, by exit code.
@Suite struct DoctorTests {
  private func world(changing old: String = "", to new: String = "") -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.copy("\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in", to: ".")
    let text = String(decoding: folder.read("campagne.yml") ?? [], as: UTF8.self)
    if !old.isEmpty { folder.write(text.replacing(old, with: new), to: "campagne.yml") }
    return folder
  }

  private func doctor(
    _ folder: TemporaryFolder, _ arguments: [String] = ["campagne.yml"],
    environment: [String] = []
  ) -> CommandRun {
    Command("maille").run(["doctor"] + arguments, in: folder.path, environment: environment)
  }

  @Test func `the machine alone is told`() {
    let run = doctor(TemporaryFolder(), [])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("PROJ") && run.output.contains("GEOS"))
  }

  @Test func `a campaign that can be run is sound, and nothing is written`() {
    let folder = world()
    let before = folder.names
    let run = doctor(folder)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("verrou : libre"))
    #expect(folder.names == before)
    let json = doctor(folder, ["campagne.yml", "--format", "json"])
    #expect(json.output.contains("\"sound\":true"))
  }

  @Test func `a reference that is not there ends with 6`() {
    let folder = world()
    for name in folder.names where name.hasSuffix(".geojson") { unlink(folder.path(name)) }
    let run = doctor(folder)
    #expect(run.status == 6, "\(run.messages)")
    #expect(run.messages.contains("[campaign.reference-absent]"))
  }

  /// What is changed in the campaign, the exit code and the problem.
  @Test(arguments: [
    ("IRIS GE 2024", "IRIS GE 2024", Int32(0), ""),
    ("IRIS GE 2024", "IRIS GE 2023", 6, "[references.unfit-vintage]"),
    ("RP2022 }", "RP2022, accept: essai }", 0, ""),
    (
      "\"IRIS GE 2024\" }\n  population: { file: pop.CSV, vintage: RP2022 }",
      "\"IRIS GE 2023\" }\n  population: { file: pop.CSV, vintage: RP2022, accept: essai }", 0,
      "[references.unfit-vintage]"
    ),
  ])
  func `vintages that do not go together end with 6`(
    old: String, new: String, status: Int32, code: String
  ) {
    let run = doctor(world(changing: old, to: new))
    #expect(run.status == status, "\(run.messages)")
    #expect(run.output.contains("millésimes : pop.CSV : recensement à l’IRIS RP2022"))
    #expect(run.messages.contains("[references.unfit-vintage]") == !code.isEmpty)
  }

  @Test func `a folder that is written to ends with 75`() throws {
    let folder = world()
    let lock = try FolderLock(folder.path("sortie"))
    let run = doctor(folder)
    #expect(run.status == 75)
    #expect(run.messages.contains("processus \(getpid()) y écrit"))
    withExtendedLifetime(lock) {}
  }

  @Test func `counts that others can read, or that are overdue, end with 4`() throws {
    let folder = world(changing: "  holder:", to: "  retention: 30 jours\n  holder:")
    try #require(Command("maille").run(["run", "campagne.yml"], in: folder.path).status == 0)
    #expect(doctor(folder).status == 0)
    let late = doctor(folder, environment: ["SOURCE_DATE_EPOCH=\(Int(time(nil)) + 40 * 86_400)"])
    #expect(late.status == 4)
    #expect(late.messages.contains("[campaign.overdue]"))
    let tallies = folder.path(".maille/essai-2026/tallies")
    for name in listFolder(tallies) { chmod("\(tallies)/\(name)", 0o644) }
    let open = doctor(folder)
    #expect(open.status == 4)
    #expect(open.messages.contains("[campaign.work-open]"))
  }

  @Test func `a partner's file that others can read is told`() {
    let folder = world()
    #expect(doctor(folder).messages.contains("[campaign.received-open]"))
    chmod(folder.path("c2s.csv"), 0o600)
    #expect(!doctor(folder).messages.contains("[campaign.received-open]"))
  }
}
