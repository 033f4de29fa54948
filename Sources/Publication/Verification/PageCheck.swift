internal import Diagnostics
internal import Files

/// What must hold in a text that people read: pages of the atlas, documents, styles.
struct PageCheck {
  let file: Deliverable.File
  let mention: String

  /// Marks that only a page that fetches something has: each has a quote or a bracket, which are
  /// escaped in what people wrote.
  private static let calls = [
    "src=\"http", "src=\"//", "href=\"http", "href=\"//", "href=\"javascript:", "srcset=\"",
    "type=\"module\"", "<iframe", "<object", "<embed", "<base", "<link",
  ]
  /// The same inside scripts and styles.
  private static let scriptCalls = [
    "fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "import(",
  ]
  private static let styleCalls = ["url(", "@import"]

  func problems() throws(Problem) -> [Problem] {
    switch file.suffix {
    case "html": return pageProblems(in: PageText(try file.bytes()))
    case "svg", "txt", "json", "jsonld", "xml":
      return mentionProblems(in: PageText(try file.bytes()))
    default: return []
    }
  }

  private func mentionProblems(in text: PageText) -> [Problem] {
    let isThere = mention.isEmpty || Self.forms(of: mention).contains(where: text.contains)
    return isThere ? [] : [Wording.noMention(at: file.place)]
  }

  private func pageProblems(in text: PageText) -> [Problem] {
    var problems = mentionProblems(in: text)
    for figure in text.pieces(from: "<svg class=\"figure", to: "</svg>")
    where !Self.forms(of: mention).contains(where: figure.contains) {
      problems.append(Wording.noMention(at: file.place))
    }
    if !text.contains(Self.closed) || reachesOut(text) {
      problems.append(Wording.reachesOut(at: file.place))
    }
    if showsForbidden(text) { problems.append(Wording.withheldShown(at: file.place)) }
    return problems
  }

  private func reachesOut(_ text: PageText) -> Bool {
    let (scripts, styles) = (
      text.pieces(from: "<script", to: "</script>"), text.pieces(from: "<style", to: "</style>")
    )
    return Self.calls.contains(where: text.contains)
      || Self.scriptCalls.contains { call in scripts.contains { $0.contains(call) } }
      || Self.styleCalls.contains { call in styles.contains { $0.contains(call) } }
  }

  private static let closed =
    "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"

  /// Whether a number stands where a status forbids it: in a tag, in what is said of an area, in a
  /// cell, in a row.
  private func showsForbidden(_ text: PageText) -> Bool {
    text.pieces(from: " data-st=\"", to: ">").contains(where: Self.tagShows)
      || text.pieces(from: " data-st=\"c\"", to: "</title>").contains(where: Self.titleShows)
      || text.pieces(from: "<td class=\"secret\"", to: "</td>").contains(where: Self.cellShows)
      || text.pieces(from: "<tr data-st=\"c\"", to: "</tr>").contains(where: Self.rowShows)
  }

  /// A tag with a status that carries a value.
  private static func tagShows(_ tag: PageText) -> Bool {
    let closed = ["c", "m", "e"].contains { tag.hasPrefix(" data-st=\"\($0)\"") }
    return closed && (tag.contains(" data-v=") || tag.contains(" data-n="))
  }

  /// A number after the colon of what is said of an area.
  private static func titleShows(_ area: PageText) -> Bool {
    guard area.count < 1_000 else { return false }
    return area.after("<title>")?.afterLast(" : ")?.hasDigit ?? false
  }

  private static func cellShows(_ cell: PageText) -> Bool { cell.after(">")?.hasDigit ?? false }

  private static func rowShows(_ row: PageText) -> Bool {
    row.pieces(from: "<td", to: "</td>").contains(where: cellShows) || row.contains("<rect")
  }

  /// The mention as it stands in plain text, in XML, in HTML and in JSON.
  private static func forms(of mention: String) -> [String] {
    let xml = markup(mention)
    return [
      mention, xml, xml.replacing("'", with: "&#39;"),
      String(JSONValue.text(mention).description.dropFirst().dropLast()),
    ]
  }

  /// The mention as it stands between tags.
  static func markup(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
