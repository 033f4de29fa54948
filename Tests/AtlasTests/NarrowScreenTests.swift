import TestSupport
import Testing

@testable import Atlas

/// From a telephone held upright, or a screen at four times its size, 320 pixels across, to a desk.
///
/// - Source: WCAG 2.1, criterion 1.4.10
@Suite(.enabled(if: Browser.isPresent)) struct NarrowScreenTests {
  /// Chromium's own window is never so narrow, so the page stands in a frame; what it measures comes back
  /// as a title.
  private func measured(_ page: String, across width: Int) throws -> String {
    let script = try #require(page.pieces(from: "<script>", to: "</script>").first)
    let escaped = page.replacing(String(script), with: "<script>").replacing("&", with: "&amp;")
      .replacing("\"", with: "&quot;")
    let folder = TemporaryFolder()
    folder.write(
      """
      <!DOCTYPE html><title></title><body><iframe style="border:0" width="\(width)" height="900" \
      onload="var d=this.contentDocument,e=d.documentElement;document.title='DIT:'+[\
      e.scrollWidth-e.clientWidth,\
      Math.max.apply(null,Array.prototype.map.call(d.querySelectorAll('.cadre'),function(c){\
      return c.scrollWidth-c.clientWidth})),\
      getComputedStyle(d.querySelector('.comparer tbody tr')).display].join(' ')" \
      srcdoc="\(escaped)"></iframe>
      """, to: "cadre.html")
    let shown = Browser.run([
      "--window-size=1400,900", "--virtual-time-budget=5000", "--dump-dom",
      "file://" + folder.path("cadre.html"),
    ]).output
    let title = try #require(shown.pieces(from: "<title>DIT:", to: "</title>").first)
    return String(title.dropFirst("<title>DIT:".count))
  }

  @Test(arguments: [
    (320, "0 0 grid"), (390, "0 0 grid"), (720, "0 0 grid"), (740, "0 0 table-row"),
    (1_000, "0 0 table-row"), (1_100, "0 0 table-row"),
  ])
  func `a portrait never scrolls sideways`(width: Int, found: String) throws {
    let counts = [30, 4, 50, 60, 70, 80, 90, 20, 40]
    var village = Village(columns: [counts, counts.map { $0 + 15 }])
    village.titles = [
      "Bénéficiaires de la complémentaire santé solidaire sans participation", "RSA",
    ]
    village.zonings = [village.quarters]
    let page = try #require(try village.pages()["p-010040001.html"])
    #expect(try measured(page, across: width) == found)
  }
}
