internal import CXlsxWriter
internal import Diagnostics
internal import Disclosure
internal import Files
internal import Glibc

/// The tables of a release as one Excel workbook, for people: codes as text, a frozen header with
/// filters, the mention on every page, and a sheet that explains the columns.
///
/// Texts are written as texts: none can become a formula. The same release has the same bytes.
///
/// - Source: OUTPUTS.md §2.3; ECMA-376 by libxlsxwriter
struct WorkbookFile {
  /// One sheet of figures; its name has at most 31 characters.
  struct Page {
    let name: String
    let table: CellTable
  }

  let pages: [Page]
  let notice: Notice
  let threshold: StatedThreshold

  /// 1 January 2000: the date is no part of the content.
  static let created = 946_684_800
  /// Of the 255 characters that Excel takes, what the page's number leaves.
  private static let longestFooter = 240

  /// Writes the whole file.
  ///
  /// - Throws: `exports.workbook`
  func write(to file: StagedFile) throws(Problem) {
    guard let book = workbook_new(file.pathForLibraries) else {
      throw Wording.workbook(file.destination)
    }
    describe(book)
    let styles = WorkbookStyles(book)
    var isWhole = true
    for own in pages {
      guard let page = workbook_add_worksheet(book, own.name) else { continue }
      isWhole = fill(page, with: own.table, styles) && isWhole
      let isDressed = dress(page, columns: own.table.heads.count, rows: own.table.rows.count)
      isWhole = isDressed && isWhole
    }
    if let page = workbook_add_worksheet(book, "Lisez-moi") { explain(page, styles) }
    guard workbook_close(book) == LXW_NO_ERROR, isWhole else {
      throw Wording.workbook(file.destination)
    }
  }

  private func describe(_ book: UnsafeMutablePointer<lxw_workbook>) {
    let title = strdup(notice.campaign)
    let subject = strdup(notice.mention)
    var properties = lxw_doc_properties()
    properties.title = title
    properties.subject = subject
    properties.created = Self.created
    workbook_set_properties(book, &properties)
    free(title)
    free(subject)
  }

  private func fill(
    _ page: UnsafeMutablePointer<lxw_worksheet>, with table: CellTable, _ styles: WorkbookStyles
  ) -> Bool {
    var isWhole = true
    for (column, head) in table.heads.enumerated() {
      let index = lxw_col_t(column)
      isWhole =
        worksheet_write_string(page, 0, index, head.name, styles.header) == LXW_NO_ERROR && isWhole
      for (row, cells) in table.rows.enumerated() {
        isWhole = write(cells[column], to: page, lxw_row_t(row + 1), index, styles) && isWhole
      }
    }
    return isWhole
  }

  private func write(
    _ cell: Cell, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
    _ column: lxw_col_t, _ styles: WorkbookStyles
  ) -> Bool {
    switch cell {
    case .empty: true
    case .text(let text):
      text.isEmpty || worksheet_write_string(page, row, column, text, nil) == LXW_NO_ERROR
    case .code(let code):
      worksheet_write_string(page, row, column, code, styles.text) == LXW_NO_ERROR
    case .integer(let number):
      worksheet_write_number(page, row, column, Double(number), styles.whole) == LXW_NO_ERROR
    case .decimal(let number):
      worksheet_write_number(page, row, column, number.value, styles.decimal(number.decimals))
        == LXW_NO_ERROR
    }
  }

  /// Header frozen and filtered, one page wide, the mention at the foot of each.
  ///
  /// - Returns: whether the library took the foot
  private func dress(
    _ page: UnsafeMutablePointer<lxw_worksheet>, columns: Int, rows: Int
  ) -> Bool {
    let last = lxw_col_t(max(0, columns - 1))
    worksheet_freeze_panes(page, 1, 1)
    worksheet_autofilter(page, 0, 0, lxw_row_t(rows), last)
    worksheet_set_column(page, 0, last, 14, nil)
    worksheet_repeat_rows(page, 0, 0)
    worksheet_set_landscape(page)
    worksheet_fit_to_pages(page, 1, 0)
    let sentence = [notice.mention, notice.stamp, notice.warning].compactMap(\.self).joined(
      separator: " – ")
    return worksheet_set_footer(page, "&L\(Self.footer(sentence))&R&P/&N") == LXW_NO_ERROR
  }

  /// A sentence as Excel takes it in a foot: `&` twice, cut with « … » where there is no room.
  static func footer(_ sentence: String) -> String {
    var text = ""
    for character in sentence {
      let piece = character == "&" ? "&&" : String(character)
      if text.unicodeScalars.count + piece.unicodeScalars.count >= longestFooter {
        return text + "…"
      }
      text += piece
    }
    return text
  }

  /// The « Lisez-moi »: what the data are, what the statuses and columns mean.
  private func explain(_ page: UnsafeMutablePointer<lxw_worksheet>, _ styles: WorkbookStyles) {
    for (row, line) in explanations.enumerated() {
      worksheet_write_string(page, lxw_row_t(row), 0, line.0, line.1.isEmpty ? styles.header : nil)
      if !line.1.isEmpty { worksheet_write_string(page, lxw_row_t(row), 1, line.1, nil) }
    }
    worksheet_set_column(page, 0, 0, 24, nil)
    worksheet_set_column(page, 1, 1, 90, nil)
  }

  private var explanations: [(String, String)] {
    let warning = notice.warning.map { [("Avertissement", $0)] } ?? []
    let about = [
      ("Source", notice.mention), ("Campagne", notice.campaign), ("Contours", notice.edition),
      ("Références", notice.attributions.joined(separator: " ; ")),
      ("Seuil", Wording.thresholdSentence(threshold)),
    ]
    let statuses = Release.Status.allCases.map { status in
      (status.rawValue.isEmpty ? "(vide)" : status.rawValue, Wording.meaning(of: status))
    }
    var seen: Set<String> = []
    let columns = pages.flatMap(\.table.heads).filter { seen.insert($0.name).inserted }
    let stamp = notice.stamp.map { [("Diffusion", $0)] } ?? []
    return warning + stamp + about + [("Statuts", "")] + statuses + [("Colonnes", "")]
      + columns.map { ($0.name, $0.alias) }
  }
}
