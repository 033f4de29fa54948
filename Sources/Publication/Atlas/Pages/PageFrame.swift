internal import Exports
internal import Files
internal import Territory

/// What every page of the atlas has around its content.
struct PageFrame: Sendable {
  let title: String
  let notice: Notice
  let stamp: String?
  /// Name of the page's file.
  let page: String
  /// Of the folder, short.
  let version: String
  /// Those that have pages.
  var zonings: [Zoning] = []

  private static let scriptHash = hash(of: Script.text)

  /// Nothing is loaded, nothing runs but our own script, nothing is sent.
  ///
  /// - Source: W3C, Content Security Policy Level 3, hash sources
  private func policy(for style: String) -> String {
    "default-src 'none'; style-src 'sha256-\(Self.hash(of: style))'; "
      + "script-src 'sha256-\(Self.scriptHash)'; img-src blob: data:; base-uri 'none'; "
      + "form-action 'none'"
  }

  private var foot: String {
    let work = stamp == nil ? "" : "DOCUMENT DE TRAVAIL — NE PAS DIFFUSER · "
    return "\(work)\(notice.mention) · \(notice.campaign), \(notice.date)"
  }

  private var menu: [(file: String, name: String)] {
    [("index.html", "Sommaire"), ("planches.html", "Petites cartes")]
      + zonings.prefix(1).map { (ZoningPage.page(of: $0), "Zonages") }
      + [
        ("portraits.html", "Portraits"), ("methode.html", "Méthode"),
        ("glossaire.html", "Glossaire"),
      ]
  }

  /// The whole page.
  func text(_ content: Markup) -> String {
    let style = StyleSheet.text(foot: foot)
    return """
      <!DOCTYPE html>
      <html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" \
      content="\(policy(for: style))"><meta name="viewport" content="width=device-width,initial-scale=1">\
      <meta name="referrer" content="no-referrer"><title>\(escaped(title)) – \
      \(escaped(notice.campaign))</title><style>\(style)</style></head>
      <body><a class="evitement" href="#contenu">Aller au contenu</a>
      <header>\(banner.text)<nav class="tete" aria-label="Atlas"><strong>Atlas \(escaped(notice.campaign))\
      </strong>\(links.text)</nav></header>
      <main id="contenu">\(content.text)</main>
      \(footer.text)<script>\(Script.text)</script></body></html>

      """
  }

  private func escaped(_ text: String) -> String { ("\(text)" as Markup).text }

  private var banner: Markup {
    let warning: Markup = notice.warning.map { "<div class=\"avis\">\($0)</div>" } ?? ""
    let work: Markup =
      stamp.map {
        "<div class=\"alerte\" role=\"note\">DOCUMENT DE TRAVAIL — \($0)</div>"
      } ?? ""
    return work + warning
  }

  private var links: Markup {
    menu.map { file, name in
      let isHere = file == page || file.hasPrefix("z-") && page.hasPrefix("z-")
      let current: Markup = isHere ? " aria-current=\"page\"" : ""
      return "<a href=\"\(file)\"\(current)>\(name)</a>" as Markup
    }.joined()
  }

  private var footer: Markup {
    let references = notice.attributions.joined(separator: " · ")
    return """
      <footer class="pied"><p>\(notice.mention)<br>\(references)<br>Version \(notice.date), \
      contrôle \(version). Vérifier ce dossier : <code>maille verify</code></p></footer>\
      <div class="impression">\(foot)</div>\
      <div id="annonce" class="evitement" aria-live="polite"></div>
      """
  }

  private static func hash(of text: String) -> String {
    let digits = Array(ContentHash(of: Array(text.utf8)).hexadecimal)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    return base64(bytes)
  }

  /// - Source: RFC 4648, section 4
  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let word = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
      for place in 0..<4 {
        text.append(place <= part.count ? digits[word >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
