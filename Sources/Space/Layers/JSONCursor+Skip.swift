internal import Diagnostics

extension JSONCursor {
  /// Steps over one value of any kind, checking its brackets.
  ///
  /// Not recursive: the open brackets are bits of one word, so that no text can exhaust the stack.
  ///
  /// - Throws: `layers.malformed-json`, `layers.too-deep`
  mutating func skipValue() throws(Problem) {
    var openObjects: UInt64 = 0
    var depth = 0
    repeat {
      skipSpace()
      let opened = try enterOrSkipScalar(&openObjects, &depth)
      if !opened { try leave(&openObjects, &depth) }
    } while depth > 0
  }

  /// - Returns: whether a bracket was opened and its first element comes next
  private mutating func enterOrSkipScalar(
    _ openObjects: inout UInt64, _ depth: inout Int
  ) throws(Problem) -> Bool {
    let isObject = byte == 0x7B
    guard isObject || byte == 0x5B else {
      try skipScalar()
      return false
    }
    guard depth < Self.deepest else { throw Wording.tooDeep(locate(offset), Self.deepest) }
    let hasElements = try isObject ? firstKey() != nil : openArray()
    guard hasElements else { return false }
    openObjects = openObjects << 1 | (isObject ? 1 : 0)
    depth += 1
    return true
  }

  /// Steps to the next element, closing every bracket that ends here.
  private mutating func leave(_ openObjects: inout UInt64, _ depth: inout Int) throws(Problem) {
    while depth > 0 {
      let hasMore = try openObjects & 1 == 1 ? nextKey() != nil : nextElement()
      if hasMore { return }
      openObjects >>= 1
      depth -= 1
    }
  }

  private mutating func skipScalar() throws(Problem) {
    switch byte {
    case 0x22: _ = try readText("texte attendu")
    case _ where isAtNumber: _ = try readNumber()
    default: _ = try readWord()
    }
  }
}

extension JSONCursor {
  /// Whether a number begins here; Python's `-Infinity` is a word.
  @inline(__always) var isAtNumber: Bool {
    byte &- 0x30 < 10 || (byte == 0x2D && byte(at: offset + 1) != 0x49)
  }
}

/// The values that JSON writes as bare words, and those that Python adds.
enum JSONWord {
  case null, yes, no
  /// `NaN`, `Infinity`: not JSON, but written by careless programs.
  case notFinite
}

extension JSONCursor {
  /// Reads `null`, `true`, `false`, `NaN` or `Infinity`.
  mutating func readWord() throws(Problem) -> JSONWord {
    if take("null") { return .null }
    if take("true") { return .yes }
    if take("false") { return .no }
    if take("NaN") || take("nan") || take("Infinity") || take("-Infinity") { return .notFinite }
    throw malformed("valeur attendue")
  }

  /// Steps over the word if it is here.
  mutating func take(_ word: StaticString) -> Bool {
    guard starts(with: word, at: offset) else { return false }
    offset += word.utf8CodeUnitCount
    return true
  }

  func starts(with word: StaticString, at start: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[start + $0] == word.utf8Start[$0] }
  }
}
