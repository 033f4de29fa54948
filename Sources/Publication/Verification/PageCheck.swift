internal import Diagnostics
internal import Files

/// What must hold in a text that people read: pages of the atlas, documents, styles.
struct PageCheck {
  let file: Deliverable.File
  let mention: String

  /// Words that only a page that fetches something has.
  private static let calls = [
    "src=\"http", "src=\"//", "href=\"http", "url(http", "url(//", "@import", "fetch(",
    "XMLHttpRequest", "type=\"module\"", "<iframe", "<object", "<embed", "<base", "javascript:",
    "srcset=",
  ]

  func problems() throws(Problem) -> [Problem] {
    switch file.suffix {
    case "html": return pageProblems(in: try file.text())
    case "svg", "txt": return mentionProblems(in: try file.text())
    case "json", "jsonld": return mentionProblems(in: try file.text())
    default: return []
    }
  }

  private func mentionProblems(in text: String) -> [Problem] {
    let isThere = text.contains(Self.markup(mention)) || text.contains(mention)
    return isThere || mention.isEmpty ? [] : [Wording.noMention(at: file.place)]
  }

  private func pageProblems(in text: String) -> [Problem] {
    var problems = mentionProblems(in: text)
    for figure in text.pieces(from: "<svg class=\"figure\"", to: "</svg>")
    where !figure.contains(Self.markup(mention)) {
      problems.append(Wording.noMention(at: file.place))
    }
    let isClosed = text.contains(
      "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'")
    if !isClosed || Self.calls.contains(where: text.contains) {
      problems.append(Wording.reachesOut(at: file.place))
    }
    if text.pieces(from: " data-st=\"c\"", to: "</title>").contains(where: Self.saysNumber)
      || text.pieces(from: " data-st=\"", to: ">").contains(where: Self.showsForbidden)
      || text.pieces(from: "<td class=\"secret\"", to: "</td>").contains(where: Self.hasNumber)
      || text.pieces(from: "<tr data-st=\"c\"", to: "</tr>").contains(where: Self.rowShows)
    {
      problems.append(Wording.withheldShown(at: file.place))
    }
    return problems
  }

  /// A tag with a status that carries a value.
  private static func showsForbidden(_ tag: Substring) -> Bool {
    let closed = ["c", "m", "e"].contains { tag.hasPrefix(" data-st=\"\($0)\"") }
    return closed && (tag.contains(" data-v=") || tag.contains(" data-n="))
  }

  /// A number after the name of the zone: in a cell, or in what is read aloud of an area.
  private static func hasNumber(_ cell: Substring) -> Bool {
    guard let start = cell.firstIndex(of: ">") else { return false }
    return cell[start...].unicodeScalars.contains { ("0"..."9").contains($0) }
  }

  /// A number after the colon of what is said of an area.
  private static func saysNumber(_ area: Substring) -> Bool {
    guard area.utf8.count < 1_000, let title = area.pieces(from: "<title>", to: "</title>").first,
      let colon = title.ranges(of: " : ").last
    else { return false }
    return title[colon.upperBound...].unicodeScalars.contains { ("0"..."9").contains($0) }
  }

  private static func rowShows(_ row: Substring) -> Bool {
    row.pieces(from: "<td", to: "</td>").contains(where: hasNumber) || row.contains("<rect")
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

extension StringProtocol {
  /// What stands from each beginning to the ending after it.
  func pieces(from start: String, to end: String) -> [SubSequence] {
    var pieces: [SubSequence] = []
    var rest = self[...]
    while let begin = rest.firstRange(of: start) {
      let after = rest[begin.lowerBound...]
      let stop = rest[begin.upperBound...].firstRange(of: end)?.lowerBound ?? rest.endIndex
      pieces.append(after[..<stop])
      rest = rest[stop...]
    }
    return pieces
  }
}
