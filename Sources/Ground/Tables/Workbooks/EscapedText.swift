/// Characters that a workbook cannot hold as they are: `_x000D_` for a carriage return.
///
/// - Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring)
enum EscapedText {
  /// Replaces the escapes of a text that begins at some place: controls by a space, as line ends inside
  /// a cell are read; what is no escape stays.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard var next = bytes[start...].firstIndex(of: underscore), bytes.count - next >= length else {
      return
    }
    var written = next
    while next < bytes.count {
      if let character = character(in: bytes, at: next) {
        for byte in String(character).utf8 {
          bytes[written] = byte
          written += 1
        }
        next += length
      } else {
        bytes[written] = bytes[next]
        written += 1
        next += 1
      }
    }
    bytes.removeSubrange(written...)
  }

  private static let underscore = UInt8(ascii: "_")
  /// Of `_xHHHH_`, which is more than any character takes in UTF-8.
  private static let length = 7

  private static func character(in bytes: [UInt8], at place: Int) -> Character? {
    guard place + length <= bytes.count, bytes[place] == underscore,
      bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == underscore
    else { return nil }
    var code: UInt32 = 0
    for byte in bytes[place + 2..<place + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      code = code << 4 | UInt32(digit)
    }
    return code < 0x20 ? " " : Unicode.Scalar(code).map(Character.init)
  }
}
