internal import Glibc

/// Numbers as text, for files that machines read: never an exponent, never a group separator, the
/// same bytes on every machine.
public enum DecimalText {
  /// Appends a number with a stated number of decimals.
  ///
  /// - Parameters:
  ///   - value: finite
  ///   - decimals: in 0...15; 0 writes a whole number without a mark
  ///   - trimsZeros: trailing zeros are left out, except the first decimal, so that a reader that
  ///     guesses types sees a decimal number from year to year
  /// - Exactness: the exact value of the double rounded to the nearest, exact halves away from
  ///   zero; what rounds to zero has no sign
  /// - Source: OUTPUTS.md §2.1 (OGR types `12` as Integer, `12.0` as Real)
  public static func append(
    _ value: Double, decimals: Int, mark: DecimalMark = .point, trimsZeros: Bool = false,
    to bytes: inout [UInt8]
  ) {
    precondition(value.isFinite, "a finite number")
    precondition((0...15).contains(decimals), "between 0 and 15 decimals")
    let start = bytes.count
    if let scaled = scaled(value.magnitude, decimals: decimals) {
      if value < 0 && scaled > 0 { bytes.append(UInt8(ascii: "-")) }
      appendFixed(scaled, decimals: decimals, mark: mark, to: &bytes)
    } else {
      appendLarge(value, decimals: decimals, mark: mark, to: &bytes)
    }
    if trimsZeros && decimals > 1 { trimZeros(decimals, from: start, in: &bytes) }
  }

  /// Appends a whole number.
  public static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: UInt64(value.magnitude), atLeast: 1, to: &bytes)
  }

  /// A number as a string of its own, for the few that are not written in bulk.
  public static func text(
    _ value: Double, decimals: Int, mark: DecimalMark = .point, trimsZeros: Bool = false
  ) -> String {
    var bytes: [UInt8] = []
    append(value, decimals: decimals, mark: mark, trimsZeros: trimsZeros, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension DecimalText {
  /// The number of units of the last decimal.
  ///
  /// The product of doubles is off by less than one unit in its last place; `fma` gives by how
  /// much, so that a value next to a half goes to the right side.
  ///
  /// - Returns: `nil` when the product has no fractional bits left to round
  private static func scaled(_ magnitude: Double, decimals: Int) -> UInt64? {
    let power = powers[decimals]
    let product = magnitude * power
    guard product < 4_503_599_627_370_496 else { return nil }
    let error = fma(magnitude, power, -product)
    let whole = product.rounded(.down)
    let fraction = product - whole
    let goesUp = fraction > 0.5 || (fraction == 0.5 && error >= 0)
    return UInt64(whole) + (goesUp ? 1 : 0)
  }

  private static func appendFixed(
    _ scaled: UInt64, decimals: Int, mark: DecimalMark, to bytes: inout [UInt8]
  ) {
    if decimals == 0 { return append(digitsOf: scaled, atLeast: 1, to: &bytes) }
    let (whole, fraction) = scaled.quotientAndRemainder(dividingBy: integerPowers[decimals])
    append(digitsOf: whole, atLeast: 1, to: &bytes)
    bytes.append(mark.byte)
    append(digitsOf: fraction, atLeast: decimals, to: &bytes)
  }

  /// Numbers so large that they are multiples of the last decimal: the C library writes them
  /// exactly.
  private static func appendLarge(
    _ value: Double, decimals: Int, mark: DecimalMark, to bytes: inout [UInt8]
  ) {
    var buffer = [CChar](repeating: 0, count: 400)
    let count = withVaList([Int32(decimals), value]) {
      vsnprintf(&buffer, buffer.count, "%.*f", $0)
    }
    for character in buffer.prefix(Int(count)) {
      let byte = UInt8(bitPattern: character)
      bytes.append(byte == UInt8(ascii: ".") ? mark.byte : byte)
    }
  }

  private static func trimZeros(_ decimals: Int, from start: Int, in bytes: inout [UInt8]) {
    var removable = decimals - 1
    while removable > 0, bytes.last == UInt8(ascii: "0") {
      bytes.removeLast()
      removable -= 1
    }
  }

  /// Digits two at a time, from the right.
  private static func append(digitsOf value: UInt64, atLeast width: Int, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      digits.initialize(repeating: 0x30)
      var rest = value
      var start = 20
      while rest >= 100 {
        let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
        rest = quotient
        start -= 2
        digits[start] = pairs[Int(pair) * 2]
        digits[start + 1] = pairs[Int(pair) * 2 + 1]
      }
      start -= 2
      digits[start] = pairs[Int(rest) * 2]
      digits[start + 1] = pairs[Int(rest) * 2 + 1]
      if rest < 10 { start += 1 }
      bytes.append(contentsOf: digits[min(start, 20 - width)...])
    }
  }

  private static let pairs: [UInt8] = (0..<100).flatMap { (pair: UInt8) -> [UInt8] in
    [0x30 + pair / 10, 0x30 + pair % 10]
  }
  private static let integerPowers: [UInt64] = (0...15).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
  private static let powers: [Double] = integerPowers.map { Double($0) }
}

extension DecimalMark {
  /// Its byte.
  var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
}
