/// Finds out how bytes stand for characters: mark, zeros, strict UTF-8, else Windows-1252.
enum EncodingDetection {
  static func detect(
    _ head: Opening.Head, declared: TextEncoding?
  ) -> (TextEncoding, Dialect.Evidence) {
    if let declared { return (declared, .declared) }
    if let marked = byteOrderMark(of: head.bytes) { return (marked, .byteOrderMark) }
    if let wide = alternatingZeros(head.bytes) { return (wide, .alternatingZeros) }
    let highBytes = head.bytes.count { $0 > 0x7F }
    if highBytes == 0 { return (.utf8, .ascii) }
    if isUTF8(head) { return (.utf8, .validSequences(highBytes)) }
    return (isMacRoman(head.bytes) ? .macRoman : .windows1252, .invalidSequences(highBytes))
  }

  /// Accented letters of French where Windows-1252 has nothing, or a Ž: more of them in words than of
  /// its own accented letters.
  private static func isMacRoman(_ bytes: [UInt8]) -> Bool {
    let macLetters: Set<UInt8> = [0x8D, 0x8E, 0x8F, 0x90, 0x9D]  // ç é è ê ù
    var counts = (mac: 0, windows: 0)
    for index in bytes.indices where bytes[index] > 0x7F {
      let isInWord =
        index > 0 && isLetter(bytes[index - 1])
        || index + 1 < bytes.count && isLetter(bytes[index + 1])
      if !isInWord { continue }
      if macLetters.contains(bytes[index]) { counts.mac += 1 }
      if bytes[index] >= 0xC0 { counts.windows += 1 }
    }
    return counts.mac > counts.windows
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  static func byteOrderMark(of bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : nil
  }

  /// Latin text in UTF-16 has a zero in nearly every pair, always on the same side.
  private static func alternatingZeros(_ bytes: [UInt8]) -> TextEncoding? {
    let pairs = min(bytes.count, 4096) / 2
    guard pairs > 1 else { return nil }
    let firsts = (0..<pairs).count { bytes[2 * $0] == 0 }
    let seconds = (0..<pairs).count { bytes[2 * $0 + 1] == 0 }
    // a few characters have a zero on the other side: U+0100, half of an emoji
    if firsts * 20 <= pairs && seconds * 10 > pairs * 7 { return .utf16LittleEndian }
    return seconds * 20 <= pairs && firsts * 10 > pairs * 7 ? .utf16BigEndian : nil
  }

  /// A sequence that the end of the sample cuts is no fault.
  private static func isUTF8(_ head: Opening.Head) -> Bool {
    let invalid = head.bytes.withUnsafeBytes { UTF8Check.firstInvalid(in: $0) }
    guard let invalid else { return true }
    return !head.isWhole && head.bytes.count - invalid < 4
  }
}
