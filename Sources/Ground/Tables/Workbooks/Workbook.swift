internal import Diagnostics
internal import Files

/// What a workbook says of itself: its sheets, its texts, how its numbers are shown.
///
/// - Confidential: yes, the shared texts are cells
/// - Source: ECMA-376 part 1 (SpreadsheetML), sections 18.2–18.8
final class Workbook: Sendable {
  /// One sheet.
  struct Sheet: Sendable, Hashable {
    let name: String
    /// Its member in the file.
    let part: String
    let isHidden: Bool
  }

  let file: MappedFile
  let kind: Kind
  let sheets: [Sheet]
  /// Days are counted from 1904 instead of 1900.
  let countsFrom1904: Bool
  let strings: SharedStrings
  let styles: [NumberStyle]

  var path: String { file.path }
  var size: Int { file.bytes.count }

  enum Kind: Sendable {
    case excel
    case openDocument
  }

  /// - Throws: `tables.damaged-workbook`, `tables.archive-bomb`, `tables.not-text` where it is protected
  init(_ file: MappedFile, members: [String]) throws(Problem) {
    self.file = file
    let (path, size) = (file.path, file.bytes.count)
    kind = members.contains("content.xml") ? .openDocument : .excel
    guard kind == .excel else {
      sheets = try OpenDocumentIndex.sheets(of: path, size: size)
      (countsFrom1904, strings, styles) = (false, SharedStrings(), [])
      return
    }
    let index = WorkbookIndex()
    let relations = RelationIndex()
    let texts = SharedStrings()
    let formats = NumberStyles()
    let parts: [(String, any XMLListener)] = [
      ("xl/workbook.xml", index), ("xl/_rels/workbook.xml.rels", relations),
      ("xl/sharedStrings.xml", texts), ("xl/styles.xml", formats),
    ]
    for (name, listener) in parts {
      guard let member = members.first(where: { $0.lowercased() == name.lowercased() }) else {
        continue
      }
      try WorkbookPart(path: path, member: member, compressedSize: size)
        .read(listener, until: { texts.isTooLarge })
    }
    if texts.isTooLarge { throw Wording.tooManyTexts(path) }
    sheets = Self.sheets(index, relations, members: members)
    countsFrom1904 = index.countsFrom1904
    strings = texts
    styles = formats.styles
  }

  /// Whether a .zip is a workbook that can be read.
  static func isOne(_ members: [String]) -> Bool {
    members.contains { $0.lowercased() == "xl/workbook.xml" }
      || (members.contains("content.xml") && members.contains("META-INF/manifest.xml")
        && members.contains("styles.xml"))
  }

  /// The sheet to read: the declared one, or the only one that is shown and holds a table.
  ///
  /// - Throws: `tables.missing-sheet`, `tables.which-sheet`
  func choose(_ declared: String?) throws(Problem) -> Sheet {
    if let declared {
      if let sheet = sheets.first(where: { $0.name == declared }) { return sheet }
      throw Wording.missingSheet(path, declared, among: sheets.map(\.name))
    }
    let shown = sheets.filter { !$0.isHidden }
    if shown.count == 1 { return shown[0] }
    var tables: [Sheet] = []
    for sheet in shown where try SheetSurvey(of: sheet, in: self).looksLikeTable {
      tables.append(sheet)
    }
    if tables.count == 1 { return tables[0] }
    throw Wording.whichSheet(path, (tables.isEmpty ? sheets : tables).map(\.name))
  }

  private static func sheets(
    _ index: WorkbookIndex, _ relations: RelationIndex, members: [String]
  ) -> [Sheet] {
    index.sheets.compactMap { entry in
      guard let target = relations.targets[entry.relation] else { return nil }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      guard let member = members.first(where: { $0.lowercased() == path.lowercased() }) else {
        return nil
      }
      return Sheet(name: entry.name, part: member, isHidden: entry.isHidden)
    }
  }
}

/// The sheets as `xl/workbook.xml` lists them.
private final class WorkbookIndex: XMLListener {
  var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  var countsFrom1904 = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "sheet", let title = attributes["name"], let relation = attributes["id"] {
      let state = attributes["state"] ?? "visible"
      sheets.append((title, relation, state != "visible"))
    } else if name == "workbookPr" {
      countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}

/// Where the members of the sheets are; a member outside the file is never opened.
private final class RelationIndex: XMLListener {
  var targets: [String: String] = [:]

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
      attributes["Type"]?.hasSuffix("/worksheet") ?? false,
      attributes["TargetMode"] != "External"
    else { return }
    targets[id] = target
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}
