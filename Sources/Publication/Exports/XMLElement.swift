/// An XML element, written with two spaces of indentation.
struct XMLElement: Sendable {
  /// Its name.
  let name: String
  /// In the order of the file.
  var attributes: [(name: String, value: String)]
  /// In the order of the file.
  var children: [XMLElement]
  /// Text inside; only in an element without children.
  let content: String

  init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ children: [XMLElement] = [], content: String = ""
  ) {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    self.children = children
    self.content = content
  }

  /// The element and what is in it, ending with a line end.
  func text(indentation: String = "") -> String {
    let pairs = attributes.map { " \($0.name)=\"\(Self.escaped($0.value))\"" }.joined()
    let start = "\(indentation)<\(name)\(pairs)"
    if !content.isEmpty { return "\(start)>\(Self.escaped(content))</\(name)>\n" }
    if children.isEmpty { return start + "/>\n" }
    let inside = children.map { $0.text(indentation: indentation + "  ") }.joined()
    return "\(start)>\n\(inside)\(indentation)</\(name)>\n"
  }

  /// Text as the value of an attribute or between two tags; characters that XML 1.0 does not have become U+FFFD.
  ///
  /// - Source: XML 1.0, sections 2.2 and 3.3.3
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
