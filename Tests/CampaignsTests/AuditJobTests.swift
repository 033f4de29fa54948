import Audit
import Campaigns
import Diagnostics
import Files
import TestSupport
import Testing

/// The check of files that wait for their names.
@Suite struct AuditJobTests {
  private func staged(_ golden: String, in folder: TemporaryFolder) throws -> [StagedFile] {
    let source = "\(projectFolder)/Tests/GoldenTests/Cases/\(golden)/in/sortie"
    return try listFolder(source).map { name in
      let file = try StagedFile(for: folder.path(name))
      try file.write(try #require(readFile("\(source)/\(name)")))
      return file
    }
  }

  @Test func `a certificate appears with the files that it is about`() throws {
    let folder = TemporaryFolder()
    let files = try staged("audit-four-iris", in: folder)
    let (certificate, proofs) = try AuditJob(folder: folder.path).certify(files)
    try StagedFile.publish(files + proofs)
    #expect(certificate.isClean)
    #expect(folder.names.contains("certificat.json") && folder.names.contains("certificat.txt"))
    #expect(folder.names.count == files.count + 2)
  }

  @Test func `a release that gives something away is not certified`() throws {
    let folder = TemporaryFolder()
    let files = try staged("audit-leak", in: folder)
    let problem = #expect(throws: Problem.self) {
      try AuditJob(folder: folder.path).certify(files)
    }
    #expect(problem?.outcome == .protectionFailed && problem?.code == "audit.trace")
    #expect(folder.names == [])
  }
}
