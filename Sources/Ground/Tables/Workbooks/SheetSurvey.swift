internal import Diagnostics

/// A first walk through a sheet: how wide it is, and what a reader of the table should know.
///
/// - Confidential: yes, the text of the sheet is kept
struct SheetSurvey: Sendable {
  /// Columns up to the last one that holds something.
  private(set) var width = 0
  /// Rows that hold something.
  private(set) var rows = 0
  /// Cells that hold something.
  private(set) var cells = 0
  /// The first row that reaches the last column.
  private(set) var widestRow = 0
  /// Rows with at least two filled cells.
  private(set) var tableRows = 0
  private(set) var hiddenRows: [Int] = []
  private(set) var hiddenCount = 0
  private(set) var merged: [MergedRange] = []
  private(set) var uncomputedRows: [Int] = []
  /// The rows as text, where they were kept: what is read once need not be unpacked twice.
  private(set) var text: SheetText?

  /// - Throws: `tables.damaged-workbook`, `tables.impossible-sheet`, `tables.archive-bomb`
  init(
    of sheet: Workbook.Sheet, in workbook: Workbook, keepingText: Bool = false
  ) throws(Problem) {
    let walker = Walker(keepingText: keepingText)
    let reading = try SheetReading(sheet, in: workbook, rows: walker)
    while try reading.advance() {}
    self = walker.survey
  }

  private init() {}

  /// Whether a cell far from all others makes the sheet a desert: reading it would take its declared
  /// size, and never its content.
  var isDesert: Bool { rows * width > 1 << 26 && cells < rows * width / 100 }

  /// Whether rows of several cells follow each other.
  var looksLikeTable: Bool { tableRows >= 2 && width >= 2 }

  private final class Walker: SheetRows {
    var survey = SheetSurvey()

    init(keepingText: Bool) { survey.text = keepingText ? SheetText() : nil }

    func row(_ number: Int, isHidden: Bool, _ cells: borrowing SheetCells) {
      survey.rows += 1
      survey.cells += cells.columns.count
      let width = (cells.columns.last ?? -1) + 1
      if width > survey.width { (survey.width, survey.widestRow) = (width, number) }
      if cells.columns.count > 1 { survey.tableRows += 1 }
      if isHidden {
        survey.hiddenCount += 1
        if survey.hiddenRows.count < ProblemLog.shown { survey.hiddenRows.append(number) }
      }
      survey.text?.append(number, cells)
      if survey.text?.isTooLarge ?? false { survey.text = nil }
      if cells.uncomputed > 0 && survey.uncomputedRows.count < 1000 {
        survey.uncomputedRows.append(number)
      }
    }

    func merged(_ range: MergedRange) {
      if survey.merged.count < 10_000 { survey.merged.append(range) }
    }
  }
}

/// A sheet being read, whatever its workbook.
final class SheetReading {
  private let reading: WorkbookPart.Reading
  private let isImpossible: () -> Bool
  private let isDone: () -> Bool
  private let failure: Problem

  init(_ sheet: Workbook.Sheet, in workbook: Workbook, rows: any SheetRows) throws(Problem) {
    let part = WorkbookPart(
      path: workbook.path, member: sheet.part, compressedSize: workbook.size)
    failure = Wording.impossibleSheet(workbook.path, sheet.name)
    switch workbook.kind {
    case .excel:
      let listener = SheetListener(workbook, rows: rows)
      reading = try part.open(listener)
      (isImpossible, isDone) = ({ listener.isImpossible }, { false })
    case .openDocument:
      let listener = OpenDocumentListener(sheet.name, rows: rows)
      reading = try part.open(listener)
      (isImpossible, isDone) = ({ listener.isImpossible }, { listener.isDone })
    }
  }

  /// Pushes one piece of the sheet to its listener.
  ///
  /// - Returns: false after the last one
  func advance() throws(Problem) -> Bool {
    let isMore = try reading.advance()
    if isImpossible() { throw failure }
    return isMore && !isDone()
  }
}
