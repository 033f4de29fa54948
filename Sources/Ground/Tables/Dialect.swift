/// How a text file is written: declared or detected, and shown to the user.
///
/// - Confidential: no
public struct Dialect: Sendable, Hashable {
  /// What ends a line.
  public enum LineEnd: String, Sendable, Hashable {
    /// Unix.
    case lf = "LF"
    /// Windows.
    case crlf = "CRLF"
    /// Mac OS before X.
    case cr = "CR"
    /// More than one of them.
    case mixed = "mélangées"
  }

  /// Why the encoding is what it is.
  public enum Evidence: Sendable, Hashable {
    /// The user said so.
    case declared
    /// The file begins with a byte order mark.
    case byteOrderMark
    /// Every other byte is zero.
    case alternatingZeros
    /// No byte above 0x7F among the first ones.
    case ascii
    /// All bytes above 0x7F form valid UTF-8: how many there are.
    case validSequences(Int)
    /// Bytes above 0x7F that are not UTF-8: how many there are.
    case invalidSequences(Int)
  }

  /// How bytes stand for characters.
  public let encoding: TextEncoding
  /// What the encoding was deduced from.
  public let evidence: Evidence
  /// Whether the file begins with a byte order mark.
  public let hasByteOrderMark: Bool
  /// Whether characters were encoded twice, all of them repairable: they are read as they were.
  public let isDoubleEncoded: Bool
  /// The ASCII byte between fields.
  public let separator: UInt8
  /// What ends a line.
  public let lineEnd: LineEnd
  /// The line of the column names, from 1.
  public let headerLine: Int
  /// The line of the long labels; `nil` when there is none.
  public let labelLine: Int?
  /// The first line of the rows.
  public let firstDataLine: Int
  /// The sheet of the workbook; `nil` for a text file.
  public let sheet: String?
}

extension Dialect: CustomStringConvertible {
  /// One French sentence: what was found, and from what.
  public var description: String { Wording.description(of: self) }
}
