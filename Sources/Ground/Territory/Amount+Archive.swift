public import Archives

extension Amount: Archivable {
  /// The sum, then the largest.
  public func write(to archive: inout ArchiveWriter) {
    archive.add(sum)
    archive.add(largest)
  }

  /// The same amount.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    let sum: Int = try archive.take()
    let largest: Int = try archive.take()
    guard 0 <= largest, largest <= sum else { throw ArchiveDamage() }
    self.init(sum: sum, largest: largest)
  }
}
