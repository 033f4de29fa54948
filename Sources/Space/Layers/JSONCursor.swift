internal import Diagnostics

/// A place in a JSON text and the steps from token to token, without building a tree.
///
/// Reads bytes that somebody else keeps alive. Past the end every byte is 0, which no JSON
/// construct accepts, so that a truncated text ends in a problem and never in a wild read.
///
/// - Source: RFC 8259
struct JSONCursor {
  /// How deep arrays and objects may lie in one another.
  static let deepest = 32

  let bytes: UnsafeRawBufferPointer
  /// The file, for problems.
  let place: Place
  var offset = 0

  init(_ bytes: UnsafeRawBufferPointer, place: Place) {
    self.bytes = bytes
    self.place = place
  }

  var byte: UInt8 {
    @inline(__always) get { offset < bytes.count ? bytes[offset] : 0 }
  }

  @inline(__always) func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  @inline(__always) mutating func skipSpace() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  /// Spaces, then the byte that must be there.
  mutating func expect(_ expected: UInt8, _ wording: Prose) throws(Problem) {
    skipSpace()
    guard byte == expected else { throw malformed(wording) }
    offset += 1
  }
}

extension JSONCursor {
  /// Enters an object.
  ///
  /// - Returns: its first key, with the cursor on the value; nil when it is empty
  mutating func firstKey() throws(Problem) -> JSONText? {
    try expect(0x7B, "« { » attendu")
    skipSpace()
    if byte == 0x7D {
      offset += 1
      return nil
    }
    return try readKey()
  }

  /// Steps from the end of a value to the next one of the object; nil at its end.
  mutating func nextKey() throws(Problem) -> JSONText? {
    skipSpace()
    if byte == 0x7D {
      offset += 1
      return nil
    }
    try expect(0x2C, "« , » ou « } » attendu")
    skipSpace()
    return try readKey()
  }

  /// Enters an array; false when it is empty.
  mutating func openArray() throws(Problem) -> Bool {
    try expect(0x5B, "« [ » attendu")
    skipSpace()
    if byte != 0x5D { return true }
    offset += 1
    return false
  }

  /// Steps from the end of an element to the next one; false at the end of the array.
  @inline(__always) mutating func nextElement() throws(Problem) -> Bool {
    skipSpace()
    if byte == 0x2C {
      offset += 1
      skipSpace()
      return true
    }
    if byte == 0x5D {
      offset += 1
      return false
    }
    throw malformed("« , » ou « ] » attendu")
  }

  private mutating func readKey() throws(Problem) -> JSONText {
    let key = try readText("nom de membre entre guillemets attendu")
    try expect(0x3A, "« : » attendu")
    skipSpace()
    return key
  }
}

extension JSONCursor {
  /// A problem here, at its line and column.
  func malformed(_ expected: Prose) -> Problem {
    let here = locate(offset)
    return offset >= bytes.count
      ? Wording.truncatedText(here, expected) : Wording.malformedText(here, expected)
  }

  /// The line and the column of a byte, both from 1; columns count characters.
  func locate(_ offset: Int) -> Place {
    var here = place
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    here.line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    here.column = before[lineStart...].reduce(1) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    return here
  }
}
