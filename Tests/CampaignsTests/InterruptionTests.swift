import Glibc
import TestSupport
import Testing

/// A run that is ended at any moment leaves what was there, whole, and nothing else.
@Suite struct InterruptionTests {
  private let small = "\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in"

  private func world() -> TemporaryFolder {
    let folder = TemporaryFolder()
    for name in listFolder(small) { folder.write(readFile("\(small)/\(name)") ?? [], to: name) }
    return folder
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
  func `ended at seeded moments, outputs are old and whole or new and whole`(
    signal: Int32
  ) throws {
    let folder = world()
    let maille = Command("maille")
    try #require(maille.run(["run", "campagne.yml"], in: folder.path).status == 0)
    let names = listFolder(folder.path("sortie/current"))
    let whole = names.map { folder.read("sortie/current/\($0)") }
    var chance = Seeded(seed: UInt64(signal))
    var strays: Set<String> = []
    var differences = 0
    for _ in 0..<12 {
      let process = maille.spawn(["run", "campagne.yml"], in: folder.path)
      usleep(UInt32.random(in: 0..<60_000, using: &chance))
      kill(process, signal)
      _ = maille.wait(for: process)
      strays.formUnion(Set(listFolder(folder.path("sortie/current"))).subtracting(names))
      differences += zip(names, whole).count { folder.read("sortie/current/\($0)") != $1 }
    }
    #expect(strays == [])
    #expect(differences == 0)
  }

  /// The source is long enough that no run ends by itself before it is told to.
  @Test func `an interrupted run says so by its exit code`() {
    let folder = world()
    let rows = folder.read("c2s.csv") ?? []
    let body = rows.drop { $0 != 0x0A }.dropFirst()
    folder.write(rows + (0..<4_000).flatMap { _ in body }, to: "c2s.csv")
    let maille = Command("maille")
    let codes = (0..<8).map { step in
      let process = maille.spawn(["run", "campagne.yml"], in: folder.path)
      usleep(UInt32(step) * 20_000)
      kill(process, SIGINT)
      return maille.wait(for: process)
    }
    #expect(Set(codes) == [128 + SIGINT])
    #expect(listFolder(folder.path("sortie/versions")) == [])
  }

  @Test func `a folder that cannot be written to is told, and nothing is left`() {
    let folder = world()
    folder.write("un fichier à la place du dossier", to: "sortie")
    let run = Command("maille").run(["run", "campagne.yml"], in: folder.path)
    #expect(run.status == 3)
    #expect(run.messages.contains("[files."))
  }
}
