/// What the user says of a text file; `nil` stands for « detect it ».
///
/// A declared value is obeyed, never weighed against the file.
public struct Declaration: Sendable, Hashable {
  /// How bytes stand for characters.
  public var encoding: TextEncoding?
  /// The ASCII byte between fields.
  public var separator: UInt8?
  /// The line of the column names, from 1.
  public var headerLine: Int?
  /// Whether a row of long labels follows the header.
  public var hasLabelRow: Bool?
  /// The member to read of a .zip, or the sheet of a workbook, that holds several tables.
  public var member: String?

  /// A declaration from the parts that are known.
  public init(
    encoding: TextEncoding? = nil, separator: UInt8? = nil, headerLine: Int? = nil,
    hasLabelRow: Bool? = nil, member: String? = nil
  ) {
    self.encoding = encoding
    self.separator = separator
    self.headerLine = headerLine
    self.hasLabelRow = hasLabelRow
    self.member = member
  }
}
