public import Diagnostics
internal import Files

extension DelimitedFile {
  /// The column of a name.
  ///
  /// - Parameters:
  ///   - name: as the user typed it; spaces around it and the case of letters count only when two
  ///     columns differ by nothing else
  /// - Returns: position in `columns`, from 0
  /// - Throws: `tables.unknown-column` with the nearest name, `tables.ambiguous-column`
  public func index(of name: String) throws(Problem) -> Int {
    let folded = Self.folded(name)
    if folded.isEmpty { throw Wording.unknownColumn(name, in: self) }
    if let only = try only(columns.indices.filter { columns[$0] == name }, name) { return only }
    let alike = columns.indices.filter { Self.folded(columns[$0]) == folded }
    if let only = try only(alike, name) { return only }
    throw Wording.unknownColumn(name, in: self)
  }

  /// The files in a .zip, in its order; empty when the file is no .zip.
  ///
  /// - Throws: `files.missing`, `files.unreadable`, `tables.damaged-archive`
  public static func members(of path: String) throws(Problem) -> [String] {
    let compression = try MappedFile(path).withBytes { Compression.of($0) }
    return compression == .zip ? try ArchiveStream.members(of: path) : []
  }

  /// The sheets of a workbook that are shown and hold a table, the one with most rows first; the only
  /// one shown, whatever it holds; empty for other files.
  ///
  /// - Throws: `files.missing`, `tables.damaged-workbook`
  public static func sheets(of path: String) throws(Problem) -> [String] {
    let file = try MappedFile(path)
    guard Compression.of(file.bytes) == .zip else { return [] }
    let members = try ArchiveStream.members(of: path)
    guard Workbook.isOne(members) else { return [] }
    let workbook = try Workbook(file, members: members)
    var found: [(name: String, rows: Int)] = []
    let shown = workbook.sheets.filter { !$0.isHidden }
    if shown.count == 1 { return [shown[0].name] }
    for sheet in shown {
      let survey = try SheetSurvey(of: sheet, in: workbook)
      if survey.looksLikeTable { found.append((sheet.name, survey.tableRows)) }
    }
    let order = found.enumerated().sorted {
      ($1.element.rows, $0.offset) < ($0.element.rows, $1.offset)
    }
    return order.map(\.element.name)
  }

  private func only(_ found: [Int], _ name: String) throws(Problem) -> Int? {
    if found.count > 1 { throw Wording.ambiguousColumn(name, found, in: self) }
    return found.first
  }

  private static func folded(_ name: String) -> String {
    name.trimmedOfBlanks.lowercased()
  }
}

extension String {
  /// Without the spaces around it (U+0020, TAB, U+00A0, U+202F).
  var trimmedOfBlanks: String {
    var copy = self
    return copy.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      return String(decoding: raw[Blank.trimmedRange(of: raw)], as: UTF8.self)
    }
  }
}
