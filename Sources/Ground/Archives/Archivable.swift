/// A value that is written as bytes, and comes back the same or not at all.
///
/// For what one run keeps for the next on the same machine; what other programs read is JSON, CSV or
/// GeoPackage.
public protocol Archivable {
  /// Appends the value.
  func write(to archive: inout ArchiveWriter)

  /// Takes the value back.
  ///
  /// - Throws: when the bytes are no such value; nothing in them is believed
  init(from archive: inout ArchiveReader) throws(ArchiveDamage)
}

/// Bytes that are not what they should be.
public struct ArchiveDamage: Error, Sendable, Hashable {
  /// Nothing more is known, and nothing more is of use: the archive is made again.
  public init() {}
}

extension Archivable {
  /// The value alone.
  public var archived: [UInt8] {
    var archive = ArchiveWriter()
    write(to: &archive)
    return archive.bytes
  }

  /// The value that these bytes hold, and nothing but it.
  public init(archived bytes: [UInt8]) throws(ArchiveDamage) {
    var archive = ArchiveReader(bytes)
    try self.init(from: &archive)
    guard archive.isAtEnd else { throw ArchiveDamage() }
  }
}

extension RawRepresentable where RawValue: Archivable {
  /// As its raw value; for types that declare themselves `Archivable`.
  public func write(to archive: inout ArchiveWriter) { rawValue.write(to: &archive) }

  /// From its raw value.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    guard let value = Self(rawValue: try RawValue(from: &archive)) else { throw ArchiveDamage() }
    self = value
  }
}
