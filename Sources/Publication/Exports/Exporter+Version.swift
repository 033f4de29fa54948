internal import CXlsxWriter

extension Exporter {
  /// Version of libxlsxwriter, which writes workbooks: `1.1.5`.
  public static var workbookLibraryVersion: String { String(cString: lxw_version()) }
}
