import Analyses
import Boundaries
import Diagnostics
import Disclosure
import Exports
import Files
import Rates
import Territory
import TestSupport
import Testing
import Verification

@testable import Atlas

/// What an IRIS is compared with: chosen by a stated rule, from what is released alone.
@Suite struct ComparisonTests {
  private func views(_ village: Village) throws -> [IndicatorView] {
    let release = try village.release()
    let places = village.contours.areas.enumerated().map { PlaceName($1, index: $0) }
    return release.indicators.indices.map {
      IndicatorView(release, $0, places: places, by: ClassChoice())
    }
  }

  @Test func `the most alike is the nearest in standard deviations, the lower code when two are`()
    throws
  {
    let village = Village(
      columns: [
        [20, 21, 60, 60, 60, 90, 95, 100, 22], [30, 31, 70, 70, 70, 20, 25, 30, 90],
      ])
    let nearest = Likeness(try views(village)).nearest.map { $0?.place }
    #expect(nearest[0] == 1 && nearest[1] == 0)
    #expect(nearest[2] == 3 && nearest[3] == 2 && nearest[4] == 2)
    #expect(nearest[8] != 0)
  }

  @Test func `nobody is alike by one rate, nor by what is withheld`() throws {
    #expect(
      Likeness(try views(Village(columns: [[20, 21, 60, 60, 60, 90, 95, 99, 22]]))).nearest
        .allSatisfy { $0 == nil })
    let village = Village(
      columns: [[20, 4, 60, 60, 60, 90, 95, 99, 22], [20, 4, 60, 60, 60, 90, 95, 99, 22]])
    let views = try views(village)
    let hidden = views[0].cells.indices.filter { views[0].cells[$0].value == nil }
    let nearest = Likeness(views).nearest
    #expect(hidden.count >= 2 && hidden.allSatisfy { nearest[$0] == nil })
    #expect(nearest.allSatisfy { found in found.map { !hidden.contains($0.place) } ?? true })
  }

  @Test(arguments: [
    (30, 90, Release.Comparison.lower), (90, 30, .higher), (50, 52, .similar), (50, 50, .similar),
  ])
  func `two figures differ when their intervals are disjoint`(
    own: Int, other: Int, word: Release.Comparison
  ) throws {
    let cells = try views(Village(columns: [[own, other, 50, 60, 70, 80, 45, 55, 65]]))[0].cells
    #expect(
      Comparator.word(cells[0].figure, against: .figure(cells[1].figure, origin: nil)) == word)
  }

  @Test func `a withheld figure is compared with nothing, and nothing with it`() throws {
    let cells = try views(Village(columns: [[30, 4, 50, 60, 70, 80, 90, 20, 40]]))[0].cells
    #expect(Comparator.word(cells[1].figure, against: .number(3)) == nil)
    let hidden = Comparator.Reference.figure(cells[1].figure, origin: nil)
    #expect(Comparator.word(cells[0].figure, against: hidden) == nil)
    #expect(hidden.value(isRate: true) == nil && hidden.value(isRate: false) == nil)
  }

  @Test func `a portrait offers the areas of its IRIS, a page shows all of them`() throws {
    var village = Village(columns: [[30, 40, 50, 60, 70, 80, 90, 20, 40]])
    village.zonings = [village.quarters]
    let pages = try village.pages()
    let portrait = try #require(pages["p-010040001.html"])
    #expect(portrait.contains("id=\"k-z0\""))
    #expect(portrait.contains("Quartiers : Nord &lt;i&gt;</label>"))
    #expect(
      portrait.contains("data-de=\"quartiers A\" data-colonnes=\"i0\" data-st=\"\" data-v=\"22.5\"")
    )
    let page = try #require(pages["z-quartiers.html"])
    #expect(page.contains("data-de=\"quartiers B\""))
    #expect(pages["index.html"]?.contains("href=\"z-quartiers.html\"") == true)
  }

  /// Squares of a kilometre: the first four are one area, the other five another.
  @Test func `areas are drawn as IRIS are, with the classes of the IRIS`() throws {
    var village = Village(columns: [[30, 40, 50, 60, 70, 80, 90, 20, 40]])
    village.zonings = [village.quarters]
    let pages = try village.pages()
    let page = try #require(pages["z-quartiers.html"])
    let map = try #require(page.pieces(from: "<svg class=\"figure\"", to: "</svg>").first)
    #expect(map.contains("data-zonage=\"quartiers\"") && map.contains(village.mention))
    #expect(map.contains("NE PAS DIFFUSER") && map.contains("Quartiers, au 31/12/2025"))
    let areas = map.pieces(from: "<a href=\"#i0-", to: "</a>")
    #expect(areas.count == 2 && areas[0].contains("<title>Nord &lt;i&gt; : 22,5\u{A0}%"))
    // each leads to its row of the table
    for area in areas {
      let name = try #require(area.pieces(from: "#", to: "\"").first).dropFirst()
      #expect(page.contains("id=\"\(name)\" data-i="))
    }
    let ranges = { (text: String) in text.pieces(from: "<rect x=\"0\" y=\"", to: ">").count }
    let own = try #require(pages["i-i0.html"]).pieces(from: "<svg class=\"figure\"", to: "</svg>")
    #expect(ranges(String(map)) == ranges(String(own[0])) && ranges(String(map)) > 2)
  }

  @Test func `an area that nobody has drawn is on no map, and the page says so`() throws {
    var village = Village(columns: [[30, 40, 50, 60, 70, 80, 90, 20, 40]])
    let cut = Zoning(
      id: "qpv", title: "QPV", areas: [.init(code: "Q", name: "Gare")],
      members: .irises([village.irises[0]: ["", "Q"]]))
    village.zonings = [cut]
    let bare = try #require(try village.pages()["z-qpv.html"])
    #expect(!bare.contains("<svg class=\"figure\"") && bare.contains("1\u{A0}zone sans contour"))
    let shape = village.contours.areas[0].shape
    let drawn = try #require(
      try village.pages { $0.drawnAreas = ["qpv": ["Q": shape]] }["z-qpv.html"])
    #expect(drawn.contains("<svg class=\"figure\"") && !drawn.contains("sans contour"))
    #expect(drawn.contains("<use href=\"#fond\"/>"))
  }

  @Test func `last year is compared with, on the same contours`() throws {
    var before = Village(columns: [[12, 40, 50, 60, 70, 80, 90, 11, 4]])
    before.vintages = ["2024-12-31"]
    let now = Village(columns: [[30, 40, 50, 60, 70, 80, 90, 20, 40]])
    let earlier = try before.release()
    let pages = try now.pages { $0.earlier = [earlier] }
    let portrait = try #require(pages["p-010040001.html"])
    #expect(portrait.contains("Situation précédente : 31/12/2024"))
    #expect(portrait.contains("<span class=\"r-a\">6,0\u{A0}%<br><small>supérieur</small></span>"))
    #expect(pages["p-010040009.html"]?.contains("<span class=\"r-a\">secret</span>") == true)
    let maps = try #require(pages["planches.html"])
    #expect(maps.contains("Évolution, du 31/12/2024 au 31/12/2025"))
    #expect(maps.contains("<title>Quartier 1 : +9,0\u{A0}points</title>"))
    #expect(maps.contains("<title>Quartier 9 : secret</title>"))
    let same = try now.release()
    let alone = try now.pages { $0.earlier = [same] }
    #expect(alone["p-010040001.html"]?.contains("id=\"k-a\"") == false)
  }

  @Test func `analyses stand on the page of their indicator, without who is withheld`() throws {
    let village = Village(columns: [[30, 4, 50, 60, 70, 80, 90, 20, 40]])
    let methods = Analysis.Method.allCases.filter { ![.dobson, .fayFeuer, .indirect].contains($0) }
    let pages = try village.pages {
      $0.analyses = [Analysis(indicator: "i0", methods: methods)]
    }
    let page = try #require(pages["i-i0.html"])
    let section = try #require(
      page.pieces(from: "<section data-analyse=\"i0\"", to: "</section>").first)
    #expect(
      section.contains("data-zone=\"010040001\"") && !section.contains("data-zone=\"010040002\""))
    #expect(
      section.contains("<svg class=\"figure entonnoir\"") && section.contains("Indice de Moran"))
    #expect(!section.contains("Quartier 2"))
    let funnel = try #require(
      section.pieces(from: "<svg class=\"figure entonnoir\"", to: "</svg>").first)
    #expect(funnel.contains(village.mention) && funnel.contains("NE PAS DIFFUSER"))
  }

  /// The map of a zoning and the funnel of an analysis, on pages that say it elsewhere.
  @Test(arguments: [
    ("z-quartiers.html", "<svg class=\"figure\""), ("i-i0.html", "<svg class=\"figure entonnoir\""),
  ])
  func `each figure says whose data it shows, and that it is no publication`(
    page: String, start: String
  ) throws {
    var village = Village(columns: [[30, 4, 50, 60, 70, 80, 90, 20, 40]])
    village.zonings = [village.quarters]
    let pages = try village.pages {
      $0.analyses = [Analysis(indicator: "i0", methods: [.funnel])]
    }
    let text = try #require(pages[page])
    let figure = try #require(text.pieces(from: start, to: "</svg>").first)
    for (words, code) in [("", ""), ("Source CPAM", "no-mention"), ("NE PAS DIFFUSER", "no-stamp")]
    {
      let bare = words.isEmpty ? String(figure) : String(figure).replacing(words, with: "…")
      let folder = TemporaryFolder()
      folder.write(text.replacing(figure, with: bare), to: page)
      let verdict = try Verdict.of(
        Deliverable(at: folder.path), mention: village.mention, isWorkingDocument: true)
      let found = Set(verdict.problems.groups.compactMap(\.first.first?.code))
      #expect(found == (code.isEmpty ? [] : ["verification.\(code)"]))
    }
  }

  @Test(arguments: [
    (9.0, 2.0, 5), (0.04, 0.01, 5), (5_000.0, 1_000.0, 6), (1.0, 0.2, 6),
  ])
  func `an axis has round numbers`(most: Double, step: Double, count: Int) {
    let found = FunnelFigure.rounds(upTo: most)
    #expect(found.count == count)
    #expect(zip(found, found.dropFirst()).allSatisfy { abs($1 - $0 - step) < 1e-9 * most })
  }
}
