internal import Glibc

/// Numbers from bytes: sign, digits, decimal mark, digits, exponent; spaces around allowed, nothing
/// else.
///
/// - Exactness: bit-identical to `strtod`. Up to 2⁵³ and 22 decimals one division of two exact
///   doubles is correctly rounded (Clinger 1990); anything else goes to `strtod`.
struct DecimalParser {
  private let mark: UInt8

  init(_ mark: DecimalMark) { self.mark = mark == .point ? 0x2E : 0x2C }

  /// - Returns: NaN when the bytes are blank, no number, or beyond the doubles
  @inline(__always)
  func value(of bytes: UnsafeRawBufferPointer) -> Double {
    var position = 0
    var isNegative = false
    if let first = bytes.first, first == 0x2D || first == 0x2B {
      isNegative = first == 0x2D
      position = 1
    }
    let whole = Digits(bytes, from: position)
    var mantissa = whole.value
    var digits = whole.end - position
    var decimals = 0
    position = whole.end
    if position < bytes.count && bytes[position] == mark {
      let fraction = Digits(bytes, from: position + 1, after: mantissa)
      decimals = fraction.end - position - 1
      mantissa = fraction.value
      digits += decimals
      position = fraction.end
    }
    guard position == bytes.count, digits > 0, digits <= 19, mantissa <= 1 << 53, decimals <= 22
    else { return slowValue(of: bytes) }
    let magnitude = Double(mantissa) / Self.powers[decimals]
    return isNegative ? -magnitude : magnitude
  }

  /// A run of digits; meaningless beyond 19 of them, which the caller refuses.
  private struct Digits {
    var value: UInt64
    var end: Int

    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer, from start: Int, after leading: UInt64 = 0) {
      value = leading
      end = start
      while end < bytes.count {
        let digit = bytes[end] &- 0x30
        if digit > 9 { break }
        value = value &* 10 &+ UInt64(digit)
        end += 1
      }
    }
  }

  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}

extension DecimalParser {
  /// Spaces, exponents, many digits, and whatever is no number.
  @inline(never)
  private func slowValue(of bytes: UnsafeRawBufferPointer) -> Double {
    let number = UnsafeRawBufferPointer(rebasing: bytes[Blank.trimmedRange(of: bytes)])
    guard isNumber(number) else { return .nan }
    let value = withUnsafeTemporaryAllocation(of: CChar.self, capacity: number.count + 1) { copy in
      for (index, byte) in number.enumerated() {
        copy[index] = CChar(bitPattern: byte == mark ? 0x2E : byte)
      }
      copy[number.count] = 0
      return copy.baseAddress.map { strtod($0, nil) } ?? .nan
    }
    return value.isFinite ? value : .nan
  }

  /// `[+-]? (digits (mark digits?)? | mark digits) ([eE] [+-]? digits)?`
  private func isNumber(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var position = skipSign(bytes, 0)
    let start = position
    position = skipDigits(bytes, position)
    var digits = position - start
    if position < bytes.count && bytes[position] == mark {
      let end = skipDigits(bytes, position + 1)
      digits += end - position - 1
      position = end
    }
    if digits == 0 { return false }
    if position < bytes.count && bytes[position] | 0x20 == 0x65 {
      let exponent = skipSign(bytes, position + 1)
      position = skipDigits(bytes, exponent)
      if position == exponent { return false }
    }
    return position == bytes.count
  }

  private func skipSign(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> Int {
    let isSign = position < bytes.count && (bytes[position] == 0x2D || bytes[position] == 0x2B)
    return isSign ? position + 1 : position
  }

  private func skipDigits(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var position = start
    while position < bytes.count && bytes[position] &- 0x30 < 10 { position += 1 }
    return position
  }
}
