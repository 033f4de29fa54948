import Archives
import Diagnostics
import Testing

@Suite struct ProblemArchiveTests {
  private let log: ProblemLog = {
    var log = ProblemLog()
    for line in 1...5 {
      log.record(
        Problem("essai.un", .dropsRow, at: Place(file: "a.csv", line: line), fact: "f", remedy: "r")
      )
    }
    let place = Place(
      file: "b", part: "p", line: 1, column: 2, feature: 3, code: "c", ring: 4, vertex: 5, key: "k")
    log.record(
      Problem("essai.deux", .stops, at: place, fact: "\(12_000)", remedy: "r", outcome: .temporary))
    return log
  }()

  @Test func `a log comes back, and later problems join the same groups`() throws {
    var back = try ProblemLog(archived: log.archived)
    #expect(back == log)
    var original = log
    let later = Problem("essai.un", .dropsRow, at: Place(file: "a.csv"), fact: "f", remedy: "r")
    back.record(later)
    original.record(later)
    #expect(back == original)
    #expect(back.count(of: "essai.un") == 6)
  }

  @Test func `a log that is cut anywhere is damage`() {
    let bytes = log.archived
    let read = bytes.indices.filter { (try? ProblemLog(archived: Array(bytes[..<$0]))) != nil }
    #expect(read == [])
  }
}
