import Analyses
import Boundaries
import Territory
import TestSupport
import Testing

@testable import Atlas

/// The atlas on paper: A4, one figure for each page and none cut, the mention on every page.
@Suite(.enabled(if: Browser.canPrint)) struct PrintedAtlasTests {
  private static let folder: TemporaryFolder = {
    let folder = TemporaryFolder()
    let counts = [30, 4, 50, 60, 70, 80, 90, 20, 40]
    var village = Village(columns: [counts, counts.map { $0 + 15 }, counts.map { $0 + 30 }])
    village.zonings = [village.quarters]
    let pages = try? village.pages {
      $0.analyses = [Analysis(indicator: "i0", methods: [.moran, .lisa, .funnel])]
      $0.comments = ["i0": Comment("auteur: Groupe\n\nVu en séance.\n")]
    }
    for (name, text) in pages ?? [:] { folder.write(text, to: name) }
    return folder
  }()

  /// The texts of the printed pages of one page of the atlas, each with the mention and the stamp.
  private func printed(_ page: String) throws -> [String] {
    let target = Self.folder.path(page + ".pdf")
    _ = Browser.run([
      "--no-pdf-header-footer", "--print-to-pdf=\(target)", "file://" + Self.folder.path(page),
    ])
    let info = try #require(output(of: "pdfinfo", [target])).output
    #expect(info.contains("(A4)"), "\(page)")
    let text = try #require(output(of: "pdftotext", ["-layout", target, "-"])).output
    // a form feed ends each page
    let texts = text.split(separator: "\u{C}").map(String.init)
    let bare = texts.indices.filter { !texts[$0].contains("NE PAS DIFFUSER · Source CPAM") }
    #expect(!texts.isEmpty && bare == [], "\(page)")
    return texts
  }

  @Test(arguments: ["planches.html", "portraits.html", "methode.html", "glossaire.html"])
  func `every printed page says whose data it shows, and that it is no publication`(
    page: String
  ) throws {
    _ = try printed(page)
  }

  @Test(arguments: [("i-i0.html", "Par IRIS, au", 1), ("z-quartiers.html", "Quartiers, au", 3)])
  func `a printed page has one map at most, from its title to its references`(
    page: String, head: String, count: Int
  ) throws {
    let maps = try printed(page).map { text in
      (heads: text.count(of: head), feet: text.count(of: "IGN–INSEE, IRIS 2024"))
    }
    #expect(maps.filter { $0.heads > 1 || $0.heads != $0.feet }.isEmpty, "\(maps)")
    #expect(maps.reduce(0) { $0 + $1.heads } == count)
  }

  @Test func `the cover is a page of its own`() throws {
    let pages = try printed("index.html")
    #expect(pages[0].contains("Ambérieu") && !pages[0].contains("Chaque petite carte"))
    #expect(pages.dropFirst().first?.contains("Chaque petite carte") == true)
  }

  @Test func `a portrait is one page`() throws {
    #expect(try printed("p-010040001.html").count == 1)
  }
}

extension String {
  /// How many times some words stand there.
  fileprivate func count(of words: String) -> Int { ranges(of: words).count }
}
