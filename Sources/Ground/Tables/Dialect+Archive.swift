public import Archives

extension Dialect: Archivable {
  /// Every part.
  public func write(to archive: inout ArchiveWriter) {
    archive.add(encoding)
    archive.add(evidence)
    archive.add(hasByteOrderMark)
    archive.add(isDoubleEncoded)
    archive.add(separator)
    archive.add(lineEnd)
    archive.add(headerLine)
    archive.add(labelLine)
    archive.add(firstDataLine)
    archive.add(sheet)
  }

  /// The same dialect.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    try self.init(
      encoding: archive.take(), evidence: archive.take(), hasByteOrderMark: archive.take(),
      isDoubleEncoded: archive.take(), separator: archive.take(), lineEnd: archive.take(),
      headerLine: archive.take(),
      labelLine: archive.take(), firstDataLine: archive.take(), sheet: archive.take())
  }
}

extension TextEncoding: Archivable {}

extension Dialect.LineEnd: Archivable {}

extension Dialect.Evidence: Archivable {
  /// Its number, then how many sequences speak for it.
  public func write(to archive: inout ArchiveWriter) {
    let (kind, count) = parts
    archive.add(kind)
    archive.add(count)
  }

  /// The same evidence.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    let kind: Int = try archive.take()
    let count: Int = try archive.take()
    switch kind {
    case 0: self = .declared
    case 1: self = .byteOrderMark
    case 2: self = .alternatingZeros
    case 3: self = .ascii
    case 4: self = .validSequences(count)
    case 5: self = .invalidSequences(count)
    default: throw ArchiveDamage()
    }
  }

  private var parts: (kind: Int, count: Int) {
    switch self {
    case .declared: (0, 0)
    case .byteOrderMark: (1, 0)
    case .alternatingZeros: (2, 0)
    case .ascii: (3, 0)
    case .validSequences(let count): (4, count)
    case .invalidSequences(let count): (5, count)
    }
  }
}
