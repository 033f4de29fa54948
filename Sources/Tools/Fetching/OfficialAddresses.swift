public import Diagnostics
internal import Files

/// Where the official files are: a table that the user can edit, one line for each kind and vintage.
public struct OfficialAddresses: Sendable {
  /// One line.
  public struct Line: Sendable, Hashable {
    /// The kind, as the library names it.
    public let kind: String
    /// The year of the geography that it goes with; `nil` for what follows no edition.
    public let geography: Int?
    /// The vintage to store it under; `nil` to take the day that the server states.
    public let vintage: String?
    /// The address, with its places to fill in.
    public let pattern: String
    /// Where its MD5 is, with the same places; `nil` where none is published.
    public let checksum: String?
    /// The line in the table's file, from 1.
    public let number: Int
  }

  /// The table's file.
  public let path: String
  /// In the order of the file.
  public let lines: [Line]

  /// The table's name in a library.
  public static let name = "adresses-officielles.tsv"
  static let header = ["genre", "geographie", "millesime", "adresse", "empreinte"]

  /// The table of a library, which gets the table known today where it has none.
  ///
  /// - Throws: `files.…`, `fetching.bad-table`
  public init(in library: String, isRehearsal: Bool) throws(Problem) {
    path = FilePath.join(library, Self.name)
    if FilePath.exists(path) {
      lines = try Self.lines(
        of: MappedFile(path).withBytes { String(decoding: $0, as: UTF8.self) }, path)
      return
    }
    lines = try Self.lines(of: Self.known, path)
    if isRehearsal { return }
    try FilePath.makeFolder(library)
    try StagedFile.publish(Array(Self.known.utf8), to: path)
  }

  static func lines(of text: String, _ path: String) throws(Problem) -> [Line] {
    var lines: [Line] = []
    var isHeaderSeen = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard isHeaderSeen else {
        guard cells == header else { throw Wording.badTable(path, line: index + 1) }
        isHeaderSeen = true
        continue
      }
      guard let parsed = Self.line(cells, number: index + 1) else {
        throw Wording.badTable(path, line: index + 1)
      }
      lines.append(parsed)
    }
    return lines
  }

  private static func line(_ cells: [String], number: Int) -> Line? {
    guard cells.count == header.count, kinds.contains(cells[0]),
      cells[1] == "*" || Int(cells[1]) != nil, isAllowed(cells[3]),
      cells[4].isEmpty || isAllowed(cells[4].replacing("{adresse}", with: cells[3]))
    else { return nil }
    return Line(
      kind: cells[0], geography: Int(cells[1]), vintage: cells[2] == "*" ? nil : cells[2],
      pattern: cells[3], checksum: cells[4].isEmpty ? nil : cells[4], number: number)
  }

  /// The kinds that can be downloaded, as the library names them.
  public static let kinds = [
    "contours", "recensement", "adresses", "lieux-dits", "communes", "mouvements", "codes-postaux",
  ]

  /// Encrypted, or on this very machine.
  static func isAllowed(_ address: String) -> Bool {
    if address.hasPrefix("https://") { return true }
    return ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"].contains {
      address.hasPrefix($0)
    }
  }
}
