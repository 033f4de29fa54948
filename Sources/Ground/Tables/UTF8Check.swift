/// Strict UTF-8: shortest forms only, no surrogates, nothing above U+10FFFF.
///
/// - Source: Unicode Standard, table 3-7
enum UTF8Check {
  /// The first byte that belongs to no well formed sequence; `nil` when there is none.
  static func firstInvalid(in bytes: UnsafeRawBufferPointer) -> Int? {
    var position = 0
    while position < bytes.count {
      position = skipASCII(bytes, from: position)
      guard position < bytes.count else { return nil }
      guard let length = sequenceLength(bytes, position) else { return position }
      position += length
    }
    return nil
  }

  private static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var position = start
    while position + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    { position += 8 }
    while position < bytes.count && bytes[position] < 0x80 { position += 1 }
    return position
  }

  /// - Returns: bytes of the sequence that starts with a byte above 0x7F; `nil` when ill formed
  private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    guard let (length, second) = expected(after: bytes[start]), start + length <= bytes.count,
      second.contains(bytes[start + 1])
    else { return nil }
    for offset in 2..<max(2, length) where bytes[start + offset] & 0xC0 != 0x80 { return nil }
    return length
  }

  private static func expected(after lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
