/// Bytes from which values are taken, in the order in which they were written.
public struct ArchiveReader: Sendable {
  private let bytes: [UInt8]
  private var position = 0

  /// From the first byte.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything was taken.
  public var isAtEnd: Bool { position == bytes.count }

  /// Takes one value of a type that the caller names or implies.
  public mutating func take<Value: Archivable>(
    _ type: Value.Type = Value.self
  ) throws(ArchiveDamage) -> Value {
    try Value(from: &self)
  }

  /// Takes a count of things that occupy a byte each at least: never more than there are bytes.
  public mutating func takeCount() throws(ArchiveDamage) -> Int {
    let count = try take(Int.self)
    guard count >= 0, count <= bytes.count - position else { throw ArchiveDamage() }
    return count
  }

  mutating func next(_ count: Int) throws(ArchiveDamage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - position else { throw ArchiveDamage() }
    defer { position += count }
    return bytes[position..<(position + count)]
  }

  mutating func nextNumber() throws(ArchiveDamage) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard position < bytes.count else { throw ArchiveDamage() }
      let byte = bytes[position]
      position += 1
      if shift == 63 && byte > 1 { throw ArchiveDamage() }
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw ArchiveDamage()
  }
}
