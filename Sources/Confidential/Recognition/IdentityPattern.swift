internal import Tables

/// What identifies a person whatever the column is called, by its form and its check digits.
///
/// - Confidential: reads cells; gives yes or no
enum IdentityPattern {
  /// Social security number: 13 digits and a key, or 13 digits whose parts are plausible.
  ///
  /// - Source: INSEE, composition of the NIR; key = 97 − (number mod 97), 2A as 19 and 2B as 18
  static func isNIR(_ cell: Field) -> Bool {
    var digits: [UInt8] = []
    for byte in cell.bytes where byte != 0x20 && byte != 0x2E {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte & 15)
      case UInt8(ascii: "A"), UInt8(ascii: "B"):
        guard digits.count == 6, digits[5] == 2 else { return false }
        digits[5] = 1
        digits.append(byte == UInt8(ascii: "A") ? 9 : 8)
      default: return false
      }
      if digits.count > 15 { return false }
    }
    guard digits.count == 13 || digits.count == 15, (1...4).contains(digits[0]) else {
      return false
    }
    let month = Int(digits[3]) * 10 + Int(digits[4])
    guard (1...12).contains(month) || (20...42).contains(month) || month >= 50 else { return false }
    if digits.count == 13 { return true }
    let number = digits[..<13].reduce(0) { $0 * 10 + Int($1) }
    return 97 - number % 97 == Int(digits[13]) * 10 + Int(digits[14])
  }

  /// Whether a social security number has its key beside it: the right one, or it would be none.
  static func isKeyed(_ cell: Field) -> Bool {
    cell.bytes.count { $0 &- 0x30 < 10 || $0 == 0x41 || $0 == 0x42 } == 15
  }

  /// « M », « MME », « Monsieur »… before something else.
  static func hasCivility(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first, first & 0xDF == 0x4D,
      let space = bytes.prefix(13).firstIndex(where: { $0 == 0x20 || $0 == 0x2E }),
      space + 1 < bytes.count
    else { return false }
    return civilities.contains { word in
      word.count == space && word.indices.allSatisfy { bytes[$0] & 0xDF == word[$0] }
    }
  }

  /// ASCII capitals: a string of every cell that begins with an M would cost a quarter of the scan.
  private static let civilities = [
    "M", "MR", "MM", "MME", "MMES", "MLLE", "MLE", "MONSIEUR", "MADAME", "MADEMOISELLE",
  ].map { Array($0.utf8) }

  /// Account number by its country, two digits and its control remainder.
  ///
  /// - Source: ISO 13616, remainder 1 modulo 97
  static func isIBAN(_ cell: Field) -> Bool {
    let characters = cell.bytes.filter { $0 != 0x20 }
    guard (15...34).contains(characters.count), isLetter(characters[0]), isLetter(characters[1]),
      characters[2] &- 0x30 < 10, characters[3] &- 0x30 < 10
    else { return false }
    var remainder = 0
    for byte in characters[4...] + characters[..<4] {
      if byte &- 0x30 < 10 {
        remainder = (remainder * 10 + Int(byte & 15)) % 97
      } else if isLetter(byte) {
        remainder = (remainder * 100 + Int(byte) - 55) % 97
      } else {
        return false
      }
    }
    return remainder == 1
  }

  /// One @ with text before it and a dot after it.
  static func isMail(_ cell: Field) -> Bool {
    guard let at = cell.bytes.firstIndex(of: 0x40), at > 0 else { return false }
    let domain = cell.bytes[(at + 1)...]
    return domain.contains(0x2E) && !domain.contains(0x40) && !domain.contains(0x20)
  }

  /// Ten digits from 01 to 09, or +33, with the usual separators.
  static func isPhone(_ cell: Field) -> Bool {
    var digits: [UInt8] = []
    var isForeign = false
    for byte in cell.bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte & 15)
      case 0x20, 0x2E, 0x2D, 0x2F: continue
      case UInt8(ascii: "+"): isForeign = true
      default: return false
      }
    }
    if isForeign { return digits.count == 11 && digits.starts(with: [3, 3]) }
    return digits.count == 10 && digits[0] == 0 && digits[1] > 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
