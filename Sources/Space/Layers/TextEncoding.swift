/// How bytes are letters, in the files that French offices exchange.
package enum TextEncoding: Sendable, Hashable {
  case utf8
  case windows1252
  /// ISO 8859-15, which differs from Windows-1252 by the euro sign and seven letters.
  case latin9

  /// The encoding that a `.cpg` file names; nil when it is none of ours.
  ///
  /// - Parameters:
  ///   - label: what the file says: `UTF-8`, `1252`, `ANSI 1252`, `ISO-8859-1`, `88591` …
  init?(label: String) {
    let letters = label.lowercased().filter { $0.isLetter || $0.isNumber }
    switch letters {
    case "utf8", "65001", "cp65001": self = .utf8
    case "1252", "ansi1252", "cp1252", "windows1252", "88591", "iso88591", "iso885911987", "latin1",
      "ldid87":
      self = .windows1252
    case "885915", "iso885915", "latin9": self = .latin9
    default: return nil
    }
  }

  /// The text of some bytes.
  ///
  /// - Returns: the text, and whether bytes were found that the encoding does not have
  package func decoded(_ bytes: UnsafeRawBufferPointer) -> (String, isDamaged: Bool) {
    switch self {
    case .utf8:
      if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
      return (String(decoding: bytes, as: UTF8.self), true)
    case .windows1252: return (Self.windows1252(bytes), false)
    case .latin9: return (Self.latin9(bytes), false)
    }
  }

  /// UTF-8 where it is valid, else Windows-1252.
  ///
  /// - Returns: the text, and whether it was not UTF-8
  package static func utf8OrWindows1252(_ bytes: UnsafeRawBufferPointer) -> (String, Bool) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
    return (windows1252(bytes), true)
  }

  private static func windows1252(_ bytes: UnsafeRawBufferPointer) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let isUpperControl = (0x80...0x9F).contains(byte)
      scalars.append(isUpperControl ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(scalars)
  }

  private static func latin9(_ bytes: UnsafeRawBufferPointer) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(latin9Letters[byte] ?? Unicode.Scalar(byte)) }
    return String(scalars)
  }

  /// The letters that Windows-1252 has where ISO 8859-1 has control characters; U+FFFD where it
  /// has none.
  private static let upperControls: [Unicode.Scalar] = Array(
    """
    €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ
    """.unicodeScalars)

  private static let latin9Letters: [UInt8: Unicode.Scalar] = [
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ]
}
