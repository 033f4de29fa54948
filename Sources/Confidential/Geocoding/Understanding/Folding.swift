/// Text → upper-case ASCII: accents gone, ligatures written out, odd spaces made plain, names that
/// were encoded twice put right.
///
/// Every byte of the output is a letter A–Z, a digit, or one of `space ' - / , ( )`.
struct Folding {
  private static let table: [UInt8: [UInt8]] = {
    var table: [UInt8: [UInt8]] = [:]
    func add(_ range: ClosedRange<UInt8>, _ text: String) {
      for code in range { table[code] = Array(text.utf8) }
    }
    // the second half of Latin-1, upper and lower case alike
    for shift in [UInt8(0xC0), 0xE0] {
      add(shift...shift + 5, "A")
      add(shift + 6...shift + 6, "AE")
      add(shift + 7...shift + 7, "C")
      add(shift + 8...shift + 11, "E")
      add(shift + 12...shift + 15, "I")
      add(shift + 16...shift + 16, "D")
      add(shift + 17...shift + 17, "N")
      add(shift + 18...shift + 22, "O")
      add(shift + 24...shift + 24, "O")
      add(shift + 25...shift + 28, "U")
      add(shift + 29...shift + 29, "Y")
    }
    table[0xDF] = Array("SS".utf8)
    table[0xFF] = Array("Y".utf8)
    table[0xB0] = []
    table[0xBA] = []
    table[0xAD] = []
    return table
  }()

  private static let latin: [[UInt8]] = (0..<256).map { code in
    table[UInt8(code)] ?? [0x20]
  }

  /// ASCII: what each byte becomes.
  private static let ascii: [UInt8] = (0..<128).map { (code: Int) -> UInt8 in
    switch code {
    case 0x30...0x39, 0x41...0x5A: UInt8(code)
    case 0x61...0x7A: UInt8(code - 32)
    case 0x27, 0x60: 0x27
    case 0x2D: 0x2D
    case 0x2F, 0x26: 0x2F
    case 0x28, 0x29: UInt8(code)
    case 0x2C, 0x3B, 0x0A, 0x0D, 0x7C: 0x2C
    default: 0x20
    }
  }

  /// Windows-1252's own place for some characters beyond Latin-1: how a byte of UTF-8 read as 1252
  /// looks.
  static func windowsByte(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x80...0xBF: UInt8(scalar)
    case 0x20AC: 0x80
    case 0x201A: 0x82
    case 0x0192: 0x83
    case 0x201E: 0x84
    case 0x2026: 0x85
    case 0x2020: 0x86
    case 0x2021: 0x87
    case 0x02C6: 0x88
    case 0x2030: 0x89
    case 0x0160: 0x8A
    case 0x2039: 0x8B
    case 0x0152: 0x8C
    case 0x017D: 0x8E
    case 0x2018: 0x91
    case 0x2019: 0x92
    case 0x201C: 0x93
    case 0x201D: 0x94
    case 0x2022: 0x95
    case 0x2013: 0x96
    case 0x2014: 0x97
    case 0x02DC: 0x98
    case 0x2122: 0x99
    case 0x0161: 0x9A
    case 0x203A: 0x9B
    case 0x0153: 0x9C
    case 0x017E: 0x9E
    case 0x0178: 0x9F
    default: nil
    }
  }

  /// Appends the folded form of some UTF-8.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
    ascii.withUnsafeBufferPointer { ascii in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          folded.append(ascii[Int(byte)])
          index += 1
        } else {
          index = foldScalar(bytes, index, into: &folded)
        }
      }
    }
  }

  private static func foldScalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, into folded: inout [UInt8]
  ) -> Int {
    let (scalar, next) = decode(bytes, start)
    if scalar == 0xC3 || scalar == 0xC2 || scalar == 0xC5, next < bytes.count, bytes[next] >= 0x80 {
      let (second, end) = decode(bytes, next)
      if let byte = windowsByte(second) {
        append((scalar & 0x1F) << 6 | UInt32(byte & 0x3F), to: &folded)
        return end
      }
    }
    append(scalar, to: &folded)
    return next
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (scalar: UInt32, next: Int) {
    let lead = bytes[start]
    let extra = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0
    guard extra > 0, start + extra < bytes.count else { return (0x20, start + 1) }
    var scalar = UInt32(lead) & (0x3F >> UInt32(extra))
    for offset in 1...extra {
      let byte = bytes[start + offset]
      guard byte & 0xC0 == 0x80 else { return (0x20, start + 1) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, start + extra + 1)
  }

  private static func append(_ scalar: UInt32, to folded: inout [UInt8]) {
    switch scalar {
    case 0x80..<0x100: folded.append(contentsOf: latin[Int(scalar)])
    case 0x152, 0x153: folded.append(contentsOf: [0x4F, 0x45])
    case 0x100...0x105: folded.append(0x41)
    case 0x106...0x10D: folded.append(0x43)
    case 0x112...0x11B: folded.append(0x45)
    case 0x11E...0x123: folded.append(0x47)
    case 0x128...0x131: folded.append(0x49)
    case 0x141, 0x142: folded.append(0x4C)
    case 0x143...0x148: folded.append(0x4E)
    case 0x14C...0x151: folded.append(0x4F)
    case 0x158, 0x159: folded.append(0x52)
    case 0x15A...0x161: folded.append(0x53)
    case 0x168...0x173: folded.append(0x55)
    case 0x178: folded.append(0x59)
    case 0x179...0x17E: folded.append(0x5A)
    case 0x2019, 0x2018, 0x02BC, 0x2032: folded.append(0x27)
    case 0x2010...0x2015: folded.append(0x2D)
    case 0x0300...0x036F, 0x200B...0x200F, 0xFEFF, 0x2060: break
    default: folded.append(0x20)
    }
  }
}
