/// Names that were encoded twice, `GalliÃ©ni`: comparison folds them anyway, but what is shown and
/// written must be right.
enum DoubleEncoding {
  /// - Parameters:
  ///   - bytes: UTF-8
  /// - Returns: `nil` when the text was encoded once
  static func repaired(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    // « Ã » and « Å » in UTF-8: what the lead bytes of accented letters become
    guard bytes.contains(0xC3), zip(bytes, bytes.dropFirst()).contains(where: isLead) else {
      return nil
    }
    var once: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80 || (0xC0...0xFF).contains(scalar.value) {
        once.append(UInt8(scalar.value))
      } else if let byte = Folding.windowsByte(scalar.value) {
        once.append(byte)
      } else {
        return nil
      }
    }
    return String(validating: once, as: UTF8.self) == nil ? nil : once
  }

  private static func isLead(_ pair: (UInt8, UInt8)) -> Bool {
    pair.0 == 0xC3 && (pair.1 == 0x83 || pair.1 == 0x85)
  }
}
