public import Archives
internal import Diagnostics
internal import Tables
internal import Territory

/// What came of a file, for the next run over the same file.
///
/// - Confidential: small counts
extension Reading: Archivable {
  /// Every part.
  public func write(to archive: inout ArchiveWriter) {
    archive.add(tally)
    archive.add(dialect)
    archive.add(usedColumns)
    archive.add(ignoredColumns)
    archive.add(problems)
  }

  /// The same reading.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    try self.init(
      tally: archive.take(), dialect: archive.take(), usedColumns: archive.take(),
      ignoredColumns: archive.take(), problems: archive.take())
  }
}
