internal import Diagnostics
internal import Files

/// Whether an Excel workbook says its mention where people look: on its first sheet of words, and at
/// the foot of every printed page.
struct WorkbookCheck {
  let file: Deliverable.File
  let mention: String

  /// What says to readers of a workbook of figures that they hold a working document: the sheet of
  /// words.
  static func texts(of file: Deliverable.File) throws(Problem) -> [String] {
    let book = try WorkbookSheets(try MappedFile(file.path))
    return book.sheets["Lisez-moi"].map { rows in
      [rows.flatMap { $0.compactMap { $0?.text } }.joined(separator: "\n")]
    } ?? []
  }

  func problems() throws(Problem) -> [Problem] {
    let book = try WorkbookSheets(try MappedFile(file.path))
    let words = book.sheets["Lisez-moi"] ?? []
    let isExplained = words.contains { $0.contains(.text(mention)) }
    // a footer holds 255 characters at most
    let start = String(mention.prefix(100)).replacing("&", with: "&&")
    let isPrinted = book.footers.count >= 2 && book.footers.allSatisfy { $0.contains(start) }
    return isExplained && isPrinted ? [] : [Wording.noMention(at: file.place)]
  }
}
