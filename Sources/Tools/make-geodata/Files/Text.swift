/// Numbers and rows as text, the same on every machine.
enum Text {
  /// A fixed count of decimals, half away from zero.
  static func fixed(_ value: Double, decimals: Int, mark: String = ".") -> String {
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let scaled = Int64((value.magnitude * power).rounded())
    let digits = String(scaled).padded(to: decimals + 1)
    let sign = value < 0 && scaled != 0 ? "-" : ""
    if decimals == 0 { return sign + digits }
    return "\(sign)\(digits.dropLast(decimals))\(mark)\(digits.suffix(decimals))"
  }

  /// Up to fifteen significant digits, zeros at the end left out: `2057.93753915075`.
  static func significant(_ value: Double) -> String {
    var decimals = 14
    var bound = 10.0
    while bound <= value.magnitude && decimals > 0 {
      bound *= 10
      decimals -= 1
    }
    var text = fixed(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// Rows of fields that hold no separator, each ended by a line end.
  static func table(_ rows: [[String]], separator: String = ";", end: String = "\n") -> String {
    rows.map { row in
      precondition(!row.contains { $0.contains(separator) || $0.contains("\"") }, "plain fields")
      return row.joined(separator: separator) + end
    }.joined()
  }

  /// Windows-1252 bytes.
  static func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      if scalar.value < 256 { return UInt8(scalar.value) }
      switch scalar {
      case "’": return 0x92
      case "œ": return 0x9C
      case "Œ": return 0x8C
      case "–": return 0x96
      case "…": return 0x85
      case "€": return 0x80
      default: preconditionFailure("Windows-1252 has no U+\(String(scalar.value, radix: 16))")
      }
    }
  }
}
