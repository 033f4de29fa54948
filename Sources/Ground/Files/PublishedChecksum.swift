internal import CCrypto
public import Diagnostics

/// The MD5 that a producer publishes beside its files: tells a damaged download, proves nothing more.
///
/// - Source: RFC 1321, computed by OpenSSL's libcrypto
public struct PublishedChecksum: Sendable, Hashable {
  /// 32 lower-case hexadecimal digits.
  public let hexadecimal: String

  /// The first word of a `.md5` file.
  ///
  /// - Returns: `nil` unless it is 32 hexadecimal digits
  public init?(published text: String) {
    let word = text.split { " \t\r\n*".contains($0) }.first.map { $0.lowercased() } ?? ""
    let isHexadecimal = word.utf8.allSatisfy { byte in
      byte &- 0x30 < 10 || (0x61...0x66).contains(byte)
    }
    guard word.utf8.count == 32, isHexadecimal else { return nil }
    hexadecimal = word
  }

  /// Of a whole file.
  public init(ofFile path: String) throws(Problem) {
    let digest = try MappedFile(path).withBytes { bytes in
      var digest = [UInt8](repeating: 0, count: 16)
      var length: UInt32 = 16
      EVP_Digest(bytes.baseAddress, bytes.count, &digest, &length, EVP_md5(), nil)
      return digest
    }
    let digits = Array("0123456789abcdef")
    hexadecimal = String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
