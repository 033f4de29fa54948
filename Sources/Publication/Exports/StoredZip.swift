/// A ZIP archive of uncompressed members without dates: the same members give the same bytes.
///
/// - Source: PKWARE APPNOTE 6.3.3, sections 4.3 and 4.4
package struct StoredZip: Sendable {
  private(set) var members: [(name: String, content: [UInt8])] = []

  /// No member yet.
  package init() {}

  mutating func add(_ text: String, named name: String) { add(Array(text.utf8), named: name) }

  /// One more member.
  package mutating func add(_ content: [UInt8], named name: String) {
    members.append((name, content))
  }

  /// The whole archive.
  package var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = UInt32(body.count)
      body += Self.words(0x0403_4B50 as UInt32) + Self.description(of: member)
      body += Array(member.name.utf8) + member.content
      directory += Self.words(0x0201_4B50 as UInt32, 20 as UInt16) + Self.description(of: member)
      directory += Self.words(0 as UInt16, 0 as UInt16, 0 as UInt16, 0 as UInt32, offset)
      directory += Array(member.name.utf8)
    }
    let count = UInt16(members.count)
    return body + directory
      + Self.words(
        0x0605_4B50 as UInt32, 0 as UInt16, 0 as UInt16, count, count,
        UInt32(directory.count), UInt32(body.count), 0 as UInt16)
  }

  /// What the local header and the directory both say: UTF-8 names, stored, 1 January 1980.
  private static func description(of member: (name: String, content: [UInt8])) -> [UInt8] {
    let size = UInt32(member.content.count)
    return words(20 as UInt16, 0x0800 as UInt16, 0 as UInt16, 0 as UInt16, 0x21 as UInt16)
      + words(CyclicRedundancy.check(member.content), size, size)
      + words(UInt16(member.name.utf8.count), 0 as UInt16)
  }

  private static func words(_ numbers: any FixedWidthInteger...) -> [UInt8] {
    numbers.flatMap { little($0) }
  }

  private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}

/// The check sum of ZIP members and PNG chunks.
///
/// - Source: ISO 3309; PNG, annex D
enum CyclicRedundancy {
  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  static func check(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in table[Int((sum ^ UInt32(byte)) & 255)] ^ (sum >> 8) }
  }
}
