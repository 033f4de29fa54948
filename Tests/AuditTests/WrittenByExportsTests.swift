import Audit
import TestSupport
import Testing

/// A release that the engine itself wrote, kept by the golden runs.
@Suite struct WrittenByExportsTests {
  private let folder = "\(projectFolder)/Tests/GoldenTests/Cases/run-four-iris/out/sortie/current"

  @Test func `the files of a run are read, all of them, and keep their promises`() throws {
    let files = try PublicFile.all(in: folder)
    let certificate = try Auditor("sortie", files: files).certificate()
    #expect(certificate.breaches == [])
    #expect(certificate.unread == [])
    #expect(certificate.promise == Promise(threshold: 11))
    #expect(certificate.numbers.withheld == 3 && certificate.numbers.proved == 3)
    #expect(certificate.hashes.count == 11)
  }
}
