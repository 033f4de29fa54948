/// HTML that was written by this target: text from elsewhere gets in escaped or not at all.
struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
  private(set) var text: String

  init(stringLiteral value: String) { text = value }

  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// Text known to be markup: a style sheet, a script of ours.
  init(trusted text: String) { self.text = text }

  static func + (left: Markup, right: Markup) -> Markup { Markup(trusted: left.text + right.text) }

  static func += (left: inout Markup, right: Markup) { left.text += right.text }

  /// Tells text from markup by its type.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ markup: Markup) { text += markup.text }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
    mutating func appendInterpolation(_ text: String) { Markup.escape(text, into: &self.text) }
    mutating func appendInterpolation(_ list: [Markup]) {
      for markup in list { text += markup.text }
    }
  }

  /// Escapes what markup is made of, and drops what would turn the direction of the text or is no
  /// character of XML.
  ///
  /// - Source: HTML, section 13.1; Unicode UAX 9, explicit formatting characters
  private static func escape(_ source: String, into text: inout String) {
    for scalar in source.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\u{0}"..."\u{1F}", "\u{7F}": text += " "
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}", "\u{200F}": break
      case "\u{FFFE}", "\u{FFFF}": break
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Sequence<Markup> {
  /// One after the other.
  func joined() -> Markup { reduce(into: "") { $0 += $1 } }
}
