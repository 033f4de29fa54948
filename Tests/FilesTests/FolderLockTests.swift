import Diagnostics
import Files
import Glibc
import TestSupport
import Testing

@Suite struct FolderLockTests {
  @Test func `a second holder is told the first one's process, and to come back`() throws {
    let folder = TemporaryFolder()
    let lock = try FolderLock(folder.path("sortie"))
    let refusal = #expect(throws: Problem.self) { try FolderLock(folder.path("sortie")) }
    #expect(refusal?.code == "files.locked")
    #expect(refusal?.outcome == .temporary)
    #expect(refusal?.fact.text.contains("\(getpid())") == true)
    #expect(FolderLock.holder(of: folder.path("sortie")) == Int(getpid()))
    withExtendedLifetime(lock) {}
  }

  @Test func `a lock that is given back leaves nothing`() throws {
    let folder = TemporaryFolder()
    for _ in 0..<3 {
      let lock = try FolderLock(folder.path("sortie"))
      #expect(listFolder(folder.path("sortie")) == [FolderLock.name])
      withExtendedLifetime(lock) {}
    }
    #expect(folder.names == [])
    #expect(FolderLock.holder(of: folder.path("sortie")) == nil)
  }

  @Test func `a folder that holds something stays`() throws {
    let folder = TemporaryFolder()
    do {
      let lock = try FolderLock(folder.path("sortie"))
      folder.write("x", to: "sortie/fichier")
      withExtendedLifetime(lock) {}
    }
    #expect(listFolder(folder.path("sortie")) == ["fichier"])
  }

  /// What a killed process leaves: its file, and no lock on it.
  @Test(arguments: ["1\n", "", "nobody", "99999999999999999999999"])
  func `a file without a lock is none`(left: String) throws {
    let folder = TemporaryFolder()
    folder.write(left, to: FolderLock.name)
    #expect(FolderLock.holder(of: folder.path) == nil)
    let lock = try FolderLock(folder.path)
    #expect(FolderLock.holder(of: folder.path) == Int(getpid()))
    withExtendedLifetime(lock) {}
  }
}
