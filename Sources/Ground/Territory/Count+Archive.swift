public import Archives

extension Count: Archivable {
  /// The bounds and what they are made of.
  public func write(to archive: inout ArchiveWriter) {
    archive.add(lower)
    archive.add(upper)
    archive.add(maskedParts)
    archive.add(missingParts)
  }

  /// The same count.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    let lower: Int = try archive.take()
    let upper: Int? = try archive.take()
    let masked: Int = try archive.take()
    let missing: Int = try archive.take()
    let isExact = masked == 0 && missing == 0
    guard lower >= 0, masked >= 0, missing >= 0, upper.map({ $0 >= lower }) ?? (missing > 0),
      !isExact || upper == lower
    else { throw ArchiveDamage() }
    self.init(lower: lower, upper: upper, maskedParts: masked, missingParts: missing)
  }
}
