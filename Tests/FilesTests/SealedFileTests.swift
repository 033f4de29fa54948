import Files
import Glibc
import TestSupport
import Testing

@Suite struct SealedFileTests {
  private let format = SealedFile.Format(name: "essai", version: 1)

  @Test(arguments: [[], [7], Array(0...255)] as [[UInt8]])
  func `whole bytes come back, for their owner alone`(bytes: [UInt8]) throws {
    let folder = TemporaryFolder()
    try SealedFile.write(bytes, as: format, to: folder.path("a"))
    #expect(SealedFile.read(folder.path("a"), as: format) == bytes)
    var status = stat()
    stat(folder.path("a"), &status)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `any byte changed, cut or added makes it nothing`() throws {
    let folder = TemporaryFolder()
    try SealedFile.write([1, 2, 3], as: format, to: folder.path("a"))
    let whole = try #require(folder.read("a"))
    var believed: [String] = []
    for index in whole.indices {
      for damaged in [
        whole[..<index] + [whole[index] ^ 1] + whole[(index + 1)...], whole[..<index],
      ] {
        folder.write(damaged, to: "a")
        if SealedFile.read(folder.path("a"), as: format) != nil { believed.append("\(index)") }
      }
    }
    folder.write(whole + [0], to: "a")
    #expect(SealedFile.read(folder.path("a"), as: format) == nil)
    #expect(believed == [])
  }

  @Test func `another format or version is nothing`() throws {
    let folder = TemporaryFolder()
    try SealedFile.write([1], as: format, to: folder.path("a"))
    for other in [SealedFile.Format(name: "essai", version: 2), .init(name: "autre", version: 1)] {
      #expect(SealedFile.read(folder.path("a"), as: other) == nil)
    }
    #expect(SealedFile.read(folder.path("absent"), as: format) == nil)
  }
}
