internal import CArchive

extension Layer {
  /// Version of libarchive, `3.6.2`, with which archives are read.
  public static var archiveLibraryVersion: String {
    let words = String(cString: archive_version_string()).split(separator: " ")
    return words.last.map(String.init) ?? ""
  }
}
