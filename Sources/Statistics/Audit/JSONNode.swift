/// A JSON text as a tree; numbers keep their digits, geometries are left out.
///
/// - Source: RFC 8259
indirect enum JSONNode: Sendable, Hashable {
  case object([String: JSONNode])
  case array([JSONNode])
  case text(String)
  case number(String)
  case word(String)

  /// A member of an object; `nil` when there is none or it is `null`.
  subscript(_ key: String) -> JSONNode? {
    guard case .object(let members) = self, let node = members[key], node != .word("null") else {
      return nil
    }
    return node
  }

  /// The elements of an array; none for anything else.
  var elements: [JSONNode] { if case .array(let elements) = self { elements } else { [] } }

  /// The text, or the digits of a number; `nil` for anything else.
  var string: String? {
    switch self {
    case .text(let text), .number(let text): text
    case .object, .array, .word: nil
    }
  }

  /// Whether it is true; `nil` for what is no truth value.
  var truth: Bool? {
    switch self {
    case .word("true"): true
    case .word("false"): false
    default: nil
    }
  }

  /// - Returns: `nil` when it is not JSON
  init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = JSONReader(bytes: bytes)
    guard let node = reader.node(depth: 0) else { return nil }
    self = node
  }
}

/// One pass over the bytes.
private struct JSONReader {
  let bytes: UnsafeRawBufferPointer
  var offset = 0

  private var byte: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  mutating func node(depth: Int) -> JSONNode? {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return depth < 32 ? object(depth) : nil
    case UInt8(ascii: "["): return depth < 32 ? array(depth) : nil
    case UInt8(ascii: "\""): return text().map(JSONNode.text)
    default: return bare()
    }
  }

  private mutating func object(_ depth: Int) -> JSONNode? {
    var members: [String: JSONNode] = [:]
    offset += 1
    if closes(UInt8(ascii: "}")) { return .object([:]) }
    repeat {
      skipSpace()
      guard let key = text(), takes(UInt8(ascii: ":")) else { return nil }
      if key == "coordinates" {
        guard skipArray() else { return nil }
      } else {
        guard let value = node(depth: depth + 1) else { return nil }
        members[key] = value
      }
    } while takes(UInt8(ascii: ","))
    return closes(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func array(_ depth: Int) -> JSONNode? {
    var elements: [JSONNode] = []
    offset += 1
    if closes(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      guard let element = node(depth: depth + 1) else { return nil }
      elements.append(element)
    } while takes(UInt8(ascii: ","))
    return closes(UInt8(ascii: "]")) ? .array(elements) : nil
  }

  /// Positions: brackets are counted, numbers are not read.
  private mutating func skipArray() -> Bool {
    var depth = 0
    repeat {
      skipSpace()
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      guard offset < bytes.count else { return false }
      offset += 1
    } while depth > 0
    return true
  }

  private mutating func text() -> String? {
    guard byte == UInt8(ascii: "\"") else { return nil }
    offset += 1
    var result: [UInt8] = []
    while offset < bytes.count {
      let next = byte
      offset += 1
      if next == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
      if next == UInt8(ascii: "\\") {
        guard let escaped = escape() else { return nil }
        result += escaped
      } else {
        result.append(next)
      }
    }
    return nil
  }

  private mutating func escape() -> [UInt8]? {
    let kind = byte
    offset += 1
    switch kind {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "u"):
      let digits = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
      offset += 4
      let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
      return Array(String(Character(scalar)).utf8)
    default: return [kind]
    }
  }

  private mutating func bare() -> JSONNode? {
    let start = offset
    while offset < bytes.count, !" \n\r\t,]}:[{\"".utf8.contains(byte) { offset += 1 }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    if ["true", "false", "null"].contains(word) { return .word(word) }
    return Double(word) == nil ? nil : .number(word)
  }

  private mutating func takes(_ wanted: UInt8) -> Bool {
    skipSpace()
    guard byte == wanted else { return false }
    offset += 1
    return true
  }

  private mutating func closes(_ wanted: UInt8) -> Bool { takes(wanted) }

  private mutating func skipSpace() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }
}
