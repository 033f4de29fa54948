import Glibc
import TestSupport
import Testing

/// Lines that are cut, and what the next question says.
@Suite struct InterruptedTests {
  private let depot = Depot()

  private func serve(tag: String? = "\"v1\"", modified: String? = nil, cuts: [Int]) {
    depot.server.serve(
      "/rp.zip", .init(bytes: depot.zip, tag: tag, modified: modified, cuts: cuts))
  }

  /// With a strong tag, or with a date.
  @Test(arguments: [("\"v1\"", ""), ("", "Wed, 15 Jul 2026 03:12:45 GMT")])
  func `a line that is cut is taken up where it was`(tag: String, modified: String) {
    serve(tag: tag.isEmpty ? nil : tag, modified: modified.isEmpty ? nil : modified, cuts: [1000])
    #expect(depot.fetch("--only", "recensement").status == 0)
    #expect(depot.ranges == ["", "bytes=1000-"])
    #expect(depot.server.requests.last?.fields["if-range"] == tag + modified)
    #expect(depot.stored == depot.zip)
  }

  @Test func `cut three times the command stops, and the next one continues`() {
    serve(cuts: [1000, 500, 250])
    let first = depot.fetch("--only", "recensement")
    #expect(first.status == 75)
    #expect(first.messages.contains("fetching.cut"))
    #expect(first.messages.contains("1\u{202F}750 octets"))
    #expect(depot.stored == nil)
    #expect(depot.fetch("--only", "recensement").status == 0)
    #expect(depot.ranges == ["", "bytes=1000-", "bytes=1500-", "bytes=1750-"])
    #expect(depot.stored == depot.zip)
  }

  @Test func `another content since then begins again`() {
    serve(cuts: [1000, 0, 0])
    #expect(depot.fetch("--only", "recensement").status == 75)
    depot.server.serve("/rp.zip", .init(bytes: depot.zip, tag: "\"v2\""))
    #expect(depot.fetch("--only", "recensement").status == 0)
    #expect(depot.ranges.last == "bytes=1000-")
    #expect(depot.stored == depot.zip)
  }

  /// Nothing says that the bytes would be the same.
  @Test(arguments: ["", "W/\"v1\""])
  func `without a strong validator nothing is continued`(tag: String) {
    serve(tag: tag.isEmpty ? nil : tag, cuts: [1000])
    #expect(depot.fetch("--only", "recensement").status == 0)
    #expect(depot.ranges == ["", ""])
    #expect(depot.stored == depot.zip)
  }

  @Test func `a part that was not asked for is not taken for the file`() {
    serve(cuts: [1000, 0, 0])
    #expect(depot.fetch("--only", "recensement").status == 75)
    // a server that counts ranges wrongly, then one that knows none
    depot.server.serve(
      "/rp.zip",
      .init(bytes: depot.zip, tag: "\"v1\"", modified: nil, shift: 7))
    let run = depot.fetch("--only", "recensement")
    #expect(run.status == 0, "\(run.messages)")
    #expect(depot.ranges.suffix(2) == ["bytes=1000-", ""])
    #expect(depot.stored == depot.zip)
  }

  @Test func `a file that was whole when the command was killed is placed without its bytes`() {
    serve(cuts: [depot.zip.count, 0, 0])
    // a complete body, then the process dies before it can store: the same as a refused store
    depot.folder.write("pas un dossier", to: "b/recensement")
    #expect(depot.fetch("--only", "recensement").status != 0)
    unlink(depot.folder.path("b/recensement"))
    #expect(depot.fetch("--only", "recensement").status == 0)
    #expect(depot.ranges.last == "bytes=\(depot.zip.count)-")
    #expect(depot.stored == depot.zip)
  }
}
