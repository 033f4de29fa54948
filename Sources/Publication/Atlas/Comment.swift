/// What the shared-analysis group says of an indicator, from `comments/<indicator>.md`.
///
/// Paragraphs, lists and emphasis; everything else is shown as it is written. No link, no image and
/// no HTML of the comment ever becomes one of the page.
public struct Comment: Sendable, Hashable {
  /// As the head of the file says: « Groupe santé »; empty when it does not.
  public let author: String
  /// As the head of the file says; empty when it does not.
  public let date: String
  /// The lines after the head.
  let lines: [String]

  /// - Parameters:
  ///   - text: optional lines « auteur: … » and « date: … », then the comment
  public init(_ text: String) {
    var author = "", date = ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.last == "\r" ? line.dropLast() : line)
    }
    while let line = lines.first, let colon = line.firstIndex(of: ":") {
      let key = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      if key == "auteur" || key == "author" {
        author = String(value)
      } else if key == "date" {
        date = String(value)
      } else {
        break
      }
      lines.removeFirst()
    }
    (self.author, self.date, self.lines) = (author, date, lines)
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { lines.allSatisfy { $0.allSatisfy(\.isWhitespace) } }

  /// The comment above its figure.
  var markup: Markup {
    var blocks: Markup = ""
    for block in lines.split(whereSeparator: { $0.allSatisfy(\.isWhitespace) }) {
      blocks += Self.block(Array(block))
    }
    let signature = [author, date].filter { !$0.isEmpty }.joined(separator: ", ")
    let signed: Markup = signature.isEmpty ? "" : "<footer>\(signature)</footer>"
    return
      "<section class=\"commentaire\" aria-label=\"Commentaire du groupe\">\(blocks)\(signed)</section>"
  }

  private static func block(_ lines: [String]) -> Markup {
    if lines.allSatisfy({ $0.hasPrefix("- ") || $0.hasPrefix("* ") }) {
      let items = lines.map { "<li>\(emphasis(String($0.dropFirst(2))))</li>" as Markup }
      return "<ul>\(items)</ul>"
    }
    if lines.count == 1, lines[0].hasPrefix("#") {
      return "<h3>\(emphasis(String(lines[0].drop { $0 == "#" || $0 == " " })))</h3>"
    }
    return "<p>\(emphasis(lines.joined(separator: " ")))</p>"
  }

  /// `**strong**` and `*stressed*`, in pairs; a mark without its pair stays a character.
  private static func emphasis(_ text: String) -> Markup {
    let parts = text.split(separator: "**", omittingEmptySubsequences: false).map(String.init)
    guard parts.count % 2 == 1 else { return "\(text)" }
    return parts.enumerated().map { index, part in
      index % 2 == 1 ? "<strong>\(part)</strong>" : stress(part)
    }.joined()
  }

  private static func stress(_ text: String) -> Markup {
    let parts = text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard parts.count % 2 == 1 else { return "\(text)" }
    return parts.enumerated().map { index, part in
      index % 2 == 1 ? "<em>\(part)</em>" : "\(part)" as Markup
    }.joined()
  }
}
