/// Coordinates in decimal digits, straight into memory: most of a GeoJSON file is this.
enum CoordinateText {
  /// Room that one coordinate needs at most: `-180.0000000`, and what `write` scribbles after it.
  static let longest = 14

  private static let pairs: StaticString = """
    0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
    5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899
    """

  /// Writes ten-millionths of a degree as degrees: trailing zeros trimmed, one decimal at least,
  /// never an exponent.
  ///
  /// - Parameters:
  ///   - start: at least `longest` bytes of room
  /// - Returns: how many bytes were written
  static func write(_ value: Int32, at start: UnsafeMutablePointer<UInt8>) -> Int {
    var place = start
    if value < 0 {
      place.pointee = UInt8(ascii: "-")
      place += 1
    }
    let (degrees, rest) = value.magnitude.quotientAndRemainder(dividingBy: 10_000_000)
    place += writeDegrees(degrees, at: place)
    place.pointee = UInt8(ascii: ".")
    place += 1
    writePair(rest / 100_000, at: place)
    writePair(rest / 1000 % 100, at: place + 2)
    writePair(rest / 10 % 100, at: place + 4)
    place[6] = UInt8(truncatingIfNeeded: rest % 10) | 0x30
    var decimals = 7
    while decimals > 1 && place[decimals - 1] == 0x30 { decimals -= 1 }
    return place + decimals - start
  }

  /// The same as text.
  static func text(_ value: Int32) -> String {
    String(unsafeUninitializedCapacity: longest) { buffer in
      buffer.baseAddress.map { write(value, at: $0) } ?? 0
    }
  }

  @inline(__always)
  private static func writeDegrees(_ degrees: UInt32, at place: UnsafeMutablePointer<UInt8>) -> Int
  {
    if degrees < 10 {
      place.pointee = UInt8(truncatingIfNeeded: degrees) | 0x30
      return 1
    }
    if degrees < 100 {
      writePair(degrees, at: place)
      return 2
    }
    place.pointee = UInt8(truncatingIfNeeded: degrees / 100) | 0x30
    writePair(degrees % 100, at: place + 1)
    return 3
  }

  @inline(__always)
  private static func writePair(_ number: UInt32, at place: UnsafeMutablePointer<UInt8>) {
    let digits = pairs.utf8Start + Int(2 * number)
    place[0] = digits[0]
    place[1] = digits[1]
  }
}
