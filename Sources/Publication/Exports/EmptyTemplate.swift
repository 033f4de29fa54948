internal import CXlsxWriter
public import Diagnostics
public import Files
internal import Tables

/// A table to be filled in by a partner: named columns, no row.
///
/// - Confidential: no
public struct EmptyTemplate: Sendable {
  private let columns: [(name: String, help: String)]

  /// A table by its columns.
  ///
  /// - Parameters:
  ///   - columns: names, and in French what stands under each
  public init(columns: [(name: String, help: String)]) { self.columns = columns }

  /// CSV with the marks of a French Excel.
  public var csv: [UInt8] {
    var writer = CSVWriter(for: .excel)
    writer.row(columns.map(\.name))
    return writer.takeBytes()
  }

  /// A workbook whose cells are text, so that codes keep their zeros, and a sheet that explains.
  ///
  /// - Throws: `exports.workbook`
  public func writeWorkbook(to file: StagedFile) throws(Problem) {
    guard let book = workbook_new(file.pathForLibraries) else {
      throw Wording.workbook(file.destination)
    }
    var properties = lxw_doc_properties()
    properties.created = WorkbookFile.created
    workbook_set_properties(book, &properties)
    let styles = WorkbookStyles(book)
    fill(workbook_add_worksheet(book, "Données"), styles)
    explain(workbook_add_worksheet(book, "Lisez-moi"), styles)
    guard workbook_close(book) == LXW_NO_ERROR else { throw Wording.workbook(file.destination) }
  }

  private func fill(_ page: UnsafeMutablePointer<lxw_worksheet>?, _ styles: WorkbookStyles) {
    guard let page, !columns.isEmpty else { return }
    for (index, column) in columns.enumerated() {
      worksheet_write_string(page, 0, lxw_col_t(index), column.name, styles.header)
    }
    worksheet_set_column(page, 0, lxw_col_t(columns.count - 1), 18, styles.text)
    worksheet_freeze_panes(page, 1, 0)
  }

  private func explain(_ page: UnsafeMutablePointer<lxw_worksheet>?, _ styles: WorkbookStyles) {
    guard let page else { return }
    for (index, column) in columns.enumerated() {
      worksheet_write_string(page, lxw_row_t(index), 0, column.name, styles.header)
      worksheet_write_string(page, lxw_row_t(index), 1, column.help, nil)
    }
    worksheet_set_column(page, 1, 1, 80, nil)
  }
}
