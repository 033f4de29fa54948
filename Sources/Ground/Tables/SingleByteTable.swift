/// What each byte of a one-byte encoding is in UTF-8.
struct SingleByteTable: Sendable {
  /// The UTF-8 bytes in the low 24 bits, how many there are above them.
  private let entries: [UInt32]
  /// Bytes that stand for nothing; they become U+FFFD.
  let undefined: Set<UInt8>

  /// - Source: Unicode Consortium, VENDORS/MICSFT/WINDOWS/CP1252.TXT
  static let windows1252 = SingleByteTable(
    upperHalf: Array(
      "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
      + (0xA0...0xFF).compactMap { Unicode.Scalar($0) })

  /// - Source: Unicode Consortium, VENDORS/APPLE/ROMAN.TXT
  static let macRoman = SingleByteTable(
    upperHalf: Array(
      """
      ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’\
      ÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
      """.unicodeScalars))

  private init(upperHalf: [Unicode.Scalar]) {
    precondition(upperHalf.count == 128, "128 characters above ASCII")
    let scalars = (0..<128).map { Unicode.Scalar(UInt8($0)) } + upperHalf
    entries = scalars.map(Self.entry)
    undefined = Set(
      zip(0..<128, upperHalf).filter { $0.1 == "\u{FFFD}" }.map { UInt8($0.0 + 128) })
  }

  private static func entry(_ scalar: Unicode.Scalar) -> UInt32 {
    let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    let packed = bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return packed | UInt32(bytes.count) << 24
  }

  /// The UTF-8 of a byte, its first byte lowest.
  func packed(_ byte: UInt8) -> UInt32 { entries[Int(byte)] & 0xFF_FFFF }

  /// Writes the UTF-8 of some bytes.
  ///
  /// - Parameters:
  ///   - target: three times as long as the bytes, and at least four bytes
  /// - Returns: how many bytes were written
  func transcode(
    _ bytes: UnsafeRawBufferPointer, to target: UnsafeMutableRawBufferPointer
  ) -> Int {
    entries.withUnsafeBufferPointer { entries in
      var written = 0
      for byte in bytes {
        let entry = entries[Int(byte)]
        for index in 0..<Int(entry >> 24) {
          target[written + index] = UInt8(truncatingIfNeeded: entry >> UInt32(8 * index))
        }
        written += Int(entry >> 24)
      }
      return written
    }
  }
}
