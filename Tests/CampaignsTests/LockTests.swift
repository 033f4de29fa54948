import Files
import Glibc
import TestSupport
import Testing

/// Two runs never write in one folder at once.
@Suite struct LockTests {
  private let small = "\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/in"

  @Test func `a second run ends with 75 and names the first one's process`() throws {
    let folder = TemporaryFolder()
    folder.copy(small, to: ".")
    let maille = Command("maille")
    do {
      let lock = try FolderLock(folder.path("sortie"))
      let run = maille.run(["run", "campagne.yml"], in: folder.path)
      #expect(run.status == 75)
      #expect(run.messages.contains("processus \(getpid()) [files.locked]"))
      #expect(listFolder(folder.path("sortie")) == [FolderLock.name])
      #expect(maille.run(["run", "campagne.yml", "--a-blanc"], in: folder.path).status == 0)
      withExtendedLifetime(lock) {}
    }
    #expect(maille.run(["run", "campagne.yml"], in: folder.path).status == 0)
  }

  @Test func `a killed run leaves no lock`() throws {
    let folder = TemporaryFolder()
    folder.copy(small, to: ".")
    let rows = try #require(folder.read("c2s.csv"))
    let body = rows.drop { $0 != 0x0A }.dropFirst()
    let header = rows.prefix(rows.count - body.count)
    folder.write(header + (0..<20_000).flatMap { _ in body }, to: "c2s.csv")
    let maille = Command("maille")
    let process = maille.spawn(["run", "campagne.yml"], in: folder.path)
    var waited = 0
    while FolderLock.holder(of: folder.path("sortie")) != Int(process), waited < 2_000 {
      usleep(5_000)
      waited += 1
    }
    #expect(FolderLock.holder(of: folder.path("sortie")) == Int(process))
    kill(process, SIGKILL)
    _ = maille.wait(for: process)
    #expect(FolderLock.holder(of: folder.path("sortie")) == nil)
    folder.write(rows, to: "c2s.csv")
    #expect(maille.run(["run", "campagne.yml"], in: folder.path).status == 0)
  }
}
