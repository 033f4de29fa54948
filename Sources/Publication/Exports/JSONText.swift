/// Text as a JSON string, fit to stand inside an HTML page as well.
///
/// - Source: RFC 8259, section 7
enum JSONText {
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  /// Appends the string with its quotation marks.
  ///
  /// Beside what JSON asks for, the slash of `</` and the line separators U+2028 and U+2029 are
  /// escaped: a script element ends at the first, older scripts at the others.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
      case "\n": bytes += Array("\\n".utf8)
      case "\r": bytes += Array("\\r".utf8)
      case "\t": bytes += Array("\\t".utf8)
      case "/" where bytes.last == UInt8(ascii: "<"): bytes += Array("\\/".utf8)
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}": appendEscape(scalar, to: &bytes)
      default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The string with its quotation marks.
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func appendEscape(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    bytes += Array("\\u".utf8)
    for shift in [12, 8, 4, 0] { bytes.append(hexadecimal[Int(scalar.value >> shift & 15)]) }
  }
}
