/// The bytes of a page, searched faster than characters can be: an atlas has many megabytes.
struct PageText {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  private init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// Whether some words stand there, letter for letter.
  func contains(_ words: String) -> Bool { place(of: Needle(words), from: bytes.startIndex) != nil }

  /// Whether they are what it begins with.
  func hasPrefix(_ words: String) -> Bool { bytes.starts(with: words.utf8) }

  /// The value of an attribute of the first tag, without escapes.
  func attribute(_ name: String) -> String? {
    after(" \(name)=\"")?.before("\"")?.unescaped
  }

  /// The attributes of the tag that stands there, without escapes.
  var attributes: [String: String] {
    let parts = String(decoding: bytes, as: UTF8.self).split(
      separator: "\"", omittingEmptySubsequences: false)
    var found: [String: String] = [:]
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      let name = parts[place].split(separator: " ").last.map { $0.prefix { $0 != "=" } } ?? ""
      found[String(name)] = PageText(Array(parts[place + 1].utf8)).unescaped
    }
    return found
  }

  /// What stands before the first occurrence; `nil` without one.
  func before(_ words: String) -> PageText? {
    place(of: Needle(words), from: bytes.startIndex).map { PageText(bytes[..<$0]) }
  }

  /// As text, the five escapes of XML undone.
  var unescaped: String {
    let escapes = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]
    var text = String(decoding: bytes, as: UTF8.self)
    for (escape, character) in escapes where text.utf8.contains(UInt8(ascii: "&")) {
      text = text.split(separator: escape, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return text
  }

  /// Whether a digit stands there.
  var hasDigit: Bool { bytes.contains { (0x30...0x39).contains($0) } }

  /// The whole number that it begins with, spaces between thousands.
  var number: Int? {
    let text = String(decoding: bytes, as: UTF8.self)
    let start = text.unicodeScalars.prefix { ("0"..."9").contains($0) || $0 == "\u{202F}" }
    return Int(String(String.UnicodeScalarView(start.filter { $0 != "\u{202F}" })))
  }

  var count: Int { bytes.count }

  /// What stands after the first occurrence; `nil` without one.
  func after(_ words: String) -> PageText? {
    let needle = Needle(words)
    return place(of: needle, from: bytes.startIndex).map {
      PageText(bytes[($0 + needle.bytes.count)...])
    }
  }

  /// What stands after the last occurrence; `nil` without one.
  func afterLast(_ words: String) -> PageText? {
    var rest = after(words)
    while let next = rest?.after(words) { rest = next }
    return rest
  }

  /// What stands from each beginning to the ending after it.
  func pieces(from start: String, to end: String) -> [PageText] {
    let (first, last) = (Needle(start), Needle(end))
    var pieces: [PageText] = []
    var from = bytes.startIndex
    while let begin = place(of: first, from: from) {
      let stop = place(of: last, from: begin + first.bytes.count) ?? bytes.endIndex
      pieces.append(PageText(bytes[begin..<stop]))
      from = stop
    }
    return pieces
  }

  /// Words and how far each byte lets the search leap.
  ///
  /// - Source: Horspool, « Practical fast searching in strings », Software 10 (1980), 501–506
  private struct Needle {
    let bytes: [UInt8]
    let leaps: [Int]

    init(_ words: String) {
      bytes = Array(words.utf8)
      var leaps = [Int](repeating: bytes.count, count: 256)
      for (index, byte) in bytes.dropLast().enumerated() {
        leaps[Int(byte)] = bytes.count - 1 - index
      }
      self.leaps = leaps
    }
  }

  private func place(of needle: Needle, from start: Int) -> Int? {
    let length = needle.bytes.count
    guard length > 0 else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var end = start - bytes.startIndex + length - 1
      while end < buffer.count {
        var back = 0
        while back < length && buffer[end - back] == needle.bytes[length - 1 - back] { back += 1 }
        if back == length { return end - length + 1 + bytes.startIndex }
        end += needle.leaps[Int(buffer[end])]
      }
      return nil
    }
  }
}
