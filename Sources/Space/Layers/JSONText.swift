internal import Diagnostics

/// The bytes of a JSON string between its quotes, not yet decoded.
struct JSONText {
  var range: Range<Int>
  var hasEscapes: Bool
  /// Whether a raw control character lies in it, which RFC 8259 forbids.
  var hasControls: Bool
}

extension JSONCursor {
  /// Steps over a string.
  ///
  /// - Throws: `layers.malformed-json` when it does not end
  mutating func readText(_ wording: Prose) throws(Problem) -> JSONText {
    guard byte == 0x22 else { throw malformed(wording) }
    var text = JSONText(range: 0..<0, hasEscapes: false, hasControls: false)
    let opening = offset
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x22 {
        text.range = opening + 1..<offset - 1
        return text
      }
      if byte == 0x5C {
        text.hasEscapes = true
        offset += 1
      }
      if byte < 0x20 { text.hasControls = true }
    }
    offset = opening
    throw Wording.malformedText(locate(opening), "guillemet sans fin")
  }

  /// Whether the text is this word, written without escapes.
  func matches(_ text: JSONText, _ word: StaticString) -> Bool {
    text.range.count == word.utf8CodeUnitCount && starts(with: word, at: text.range.lowerBound)
  }

  /// The text itself.
  ///
  /// Bytes that are not UTF-8 are read as Windows-1252, the usual cause; a lone surrogate becomes
  /// U+FFFD; an escape that does not exist stands as it is written. All three are told.
  ///
  /// - Returns: the text, and whether anything in it had to be guessed
  func decoded(_ text: JSONText) -> (String, isDamaged: Bool) {
    let raw = UnsafeRawBufferPointer(rebasing: bytes[text.range])
    guard text.hasEscapes else {
      let (string, isRepaired) = TextEncoding.utf8OrWindows1252(raw)
      return (string, isRepaired || text.hasControls)
    }
    var unescaping = JSONUnescaping(raw)
    unescaping.run()
    return (unescaping.result, unescaping.isDamaged || text.hasControls)
  }
}

/// The decoding of one string that has escapes.
private struct JSONUnescaping {
  let raw: UnsafeRawBufferPointer
  var offset = 0
  var result = ""
  var isDamaged = false

  init(_ raw: UnsafeRawBufferPointer) { self.raw = raw }

  mutating func run() {
    while offset < raw.count {
      let end = raw[offset...].firstIndex(of: 0x5C) ?? raw.count
      let (plain, isRepaired) = TextEncoding.utf8OrWindows1252(
        UnsafeRawBufferPointer(rebasing: raw[offset..<end]))
      result += plain
      if isRepaired { isDamaged = true }
      offset = end
      if offset < raw.count { readEscape() }
    }
  }

  private mutating func readEscape() {
    let letter = offset + 1 < raw.count ? raw[offset + 1] : 0
    if letter == 0x75 { return readUnicodeEscape() }
    offset += 2
    if let scalar = Self.escapes[letter] {
      result.unicodeScalars.append(scalar)
    } else {
      isDamaged = true
      result += "\\"
      offset -= 1
    }
  }

  private mutating func readUnicodeEscape() {
    guard let unit = hexadecimal(at: offset + 2) else {
      isDamaged = true
      result += "\\"
      offset += 1
      return
    }
    offset += 6
    var value = UInt32(unit)
    if unit & 0xFC00 == 0xD800, let low = lowSurrogate(at: offset) {
      value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
      offset += 6
    }
    if Unicode.Scalar(value) == nil { isDamaged = true }
    result.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
  }

  private func lowSurrogate(at start: Int) -> UInt16? {
    guard start + 6 <= raw.count, raw[start] == 0x5C, raw[start + 1] == 0x75 else { return nil }
    guard let unit = hexadecimal(at: start + 2), unit & 0xFC00 == 0xDC00 else { return nil }
    return unit
  }

  private func hexadecimal(at start: Int) -> UInt16? {
    guard start + 4 <= raw.count else { return nil }
    var value: UInt16 = 0
    for byte in raw[start..<start + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r",
    0x74: "\t",
  ]
}
