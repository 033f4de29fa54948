import Diagnostics
import Files
import TestSupport
import Testing

@Suite struct StagedFileTests {
  @Test func `nothing is seen before publication`() throws {
    let folder = TemporaryFolder()
    let file = try StagedFile(for: folder.path("a.csv"))
    try file.write("bonjour")
    #expect(folder.names.filter { !$0.hasSuffix(".partial") }.isEmpty)
    try StagedFile.publish([file])
    #expect(folder.names == ["a.csv"])
    #expect(folder.read("a.csv") == Array("bonjour".utf8))
  }

  @Test func `a file given up leaves nothing`() throws {
    let folder = TemporaryFolder()
    do {
      let file = try StagedFile(for: folder.path("a.csv"))
      try file.write("bonjour")
    }
    #expect(folder.names.isEmpty)
  }

  @Test func `an older file stands until it is replaced whole`() throws {
    let folder = TemporaryFolder()
    folder.write("ancien", to: "a.csv")
    let file = try StagedFile(for: folder.path("a.csv"))
    try file.write("nouveau")
    #expect(folder.read("a.csv") == Array("ancien".utf8))
    try StagedFile.publish([file])
    #expect(folder.read("a.csv") == Array("nouveau".utf8))
    #expect(folder.names == ["a.csv"])
  }

  @Test func `the hash is FIPS 180-4's`() {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(ContentHash(of: Array("abc".utf8)).hexadecimal == abc)
  }

  @Test func `a missing file and a folder are told apart`() {
    let folder = TemporaryFolder()
    #expect { try MappedFile(folder.path("rien")) } throws: {
      ($0 as? Problem)?.code == "files.missing"
    }
    #expect { try MappedFile(folder.path) } throws: {
      ($0 as? Problem)?.code == "files.not-a-file"
    }
  }

  @Test func `an empty file has no bytes`() throws {
    let folder = TemporaryFolder()
    #expect(try MappedFile(folder.write("", to: "vide")).bytes.isEmpty)
  }
}
