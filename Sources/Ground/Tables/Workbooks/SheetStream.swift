internal import Diagnostics

/// A sheet as delimited text: one line for each row of the sheet, so that lines are its rows, and as
/// many fields in each as the sheet has columns.
///
/// - Confidential: yes
final class SheetStream: ByteStream {
  private let lines: Lines
  private let source: Source
  private var isMore = true

  /// Where rows come from: what the survey kept of a sheet of common size, else the file again.
  private enum Source {
    case kept(SheetText)
    case file(SheetReading)
  }

  init(_ sheet: WorkbookSheet) throws(Problem) {
    lines = Lines(width: sheet.survey.width)
    source =
      if let text = sheet.survey.text {
        .kept(text)
      } else {
        .file(try SheetReading(sheet.sheet, in: sheet.workbook, rows: lines))
      }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
    while lines.isEmpty && isMore { isMore = try advance() }
    return lines.take(into: buffer)
  }

  private func advance() throws(Problem) -> Bool {
    switch source {
    case .kept(let text): lines.addBlock(of: text)
    case .file(let reading): try reading.advance()
    }
  }

  /// Lines on their way out.
  private final class Lines: SheetRows {
    private static let block = 512
    private let width: Int
    private var bytes: [UInt8] = []
    private var taken = 0
    private var line = 1
    private var nextRow = 0

    init(width: Int) { self.width = width }

    var isEmpty: Bool { taken == bytes.count }

    func take(into buffer: UnsafeMutableRawBufferPointer) -> Int {
      let count = min(buffer.count, bytes.count - taken)
      bytes.withUnsafeBytes {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<taken + count]))
      }
      taken += count
      if isEmpty {
        bytes.removeAll(keepingCapacity: true)
        taken = 0
      }
      return count
    }

    /// Adds the next rows of a text that was kept.
    ///
    /// - Returns: whether there are more
    func addBlock(of text: SheetText) -> Bool {
      let end = min(nextRow + Self.block, text.rows.count)
      for place in nextRow..<end {
        let row = text.rows[place]
        skip(to: Int(row.number))
        bytes += text.bytes[(place == 0 ? 0 : text.rows[place - 1].end)..<row.end]
        finish(lastColumn: Int(row.lastColumn))
      }
      nextRow = end
      return end < text.rows.count
    }

    func row(_ number: Int, isHidden: Bool, _ cells: borrowing SheetCells) {
      guard let last = cells.columns.last else { return }
      skip(to: number)
      SheetText.write(cells, to: &bytes)
      finish(lastColumn: last)
    }

    func merged(_ range: MergedRange) {}

    private func skip(to number: Int) {
      while line < number {
        bytes.append(0x0A)
        line += 1
      }
    }

    private func finish(lastColumn: Int) {
      SheetText.pad(width - 1 - lastColumn, &bytes)
      bytes.append(0x0A)
      line += 1
    }
  }
}

/// The sheet of a workbook that is read as a table.
final class WorkbookSheet: Sendable {
  let workbook: Workbook
  let sheet: Workbook.Sheet
  let survey: SheetSurvey

  /// - Throws: `tables.missing-sheet`, `tables.which-sheet`, `tables.empty-sheet`,
  ///   `tables.damaged-workbook`, `tables.scattered-sheet`
  init(
    _ workbook: Workbook, declared: String?, keepingText: Bool = true
  ) throws(Problem) {
    self.workbook = workbook
    sheet = try workbook.choose(declared)
    survey = try SheetSurvey(of: sheet, in: workbook, keepingText: keepingText)
    if survey.width == 0 { throw Wording.emptySheet(workbook.path, sheet.name) }
    if survey.isDesert {
      let place = Place(file: workbook.path, part: sheet.name, line: survey.widestRow)
      throw Wording.scatteredSheet(place.at(column: survey.width - 1), survey)
    }
  }

  /// What the user should know before trusting the table.
  ///
  /// - Parameters:
  ///   - firstDataLine: merged cells above it are titles
  func problems(firstDataLine: Int) -> ProblemLog {
    var log = ProblemLog()
    let place = Place(file: workbook.path, part: sheet.name)
    let others = workbook.sheets.filter { $0 != sheet }
    if !others.isEmpty { log.record(Wording.otherSheets(place, others)) }
    if sheet.isHidden { log.record(Wording.hiddenSheet(place)) }
    if let first = survey.hiddenRows.first {
      log.record(Wording.hiddenRows(place.at(line: first), survey.hiddenCount))
    }
    let merged = survey.merged.filter { $0.rows.upperBound >= firstDataLine }
    if let first = merged.first {
      let corner = place.at(line: first.rows.lowerBound).at(column: first.columns.lowerBound)
      log.record(Wording.mergedCells(corner, merged.count))
    }
    for row in survey.uncomputedRows.prefix(ProblemLog.shown) {
      log.record(Wording.uncomputed(place.at(line: row)))
    }
    return log
  }
}
