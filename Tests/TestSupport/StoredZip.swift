/// A .zip in memory whose members are stored as they are, names in UTF-8.
///
/// Written from the format's own note (PKWARE APPNOTE 6.3), so that readers are not tried with what
/// their own library has written.
public func storedZip(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  var body: [UInt8] = []
  var directory: [UInt8] = []
  for (name, bytes) in members {
    let start = UInt32(body.count)
    let common = memberHeader(name, bytes)
    body += little(0x0403_4B50 as UInt32) + common + Array(name.utf8) + bytes
    directory += little(0x0201_4B50 as UInt32) + little(20 as UInt16) + common
    directory += [UInt8](repeating: 0, count: 10) + little(start) + Array(name.utf8)
  }
  let count = little(UInt16(members.count))
  let end = little(0x0605_4B50 as UInt32) + [0, 0, 0, 0] + count + count
  return body + directory + end + little(UInt32(directory.count)) + little(UInt32(body.count))
    + [0, 0]
}

/// What the two headers of a member have in common: version to lengths.
private func memberHeader(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
  let size = little(UInt32(bytes.count))
  let version: UInt16 = 20
  let namesInUTF8: UInt16 = 1 << 11
  let stored: UInt16 = 0
  let firstOf1980: UInt32 = 0x0021_0000
  return little(version) + little(namesInUTF8) + little(stored) + little(firstOf1980)
    + little(checksum(bytes)) + size + size + little(UInt16(name.utf8.count))
    + little(0 as UInt16)
}

/// CRC-32, bit by bit.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var sum: UInt32 = ~0
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  return ~sum
}

private func little<T: FixedWidthInteger>(_ number: T) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}
