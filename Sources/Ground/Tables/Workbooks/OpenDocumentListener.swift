/// The sheet of an OpenDocument workbook as rows of text.
///
/// - Source: OASIS OpenDocument 1.3 part 3, chapters 9 (tables) and 19.385 (values)
final class OpenDocumentListener: XMLListener {
  private let sheet: String
  private let rows: any SheetRows
  private let text = CellText(countsFrom1904: false)
  private var cells = SheetCells()
  private var isInSheet = false
  private var isInText = false
  private var isHidden = false
  private var number = 0
  private var rowCopies = 1
  private var column = 0
  private var columnCopies = 1
  private var start = 0
  private var value: [UInt8]?
  private var isDate = false
  private var paragraphs = 0
  private(set) var isImpossible = false
  /// Nothing of the sheet follows.
  private(set) var isDone = false

  /// More copies of a filled cell or row than any table has.
  private static let mostCells = 1 << 10
  private static let mostBytes = 64 << 20

  init(_ sheet: String, rows: any SheetRows) {
    self.sheet = sheet
    self.rows = rows
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "table" { isInSheet = attributes["name"] == sheet && !isDone }
    guard isInSheet else { return }
    switch name {
    case "table-row": beginRow(attributes)
    case "table-cell", "covered-table-cell": beginCell(attributes)
    case "p":
      if paragraphs > 0 { cells.bytes.append(0x20) }
      paragraphs += 1
      isInText = true
    case "annotation": isInNote = true
    case "s", "tab": if isInText { cells.bytes.append(0x20) }
    default: break
    }
  }

  private var isInNote = false

  func end(_ name: XMLName) {
    guard isInSheet else { return }
    switch name {
    case "table":
      isInSheet = false
      isDone = true
    case "table-row": endRow()
    case "table-cell", "covered-table-cell": endCell()
    case "p": isInText = false
    case "annotation": isInNote = false
    default: break
    }
  }

  func text(_ piece: UnsafeRawBufferPointer) {
    if isInText && !isInNote && cells.bytes.count < Self.mostBytes { cells.bytes += piece }
  }

  private func beginRow(_ attributes: XMLAttributes) {
    rowCopies = max(1, attributes["number-rows-repeated"].flatMap { Int($0) } ?? 1)
    isHidden = (attributes["visibility"] ?? "visible") != "visible"
    cells.removeAll()
    column = 0
  }

  private func beginCell(_ attributes: XMLAttributes) {
    columnCopies = max(1, attributes["number-columns-repeated"].flatMap { Int($0) } ?? 1)
    start = cells.bytes.count
    paragraphs = 0
    let date = attributes["date-value"]
    isDate = date != nil
    value = (date ?? attributes["value"]).map { Array($0.utf8) }
  }

  private func endCell() {
    let shown = Array(cells.bytes[start...])
    // a number with zeros in front is a code, and a date without its year may be a number of a street:
    // they count as they are shown
    let isCode = shown.first == 0x30 && shown.count > 1 && shown.allSatisfy { $0 &- 0x30 < 10 }
    if let value, !isCode && !isDayWithoutYear(shown) {
      cells.bytes.removeSubrange(start...)
      cells.bytes += text.text(of: value, as: .plain)
    }
    let content = Array(cells.bytes[start...])
    cells.close(column, from: start)
    if columnCopies > 1 && !content.isEmpty {
      if columnCopies > Self.mostCells { isImpossible = true }
      for copy in 1..<min(columnCopies, Self.mostCells) {
        let next = cells.bytes.count
        cells.bytes += content
        cells.close(column + copy, from: next)
      }
    }
    column = min(column &+ columnCopies, SheetListener.lastColumn + 1)
  }

  /// « 02-avr », « 02/04 ».
  private func isDayWithoutYear(_ shown: [UInt8]) -> Bool {
    isDate && shown.contains { $0 &- 0x30 < 10 }
      && shown.count { $0 == 0x2D || $0 == 0x2F || $0 == 0x2E || $0 == 0x20 } < 2
  }

  private func endRow() {
    defer { number = min(number &+ rowCopies, SheetListener.lastRow) }
    guard !cells.columns.isEmpty else { return }
    if rowCopies * (cells.bytes.count + cells.columns.count) > Self.mostBytes {
      isImpossible = true
    }
    if isImpossible { return }
    for copy in 1...rowCopies where number + copy <= SheetListener.lastRow {
      rows.row(number + copy, isHidden: isHidden, cells)
    }
  }
}
