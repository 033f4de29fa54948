import Diagnostics
import Files
import Glibc
import TestSupport
import Testing

/// Files that another program changes, and paths that lead nowhere.
@Suite struct MappedFileTests {
  @Test func `a file that grows while it is read is refused`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("a;b\n1;2\n", to: "a.csv")
    let file = try MappedFile(path)
    try file.checkUnchanged()
    folder.write("a;b\n1;2\n3;4\n", to: "a.csv")
    let problem = #expect(throws: Problem.self) { try file.checkUnchanged() }
    #expect(problem?.code == "files.changed")
    #expect(problem?.outcome == .temporary)
  }

  @Test func `a file that is replaced as a whole was read whole`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("a;b\n1;2\n", to: "a.csv")
    let file = try MappedFile(path)
    try #require(rename(folder.write("autre chose\n", to: "b.csv"), path) == 0)
    try file.checkUnchanged()
    unlink(path)
    try file.checkUnchanged()
  }

  @Test func `links that turn in circles are told`() throws {
    let folder = TemporaryFolder()
    try #require(symlink("b.csv", folder.path("a.csv")) == 0)
    try #require(symlink("a.csv", folder.path("b.csv")) == 0)
    let problem = #expect(throws: Problem.self) { try MappedFile(folder.path("a.csv")) }
    #expect(problem?.code == "files.link-loop")
  }

  @Test(arguments: ["", "/nonexistent", "/dev/null", "/tmp"])
  func `what is no file is refused`(path: String) {
    #expect(throws: Problem.self) { try MappedFile(path) }
  }
}
