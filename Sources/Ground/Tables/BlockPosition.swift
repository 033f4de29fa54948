public import Archives

/// A place between two blocks of a file, at which a walk can stop and another go on.
///
/// - Confidential: no
public struct BlockPosition: Sendable, Hashable {
  /// In the bytes of the table.
  let offset: Int
  /// The line that begins there, from 1.
  let line: Int
  /// How many blocks come before.
  let index: Int
  /// See `RowCutter`: how many bytes from here hold no quote that closes anything.
  let hopelessCount: Int
}

extension BlockPosition: Archivable {
  /// Every part.
  public func write(to archive: inout ArchiveWriter) {
    for number in [offset, line, index, hopelessCount] { archive.add(number) }
  }

  /// A place that may be one: whether it is one of the file's, the walk finds out.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    offset = try archive.take()
    line = try archive.take()
    index = try archive.take()
    hopelessCount = try archive.take()
    guard offset >= 0, line >= 1, index >= 0, hopelessCount >= 0 else { throw ArchiveDamage() }
  }
}
