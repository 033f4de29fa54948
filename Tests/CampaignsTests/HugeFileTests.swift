import Glibc
import TestSupport
import Testing

/// Files that no partner should send, given to `maille check`.
@Suite struct HugeFileTests {
  private let header = "ID;AGE;SEXE\n"

  /// A hole in a sparse file costs no disk; one line of 5 GB is refused by its number.
  @Test func `five gigabytes without an end of line are refused by their line`() throws {
    let folder = TemporaryFolder()
    let path = folder.write(header + "1;30;F\n2;", to: "c2s.csv")
    try #require(truncate(path, 5 << 30) == 0)
    let check = Command("maille").run(["check", "c2s.csv"], in: folder.path)
    #expect(check.status == 3, "\(check.messages)")
    #expect(check.messages.contains("c2s.csv") && check.messages.contains("[tables."))
  }

  @Test func `a file of nothing and a loop of links are told`() throws {
    let folder = TemporaryFolder()
    folder.write("", to: "vide.csv")
    try #require(symlink("b.csv", folder.path("a.csv")) == 0)
    try #require(symlink("a.csv", folder.path("b.csv")) == 0)
    let empty = Command("maille").run(["check", "vide.csv"], in: folder.path)
    #expect(empty.status == 3 && empty.messages.contains("[tables.empty]"), "\(empty.messages)")
    let loop = Command("maille").run(["check", "a.csv"], in: folder.path)
    #expect(loop.status != 0 && loop.status != 1, "\(loop.messages)")
    #expect(loop.messages.contains("a.csv") && loop.messages.contains("[files."))
  }
}
