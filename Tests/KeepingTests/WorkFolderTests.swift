import Diagnostics
import Files
import Glibc
import Keeping
import TestSupport
import Testing

@Suite struct WorkFolderTests {
  private func mode(_ path: String) -> mode_t {
    var status = stat()
    stat(path, &status)
    return status.st_mode & 0o777
  }

  @Test func `nothing is made before it is needed`() {
    let folder = TemporaryFolder()
    _ = WorkFolder(beside: folder.path("c.yml"), campaign: "abs")
    #expect(folder.names == [])
  }

  @Test func `the key is made once, for its owner alone`() throws {
    let folder = TemporaryFolder()
    let work = WorkFolder(beside: folder.path("c.yml"), campaign: "abs")
    let key = try work.key()
    #expect(key.count == 32)
    #expect(Set(key).count > 1)
    #expect(try work.key() == key)
    #expect(mode(work.path) == 0o700)
    #expect(mode(folder.path(".maille")) == 0o700)
    #expect(mode(work.path + "/key") == 0o600)
    let other = WorkFolder(beside: folder.path("c.yml"), campaign: "autre")
    #expect(try other.key() != key)
  }

  @Test func `a key that is cut is refused, not made anew`() throws {
    let folder = TemporaryFolder()
    let work = WorkFolder(beside: folder.path("c.yml"), campaign: "abs")
    _ = try work.key()
    folder.write([1, 2, 3], to: ".maille/abs/key")
    let problem = #expect(throws: Problem.self) { try work.key() }
    #expect(problem?.code == "keeping.damaged-key")
  }
}
