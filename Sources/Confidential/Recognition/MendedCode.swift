public import Tables

/// An official code as a spreadsheet may have left it: without its first zero, with `.0` behind it,
/// or as a power of ten that still shows every digit.
///
/// - Confidential: yes, the code of a row
/// - Source: INPUTS.md §3.1: `1004`, `21231.0`, `2,1231E+04`
public struct MendedCode {
  /// The code in its full width, or what the cell holds when it cannot be told.
  public let text: String
  /// Whether it is not what the cell holds.
  public let isMended: Bool
  /// Whether it is too short a number that no zero makes a code: nothing may be read of it.
  public let isRefused: Bool

  /// - Parameters:
  ///   - width: of the code
  ///   - mostZeros: how many zeros may have been lost
  ///   - zeros: which of the column's codes have lost one; `nil` to go by the width alone
  public init(_ cell: Field, width: Int, mostZeros: Int = 1, zeros: LostZeros? = nil) {
    let written = cell.trimmed.text
    let digits = written.utf8.count == width ? nil : Self.digits(of: written)
    let isShort = digits.map { (width - mostZeros..<width).contains($0.utf8.count) } ?? false
    isRefused = isShort && !(zeros?.restores(digits ?? "") ?? true)
    let code = digits.map {
      isShort ? String(repeating: "0", count: width - $0.utf8.count) + $0 : $0
    }
    text = code?.utf8.count == width && !isRefused ? code ?? written : written
    isMended = text != written
  }

  /// The digits of a whole number, however it is written; `nil` when some are not written.
  static func digits(of written: String) -> String? {
    let parts = written.split(whereSeparator: { "Ee".contains($0) })
    guard parts.count <= 2, let number = parts.first else { return nil }
    let sides = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      .flatMap { $0.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false) }
    guard sides.count <= 2, let whole = sides.first, isNumber(whole) else { return nil }
    let fraction = sides.count == 2 ? sides[1] : ""
    if !fraction.isEmpty && !isNumber(fraction) { return nil }
    if parts.count == 1 { return fraction.allSatisfy { $0 == "0" } ? String(whole) : nil }
    let power = Int(parts[1].drop { $0 == "+" })
    return power == fraction.count ? String(whole + fraction) : nil
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }
}
