internal import Diagnostics

/// The sheets of an OpenDocument workbook, and whether they are shown.
///
/// - Source: OASIS OpenDocument 1.3 part 3, 17.15 (`style:table-properties`), 20.260 (`table:display`);
///   part 2, 3.4 (encryption)
final class OpenDocumentIndex: XMLListener {
  private var sheets: [Workbook.Sheet] = []
  /// Styles of tables that are not displayed.
  private var hidingStyles: Set<String> = []
  private var style = ""

  /// - Throws: `tables.damaged-workbook`, `tables.archive-bomb`, `tables.not-text` where it is protected
  static func sheets(of path: String, size: Int) throws(Problem) -> [Workbook.Sheet] {
    func read(_ member: String, _ listener: any XMLListener) throws(Problem) {
      try WorkbookPart(path: path, member: member, compressedSize: size).read(listener)
    }
    let manifest = OpenDocumentManifest()
    // one that cannot be read says nothing, and the content is read as it is
    try? read("META-INF/manifest.xml", manifest)
    if manifest.isEncrypted { throw Wording.notText(path, .encrypted) }
    let index = OpenDocumentIndex()
    try read("content.xml", index)
    return index.sheets
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "style": style = attributes["name"] ?? ""
    case "table-properties":
      if attributes["display"] == "false" { hidingStyles.insert(style) }
    case "table":
      guard let title = attributes["name"] else { return }
      let isHidden = attributes["style-name"].map(hidingStyles.contains) ?? false
      sheets.append(Workbook.Sheet(name: title, part: "content.xml", isHidden: isHidden))
    default: break
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}

/// Whether the parts of an OpenDocument file are encrypted.
private final class OpenDocumentManifest: XMLListener {
  var isEncrypted = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "encryption-data" || name == "keyinfo" { isEncrypted = true }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}
