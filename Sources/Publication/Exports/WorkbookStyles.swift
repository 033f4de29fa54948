internal import CXlsxWriter

/// The formats of one workbook; they live as long as it does.
struct WorkbookStyles {
  let header: UnsafeMutablePointer<lxw_format>?
  let text: UnsafeMutablePointer<lxw_format>?
  let whole: UnsafeMutablePointer<lxw_format>?
  private let decimals: [UnsafeMutablePointer<lxw_format>?]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    header = workbook_add_format(book)
    if let header {
      format_set_bold(header)
      format_set_text_wrap(header)
    }
    text = Self.numbered("@", in: book)
    whole = Self.numbered("#,##0", in: book)
    decimals = (0...6).map { count in
      Self.numbered(
        count == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: count), in: book)
    }
  }

  /// As many decimals as the number was rounded to.
  func decimal(_ count: Int) -> UnsafeMutablePointer<lxw_format>? {
    decimals[min(max(count, 0), decimals.count - 1)]
  }

  private static func numbered(
    _ code: String, in book: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(book)
    if let format { format_set_num_format(format, code) }
    return format
  }
}
