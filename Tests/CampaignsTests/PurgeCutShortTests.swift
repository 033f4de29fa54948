import Glibc
import TestSupport
import Testing

/// A purge that is killed, or finds no room: what went is always certified, and nothing goes
/// uncertified.
@Suite struct PurgeCutShortTests {
  private let maille = Command("maille")
  private let environment = ["SOURCE_DATE_EPOCH=1789430400"]

  private func world() throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.copy("\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in", to: ".")
    try #require(run("run", [], folder).status == 0)
    return folder
  }

  private func run(
    _ verb: String, _ options: [String], _ folder: TemporaryFolder
  ) -> CommandRun {
    maille.run([verb, "campagne.yml"] + options, in: folder.path, environment: environment)
  }

  /// Marks of time included.
  private func copy(of start: TemporaryFolder) -> TemporaryFolder {
    let folder = TemporaryFolder()
    _ = output(of: "cp", ["-a", start.path + "/.", folder.path])
    return folder
  }

  /// Of a whole purge, in microseconds.
  private func duration(of start: TemporaryFolder) throws -> UInt32 {
    let folder = copy(of: start)
    let begin = ContinuousClock.now
    try #require(run("purge", ["--maintenant", "--recus"], folder).status == 0)
    return UInt32((ContinuousClock.now - begin) / .microseconds(1))
  }

  /// Until a file is no more; two seconds at most.
  private func wait(until path: String) {
    let begin = ContinuousClock.now
    while access(path, F_OK) == 0, ContinuousClock.now - begin < .seconds(2) {}
  }

  private func confidential(_ folder: TemporaryFolder) -> Set<String> {
    let work = ".maille/essai-2026"
    let tallies = listFolder(folder.path("\(work)/tallies")).map { "\(work)/tallies/\($0)" }
    return Set((tallies + ["\(work)/key", "c2s.csv"]).filter { folder.read($0) != nil })
  }

  private func certified(_ folder: TemporaryFolder) -> [String] {
    let names = listFolder(folder.path("sortie")).filter {
      $0.hasPrefix("effacement-") && $0.hasSuffix(".txt")
    }
    return names.map { String(decoding: folder.read("sortie/\($0)") ?? [], as: UTF8.self) }
  }

  @Test func `killed at thirty seeded moments, it ends with all in one certificate`() throws {
    let start = try world()
    let longest = try duration(of: start)
    var chance = Seeded(seed: 30)
    var wrong: [String] = []
    for moment in 0..<30 {
      let folder = copy(of: start)
      let before = confidential(folder)
      try #require(before.count >= 3)
      let process = maille.spawn(
        ["purge", "campagne.yml", "--maintenant", "--recus"], in: folder.path,
        environment: environment)
      // every other one as soon as a file is gone, the others at any moment
      let first = before.sorted().first { $0.contains("/tallies/") } ?? "c2s.csv"
      let patience = UInt32.random(in: 0..<longest, using: &chance)
      if moment % 2 == 0 { wait(until: folder.path(first)) } else { usleep(patience) }
      kill(process, SIGKILL)
      _ = maille.wait(for: process)
      let last = run("purge", ["--maintenant", "--recus"], folder)
      let certificates = certified(folder)
      let told = before.filter { name in certificates.contains { $0.contains(name) } }
      let steps = String(decoding: folder.read("sortie/journal.jsonl") ?? [], as: UTF8.self)
        .split(separator: "\n").count { $0.contains("\"stage\":\"purged\"") }
      let isWhole =
        last.status == 0 && confidential(folder).isEmpty && told == before
        && certificates.count == 1 && steps == 1
      if !isWhole { wrong.append("\(moment): \(last.messages)\(certificates.count) \(steps)") }
    }
    #expect(wrong == [])
  }

  @Test func `without room for the certificate nothing goes, and nothing is lost`() throws {
    let folder = try world()
    let before = confidential(folder)
    guard let disk = SmallDisk(folder, "sortie") else { return }
    disk.fill()
    let full = run("purge", ["--maintenant", "--recus"], folder)
    #expect(full.status == 75 && full.messages.contains("[files.disk-full]"))
    #expect(confidential(folder) == before)
    #expect(certified(folder) == [])
    disk.empty()
    #expect(run("purge", ["--maintenant", "--recus"], folder).status == 0)
    #expect(confidential(folder) == [] && certified(folder).count == 1)
  }
}
