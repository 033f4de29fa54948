public import Archives

extension ProblemLog: Archivable {
  /// The groups, in order.
  public func write(to archive: inout ArchiveWriter) { archive.add(groups) }

  /// The same log: what was recorded later would join the same groups.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    try self.init(groups: archive.take())
  }
}

extension ProblemLog.Group: Archivable {
  /// The problems kept, then how many there were.
  public func write(to archive: inout ArchiveWriter) {
    archive.add(first)
    archive.add(count)
  }

  /// A group of at least one problem, no more kept than met.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    first = try archive.take()
    count = try archive.take()
    guard (1...ProblemLog.shown).contains(first.count), first.count <= count else {
      throw ArchiveDamage()
    }
  }
}

extension Problem: Archivable {
  /// Every part, as it is shown.
  public func write(to archive: inout ArchiveWriter) {
    archive.add(code)
    archive.add(effect)
    archive.add(place)
    archive.add(fact)
    archive.add(remedy)
    archive.add(outcome)
  }

  /// The same problem.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    try self.init(
      code: archive.take(), effect: archive.take(), place: archive.take(), fact: archive.take(),
      remedy: archive.take(), outcome: archive.take())
  }
}

extension Problem.Effect: Archivable {}

extension Outcome: Archivable {}

extension Prose: Archivable {
  /// The sentence as it is shown.
  public func write(to archive: inout ArchiveWriter) { archive.add(text) }

  /// A sentence that was one when it was written.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    self.init(stringLiteral: try archive.take())
  }
}

extension Place: Archivable {
  /// Every part, known or not.
  public func write(to archive: inout ArchiveWriter) {
    for text in [file, part, code, key] { archive.add(text) }
    for number in [line, column, feature, ring, vertex] { archive.add(number) }
  }

  /// The same place.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    self.init()
    file = try archive.take()
    part = try archive.take()
    code = try archive.take()
    key = try archive.take()
    line = try archive.take()
    column = try archive.take()
    feature = try archive.take()
    ring = try archive.take()
    vertex = try archive.take()
  }
}
