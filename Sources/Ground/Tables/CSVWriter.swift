/// Rows as CSV bytes: RFC 4180 quotes, `;`, CRLF, UTF-8.
///
/// Two files rather than one compromise: machines read INSEE's own dialect, French Excel needs
/// other rules.
///
/// - Source: OUTPUTS.md §2.3
public struct CSVWriter: Sendable {
  /// For whom the file is.
  public enum Audience: Sendable, Hashable {
    /// Decimal point, no byte order mark, texts exactly as they are.
    case machine
    /// Decimal comma, byte order mark, and an apostrophe before texts that a spreadsheet would
    /// take for a formula.
    case excel
  }

  /// For whom the file is.
  public let audience: Audience
  /// What has been written and not taken yet.
  public private(set) var bytes: [UInt8] = []
  private var isAtLineStart = true
  private let separator: UInt8
  private let lineEnd: [UInt8]

  /// An empty file, by default in INSEE's dialect.
  ///
  /// - Parameters:
  ///   - separator: an ASCII byte
  ///   - lineEnd: what ends each row
  public init(
    for audience: Audience, separator: UInt8 = UInt8(ascii: ";"), lineEnd: [UInt8] = [0x0D, 0x0A]
  ) {
    self.audience = audience
    self.separator = separator
    self.lineEnd = lineEnd
    if audience == .excel { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// The decimal mark of the file.
  public var mark: DecimalMark { audience == .machine ? .point : .comma }

  /// A cell of text; `nil` leaves it empty.
  public mutating func text(_ text: String?) {
    separate()
    guard let text, !text.isEmpty else { return }
    let isGuarded = audience == .excel && Self.readsAsFormula(text)
    append(isGuarded ? "'" + text : text)
  }

  /// A cell with an official code.
  ///
  /// Excel would take `010040101` for a number and lose its zero, quoted or not; the formula
  /// `="010040101"` is the one form that it opens as text.
  public mutating func code(_ code: String) {
    separate()
    append(audience == .excel && !code.isEmpty ? "=\"\(code)\"" : code)
  }

  /// A cell with a whole number; `nil` leaves it empty.
  public mutating func integer(_ value: Int?) {
    separate()
    if let value { DecimalText.append(value, to: &bytes) }
  }

  /// A cell with a decimal number; `nil` leaves it empty.
  ///
  /// - Exactness: rounded as `DecimalText.append` does
  public mutating func decimal(_ value: Double?, decimals: Int, trimsZeros: Bool = false) {
    separate()
    guard let value else { return }
    DecimalText.append(value, decimals: decimals, mark: mark, trimsZeros: trimsZeros, to: &bytes)
  }

  /// An empty cell.
  public mutating func blank() { separate() }

  /// Ends the row.
  public mutating func endRow() {
    bytes.append(contentsOf: lineEnd)
    isAtLineStart = true
  }

  /// A whole row of texts, the header for example.
  public mutating func row(_ texts: [String]) {
    for text in texts { self.text(text) }
    endRow()
  }

  /// Hands over what has been written, to be sent to the file; the next bytes follow it.
  public mutating func takeBytes() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }
}

extension CSVWriter {
  /// Whether a spreadsheet would compute the text instead of showing it.
  ///
  /// - Source: OWASP, « CSV Injection »; fullwidth forms and leading spaces included
  public static func readsAsFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": return true
      case " ", "\u{A0}", "\u{FEFF}", "\n": continue
      default: return false
      }
    }
    return false
  }

  private mutating func separate() {
    if !isAtLineStart { bytes.append(separator) }
    isAtLineStart = false
  }

  private mutating func append(_ text: String) {
    let needsQuotes = text.utf8.contains {
      $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes || text.utf8.first == 0x20 || text.utf8.last == 0x20 else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
