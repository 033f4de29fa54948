import Glibc
import TestSupport
import Testing

/// What a run takes over from an earlier one changes its time, and nothing else.
@Suite struct MemoryTests {
  private func town() -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.copy(projectFolder + "/Geodata", to: "Geodata")
    return folder
  }

  private func run(_ folder: TemporaryFolder, _ options: String...) -> CommandRun {
    Command("maille").run(["run", "Geodata/campagne.yml", "--a-blanc"] + options, in: folder.path)
  }

  private func keep(_ folder: TemporaryFolder) -> CommandRun {
    Command("maille").run(["run", "Geodata/campagne.yml"], in: folder.path)
  }

  private func tallies(_ folder: TemporaryFolder) -> [String] {
    listFolder(folder.path("Geodata/.maille/abs-aubervelle-2026/tallies"))
  }

  @Test func `kept counts give the same report as the rows`() {
    let folder = town()
    let fresh = run(folder, "--sans-cache")
    #expect(fresh.status == 0, "\(fresh.messages)")
    #expect(tallies(folder) == [])
    #expect(keep(folder).status == 0)
    // four sources, what was wrong with the address base, and what insiders know
    #expect(tallies(folder).count == 6)
    let cached = run(folder)
    #expect(cached.output == fresh.output)
    #expect(cached.messages == fresh.messages)
  }

  /// A kept count that says something else shows that it, and not the file, was read.
  @Test func `a kept count is used, a changed file or a damaged count is not`() throws {
    let folder = town()
    _ = keep(folder)
    let first = run(folder)
    let file = "Geodata/recu/demandeurs_2025-invente.csv"
    let rows = try #require(folder.read(file))
    let lines = rows.split(separator: 0x0A, omittingEmptySubsequences: false)
    folder.write(Array(lines.dropLast(11).joined(separator: [0x0A])) + [0x0A], to: file)
    let shorter = run(folder)
    #expect(shorter.output.contains("demandeurs : 1\u{202F}390 lignes"))
    folder.write(rows, to: file)
    #expect(run(folder).output == first.output)
    for name in tallies(folder) {
      let path = "Geodata/.maille/abs-aubervelle-2026/tallies/\(name)"
      let bytes = try #require(folder.read(path))
      folder.write(bytes.dropLast(), to: path)
    }
    let rebuilt = run(folder)
    #expect(rebuilt.output == first.output)
    #expect(rebuilt.messages == first.messages)
  }

  @Test func `what is kept is its owner's alone`() {
    let folder = town()
    _ = keep(folder)
    let work = "Geodata/.maille/abs-aubervelle-2026"
    let paths =
      ["Geodata/.maille", work, work + "/tallies"] + tallies(folder).map { "\(work)/tallies/\($0)" }
    let open = paths.filter { path in
      var status = stat()
      return stat(folder.path(path), &status) != 0 || status.st_mode & 0o077 != 0
    }
    #expect(open == [])
  }
}
