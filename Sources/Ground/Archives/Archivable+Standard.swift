extension Int: Archivable {
  /// Small numbers of either sign take few bytes.
  public func write(to archive: inout ArchiveWriter) {
    archive.append(UInt64(bitPattern: Int64((self << 1) ^ (self >> 63))))
  }

  /// A number.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    let number = try archive.nextNumber()
    self = Int(bitPattern: UInt(number >> 1)) ^ -Int(number & 1)
  }
}

extension Int32: Archivable {
  /// As an `Int`.
  public func write(to archive: inout ArchiveWriter) { Int(self).write(to: &archive) }

  /// A number that fits.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    guard let number = Int32(exactly: try Int(from: &archive)) else { throw ArchiveDamage() }
    self = number
  }
}

extension UInt8: Archivable {
  /// As an `Int`.
  public func write(to archive: inout ArchiveWriter) { Int(self).write(to: &archive) }

  /// A number that fits.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    guard let number = UInt8(exactly: try Int(from: &archive)) else { throw ArchiveDamage() }
    self = number
  }
}

extension Bool: Archivable {
  /// As 0 or 1.
  public func write(to archive: inout ArchiveWriter) { (self ? 1 : 0).write(to: &archive) }

  /// 0 or 1.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    let number = try Int(from: &archive)
    guard number == 0 || number == 1 else { throw ArchiveDamage() }
    self = number == 1
  }
}

extension Double: Archivable {
  /// All its bits.
  public func write(to archive: inout ArchiveWriter) { archive.append(bitPattern) }

  /// The same bits.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    self = Double(bitPattern: try archive.nextNumber())
  }
}

extension String: Archivable {
  /// The number of bytes, then UTF-8.
  public func write(to archive: inout ArchiveWriter) {
    utf8.count.write(to: &archive)
    archive.append(utf8)
  }

  /// Text that is UTF-8.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    let bytes = try archive.next(try archive.takeCount())
    guard let text = String(validating: bytes, as: UTF8.self) else { throw ArchiveDamage() }
    self = text
  }
}

extension Optional: Archivable where Wrapped: Archivable {
  /// Whether there is one, then it.
  public func write(to archive: inout ArchiveWriter) {
    (self != nil).write(to: &archive)
    if let self { self.write(to: &archive) }
  }

  /// One, or none.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    self = try Bool(from: &archive) ? try Wrapped(from: &archive) : nil
  }
}

extension Array: Archivable where Element: Archivable {
  /// How many, then each.
  public func write(to archive: inout ArchiveWriter) {
    count.write(to: &archive)
    for element in self { element.write(to: &archive) }
  }

  /// In order.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    let count = try archive.takeCount()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &archive)) }
  }
}
