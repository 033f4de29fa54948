import Boundaries
import Diagnostics
import Exports
import Files
import TestSupport
import Testing
import Verification

@testable import Atlas

@Suite struct AtlasPageTests {
  private let village = Village(columns: [[30, 4, 50, 60, 70, 80, 90, 20, 40]])

  /// What `maille verify` says of the pages of an atlas.
  private func problems(of pages: [String: String], mention: String) throws -> String {
    let folder = TemporaryFolder()
    for (name, text) in pages { folder.write(text, to: name) }
    return try Verdict.of(Deliverable(at: folder.path), mention: mention).problems.description
  }

  @Test func `there is a page for each indicator and each IRIS, with ASCII names`() throws {
    let pages = try village.pages()
    #expect(pages.keys.filter { $0.hasPrefix("p-") }.count == 9)
    #expect(pages["i-i0.html"] != nil)
    #expect(
      pages.keys.allSatisfy { name in
        name.utf8.count < 64 && name.utf8.allSatisfy { $0 < 128 && $0 != 0x2F }
      })
    #expect(try problems(of: pages, mention: village.mention) == "")
  }

  @Test func `a withheld count has a word, and no number in map, table or portrait`() throws {
    let pages = try village.pages()
    let page = pages["i-i0.html"] ?? ""
    #expect(page.contains("data-i=\"010040002\" data-st=\"c\"><title>Quartier 2 : secret</title>"))
    #expect(page.contains("<td class=\"secret\" colspan=\"5\">secret</td>"))
    #expect(pages["p-010040002.html"]?.contains("<td class=\"secret\"") == true)
    #expect(!page.contains("2,0\u{A0}%"))
  }

  @Test func `what is at no IRIS is shown as the release shows it`() throws {
    var village = village
    village.unlocated = 4
    let page = try village.pages()["methode.html"] ?? ""
    #expect(page.contains("<td class=\"secret\">secret</td>"))
    #expect(!page.contains("<td class=\"n\">4</td></tr>"))
  }

  @Test func `counts are circles, never tints`() throws {
    var village = village
    village.method = nil
    let page = try village.pages()["i-i0.html"] ?? ""
    #expect(page.contains("<circle") && page.contains("Aire du cercle proportionnelle"))
    #expect(!page.contains("fill=\"#253494\"><"))
    #expect(!page.contains("Classes : quantiles"))
  }

  @Test func `the same release gives the same pages`() throws {
    #expect(try village.pages() == village.pages())
  }

  @Test func `a working document says so in its figure, and stops saying so`() throws {
    let words = "ANALYSE PARTAGÉE — NE PAS DIFFUSER"
    #expect(try village.pages()["i-i0.html"]?.contains(words) == true)
    let published = try village.pages { $0.isWorkingDocument = false }
    #expect(published.values.allSatisfy { !$0.contains("NE PAS DIFFUSER") })
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a' onload='b",
    "droite \u{202E}gauche", String(repeating: "long ", count: 100), "émoji 🏘️ / barre", "",
  ])
  func `nothing in a title or a name becomes markup`(text: String) throws {
    var village = village
    village.titles = [text]
    village.names = [text]
    let pages = try village.pages()
    #expect(
      pages.values.allSatisfy { page in
        !page.contains("<script>alert") && !page.contains("<img") && !page.contains("\u{202E}")
          && !page.contains("' onload")
      })
    #expect(try problems(of: pages, mention: village.mention) == "")
  }

  @Test(arguments: [
    [1, 2, 3, 4, 5, 6, 7, 8, 9], [0, 0, 0, 0, 0, 0, 0, 0, 0],
    [50, 50, 50, 50, 50, 50, 50, 50, 50], [900, 11, 11, 11, 11, 11, 11, 11, 12],
  ])
  func `all withheld, all nobody, all equal and huge rates make pages too`(
    counts: [Int]
  ) throws {
    let village = Village(columns: [counts])
    #expect(try problems(of: village.pages(), mention: village.mention) == "")
  }

  @Test func `one IRIS alone, and nobody living anywhere`() throws {
    var village = Village(side: 1, columns: [[30]])
    #expect(try problems(of: village.pages(), mention: village.mention) == "")
    village.population = 0
    #expect(try problems(of: village.pages(), mention: village.mention) == "")
  }

  @Test func `a comment is above the figure, safe, and a missing one is listed`() throws {
    let text = """
      auteur: Groupe santé
      date: 12/03/2026

      Un **constat** <b>net</b>, ![x](http://a/b.png) [ici](javascript:alert(1)).
      <img srcset="http://a/b.png"><script>fetch("http://a")</script><style>@import "//a"</style>

      - premier
      - second
      """
    let pages = try village.pages { $0.comments = ["i0": Comment(text)] }
    let page = try #require(pages["i-i0.html"])
    let comment = try #require(page.firstRange(of: "class=\"commentaire\" aria"))
    let figure = try #require(page.firstRange(of: "<figure>"))
    #expect(comment.lowerBound < figure.lowerBound)
    #expect(page.contains("<strong>constat</strong> &lt;b&gt;net&lt;/b&gt;"))
    #expect(page.contains("<li>premier</li>") && page.contains("Groupe santé, 12/03/2026"))
    #expect(!page.contains("<img") && !page.contains("href=\"javascript"))
    #expect(try problems(of: pages, mention: village.mention) == "")
    #expect(pages["index.html"]?.contains("Commentaires attendus") == false)
    #expect(try village.pages()["index.html"]?.contains("Commentaires attendus") == true)
    #expect(try village.atlas().uncommented == ["i0"])
  }

  @Test func `the same subject at two dates is on one scale, in the order of dates`() throws {
    var village = village
    village.columns.append([40, 4, 60, 70, 80, 90, 100, 30, 50])
    village.titles = ["Chômage", "Chômage"]
    village.vintages = ["2025-12-31", "2024-12-31"]
    let page = try village.pages()["planches.html"] ?? ""
    let years = try #require(
      page.pieces(from: "<h2>Chômage, échelle commune", to: "</section>").first)
    let heads = years.pieces(from: "<h3>", to: "</h3>").map { String($0.dropFirst(4)) }
    #expect(
      heads == ["31/12/2024", "31/12/2025", "Évolution, du 31/12/2024 au 31/12/2025"])
  }

  @Test func `what a commune counts is what its IRIS and the rest add up to`() throws {
    var village = village
    village.columns = [[30, 40, 50, 60, 70, 80, 90, 20, 40]]
    village.unlocated = 25
    let page = try village.pages()["methode.html"] ?? ""
    #expect(page.contains("<td class=\"n\">505</td><td class=\"n\">480 (95,0\u{A0}%)</td>"))
  }

  @Test(arguments: [
    ("Saint-Nicolas-Dépôt", ["Saint-Nicolas-", "Dépôt"]),
    ("Les Grands Prés", ["Les Grands", "Prés"]),
    ("Centre", ["Centre"]), ("", [""]),
  ])
  func `a name is cut where it reads`(name: String, lines: [String]) {
    #expect(AreaLabel.halves(of: name) == lines)
  }

  @Test func `a scale is round and under a quarter of the map`() {
    let map = MapView(
      village.contours.areas.map(\.shape), width: 4_000, height: 4_400, detail: 40)
    #expect(ScaleBar(view: map).metres == 500)
  }

  @Test func `long references go to another line`() {
    #expect(Typography.lines(of: ["a", "b", "ccc"], joinedBy: " · ", upTo: 5) == ["a · b", "ccc"])
    #expect(Typography.lines(of: ["aaaaaaa"], joinedBy: " ", upTo: 5) == ["aaaaaaa"])
  }

  @Test func `an abbreviation says once what it stands for`() {
    let text = Glossary.marked("C2S et C2S de <b>").text
    #expect(text.hasPrefix("<abbr title=\"Complémentaire santé solidaire"))
    #expect(text.hasSuffix("C2S</abbr> et C2S de &lt;b&gt;"))
  }

  @Test func `equal values share their rank`() throws {
    let village = Village(columns: [[50, 50, 40, 30, 30, 30, 20, 60, 70]])
    let release = try village.release()
    let places = village.contours.areas.enumerated().map { PlaceName($1, index: $0) }
    let view = IndicatorView(release, 0, places: places, by: ClassChoice())
    #expect(view.ranking.map(\.rank) == [1, 2, 3, 3, 5, 6, 6, 6, 9])
  }
}
