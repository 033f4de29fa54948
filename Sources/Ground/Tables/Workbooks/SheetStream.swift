internal import Diagnostics

/// A sheet as delimited text: one line for each row of the sheet, so that lines are its rows, and as
/// many fields in each as the sheet has columns.
///
/// - Confidential: yes
final class SheetStream: ByteStream {
  /// The byte between fields.
  static let separator = UInt8(ascii: ";")

  private let reading: SheetReading
  private let writer: Writer
  private var isMore = true

  init(_ sheet: WorkbookSheet) throws(Problem) {
    writer = Writer(width: sheet.survey.width)
    reading = try SheetReading(sheet.sheet, in: sheet.workbook, rows: writer)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
    while writer.isEmpty && isMore { isMore = try reading.advance() }
    return writer.take(into: buffer)
  }

  private final class Writer: SheetRows {
    private let width: Int
    private var bytes: [UInt8] = []
    private var taken = 0
    private var line = 1

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

    func row(_ number: Int, isHidden: Bool, _ cells: borrowing SheetCells) {
      if cells.columns.isEmpty { return }
      while line < number {
        bytes.append(0x0A)
        line += 1
      }
      var next = 0
      for column in 0..<width {
        if column > 0 { bytes.append(SheetStream.separator) }
        if next < cells.columns.count && cells.columns[next] == column {
          append(cells.bytes[cells.ranges[next]])
          next += 1
        }
      }
      bytes.append(0x0A)
      line += 1
    }

    func merged(_ range: MergedRange) {}

    private func append(_ cell: ArraySlice<UInt8>) {
      guard cell.contains(where: { $0 == 0x22 || $0 == SheetStream.separator }) else {
        bytes += cell
        return
      }
      bytes.append(0x22)
      for byte in cell {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
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
  init(_ workbook: Workbook, declared: String?) throws(Problem) {
    self.workbook = workbook
    sheet = try workbook.choose(declared)
    survey = try SheetSurvey(of: sheet, in: workbook)
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
