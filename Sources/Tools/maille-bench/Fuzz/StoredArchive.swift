/// A .zip whose members are stored as they are: damage inside reaches the reader of the parts.
///
/// - Source: PKWARE APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12, 4.3.16; CRC-32 of ISO 3309
enum StoredArchive {
  static func packing(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let name = Array(member.name.utf8)
      let common =
        little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 4)
        + little(crc(member.bytes), 4) + little(member.bytes.count, 4)
        + little(member.bytes.count, 4) + little(name.count, 2) + little(0, 2)
      directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2)
      directory += little(0, 2) + little(0, 4) + little(archive.count, 4) + name
      archive += little(0x0403_4B50, 4) + common + name + member.bytes
    }
    let start = archive.count
    archive += directory
    archive += little(0x0605_4B50, 4) + little(0, 4) + little(members.count, 2)
    archive +=
      little(members.count, 2) + little(directory.count, 4) + little(start, 4) + little(0, 2)
    return archive
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func crc(_ bytes: [UInt8]) -> Int {
    Int(~bytes.reduce(UInt32.max) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 })
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320
    }
  }
}
