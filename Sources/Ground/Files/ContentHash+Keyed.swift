internal import CCrypto
public import Diagnostics

extension ContentHash {
  /// HMAC-SHA-256 of a whole file: whoever does not hold the key cannot tell whether a file that he
  /// has is the one that was read.
  ///
  /// - Parameters:
  ///   - key: 32 random bytes
  /// - Throws: `files.missing`, `files.unreadable`, `files.not-a-file`
  /// - Source: RFC 2104, computed by OpenSSL's libcrypto
  public init(ofFile path: String, key: [UInt8]) throws(Problem) {
    self = try MappedFile(path).withBytes { ContentHash(of: $0, key: key) }
  }

  /// HMAC-SHA-256 of bytes in memory.
  public init(of bytes: UnsafeRawBufferPointer, key: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 32
    HMAC(
      EVP_sha256(), key, Int32(key.count), bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
      bytes.count, &digest, &length)
    self.init(digest: digest)
  }

  /// Version of OpenSSL: `3.0.17`.
  public static var libraryVersion: String {
    let words = String(cString: OpenSSL_version(OPENSSL_VERSION)).split(separator: " ")
    return words.count > 1 ? String(words[1]) : ""
  }

  /// - Returns: `nil` unless the text is 64 lower-case hexadecimal digits
  public init?(hexadecimal text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 64, digits.allSatisfy(Self.isDigit) else { return nil }
    self.init(
      digest: stride(from: 0, to: 64, by: 2).map {
        Self.value(digits[$0]) << 4 | Self.value(digits[$0 + 1])
      })
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte &- 0x61 < 6 }

  private static func value(_ byte: UInt8) -> UInt8 { byte < 0x3A ? byte - 0x30 : byte - 0x57 }
}
