internal import Diagnostics

/// A JSON number, told apart as it was written.
enum JSONNumber {
  /// Without point nor exponent, and within 64 bits.
  case whole(Int64)
  /// Any other; infinite when it was too large.
  case real(Double)
}

extension JSONCursor {
  /// Reads a number with its kind.
  ///
  /// - Throws: `layers.malformed-json`
  mutating func readNumber() throws(Problem) -> JSONNumber {
    let start = offset
    let number = try scanNumber()
    if number.isWhole, let whole = Int64(text(from: start)) { return .whole(whole) }
    return .real(number.nearestDouble ?? Double(text(from: start)) ?? .nan)
  }

  /// Reads a number as a double.
  ///
  /// - Exactness: the nearest double; infinite when too large
  /// - Throws: `layers.malformed-json`
  @inline(__always) mutating func readDouble() throws(Problem) -> Double {
    let start = offset
    let number = try scanNumber()
    if let double = number.nearestDouble { return double }
    return Double(text(from: start)) ?? .nan
  }

  private func text(from start: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
  }

  @inline(__always) private mutating func scanNumber() throws(Problem) -> DecimalNumber {
    var number = DecimalNumber()
    if byte == 0x2D {
      number.isNegative = true
      offset += 1
    }
    let start = offset
    try scanDigits(into: &number)
    if bytes[start] == 0x30 && number.count > 1 {
      offset = start
      throw malformed("nombre sans zéro de tête attendu")
    }
    if byte == 0x2E {
      number.isWhole = false
      offset += 1
      let whole = number.count
      try scanDigits(into: &number)
      number.exponent = whole - number.count
    }
    if byte | 0x20 == 0x65 { try scanExponent(into: &number) }
    return number
  }

  @inline(__always) private mutating func scanDigits(
    into number: inout DecimalNumber
  ) throws(Problem) {
    let start = offset
    var digit = byte &- 0x30
    while digit < 10 {
      number.digits = number.digits &* 10 &+ UInt64(digit)
      offset += 1
      digit = byte &- 0x30
    }
    guard offset > start else { throw malformed("chiffre attendu") }
    number.count += offset - start
  }

  private mutating func scanExponent(into number: inout DecimalNumber) throws(Problem) {
    number.isWhole = false
    offset += 1
    let isNegative = byte == 0x2D
    if isNegative || byte == 0x2B { offset += 1 }
    var exponent = DecimalNumber()
    try scanDigits(into: &exponent)
    let size = exponent.count > 6 ? 1_000_000 : Int(exponent.digits)
    number.exponent += isNegative ? -size : size
  }
}
