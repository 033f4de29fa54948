import Fetching
import Glibc
import References
import TestSupport
import Testing

/// What servers send instead of the file.
@Suite struct RefusedAnswerTests {
  private static let page = Array("<!DOCTYPE html><html><body>Page introuvable</body></html>".utf8)

  /// The answer, the exit code, the problem, and a word that helps.
  @Test(arguments: [
    (
      LoopbackServer.Content(status: 404, bytes: page, type: "text/html"), 6, "fetching.moved",
      "404"
    ),
    (LoopbackServer.Content(status: 410), 6, "fetching.moved", "410"),
    (LoopbackServer.Content(status: 403), 6, "fetching.moved", "403"),
    (LoopbackServer.Content(status: 503), 75, "fetching.server-error", "503"),
    (LoopbackServer.Content(status: 429), 75, "fetching.server-error", "429"),
    (
      LoopbackServer.Content(bytes: page, type: "text/html; charset=utf-8"), 6, "fetching.web-page",
      "rp.zip"
    ),
    (
      LoopbackServer.Content(bytes: page, type: "application/zip"), 6, "fetching.web-page", "rp.zip"
    ),
    (LoopbackServer.Content(status: 301, location: "/accueil"), 6, "fetching.web-page", "/accueil"),
    (LoopbackServer.Content(status: 301, location: "/perdu"), 6, "fetching.moved", "/perdu"),
    (
      LoopbackServer.Content(status: 302, location: "/rp.zip"), 6, "fetching.forbidden-redirect",
      "rond"
    ),
    (
      LoopbackServer.Content(status: 302, location: "http://exemple.invalid/rp.zip"), 6,
      "fetching.forbidden-redirect", "non chiffrée"
    ),
    (
      LoopbackServer.Content(status: 302, location: "file:///etc/passwd"), 6,
      "fetching.forbidden-redirect", "non chiffrée"
    ),
    (LoopbackServer.Content(bytes: []), 75, "fetching.nothing", "vide"),
    (
      LoopbackServer.Content(bytes: Array("a;b\n1;2\n".utf8)), 6, "references.unknown",
      "recensement"
    ),
  ])
  func `an answer that is not the file is refused`(
    content: LoopbackServer.Content, status: Int32, code: String, word: String
  ) {
    let depot = Depot()
    depot.server.serve("/rp.zip", content)
    depot.server.serve("/accueil", .init(bytes: Self.page, type: "text/html"))
    let run = depot.fetch("--only", "recensement")
    #expect(run.status == status)
    #expect(run.messages.contains("[\(code)]"), "\(run.messages)")
    #expect(run.messages.contains(word))
    #expect(depot.stored == nil)
  }

  @Test func `the remedy names the line of the table`() {
    let depot = Depot()
    let run = depot.fetch("--only", "recensement")
    #expect(run.messages.contains("b/adresses-officielles.tsv:2"))
    #expect(run.messages.contains("à la ligne 2 de"))
  }

  @Test func `a file whose published MD5 is another's is thrown away`() {
    let depot = Depot()
    depot.write([
      "recensement\t2024\tRP2022\t\(depot.server.address("/rp.zip"))\t{adresse}.md5"
    ])
    depot.server.serve("/rp.zip", depot.zip)
    depot.server.serve("/rp.zip.md5", Array("d41d8cd98f00b204e9800998ecf8427e  rp.zip\n".utf8))
    let run = depot.fetch("--only", "recensement")
    #expect(run.status == 75)
    #expect(run.messages.contains("fetching.damaged"))
    #expect(depot.stored == nil)
    // and where the .md5 is gone too, the file is taken as it is
    depot.server.serve("/rp.zip.md5", .init(status: 404))
    #expect(depot.fetch("--only", "recensement").status == 0)
  }

  @Test func `one address that moved does not keep the others out`() {
    let depot = Depot()
    depot.write([
      "contours\t2024\t2024\t\(depot.server.address("/iris.7z"))\t",
      "recensement\t2024\tRP2022\t\(depot.server.address("/rp.zip"))\t",
    ])
    depot.server.serve("/rp.zip", depot.zip)
    let run = depot.fetch("--only", "contours", "--only", "recensement")
    #expect(run.status == 6)
    #expect(run.output.contains("rangé : recensement"))
    #expect(depot.stored == depot.zip)
  }

  @Test func `nobody there is a passing trouble`() {
    let depot = Depot()
    depot.write(["recensement\t2024\tRP2022\thttp://127.0.0.1:1/rp.zip\t"])
    let run = depot.fetch("--only", "recensement")
    #expect(run.status == 75)
    #expect(run.messages.contains("fetching.unreachable"))
  }
}
