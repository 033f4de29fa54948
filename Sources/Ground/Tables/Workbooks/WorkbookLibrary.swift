internal import CExpat

/// The library that reads the sheets of workbooks.
public enum WorkbookLibrary {
  /// Version of Expat: `2.5.0`.
  public static var version: String {
    let words = String(cString: XML_ExpatVersion()).split(separator: "_")
    return words.last.map(String.init) ?? ""
  }
}
