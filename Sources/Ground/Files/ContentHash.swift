internal import CCrypto
public import Diagnostics

/// SHA-256 of some bytes: what names a source, checks a cache and fills `SHA256SUMS`.
///
/// - Source: FIPS 180-4, computed by OpenSSL's libcrypto
public struct ContentHash: Sendable, Hashable, Comparable {
  /// The 32 bytes of the digest.
  public let digest: [UInt8]

  init(digest: [UInt8]) { self.digest = digest }

  /// The hash of bytes in memory.
  public init(of bytes: UnsafeRawBufferPointer) {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 32
    EVP_Digest(bytes.baseAddress, bytes.count, &digest, &length, EVP_sha256(), nil)
    self.digest = digest
  }

  /// The hash of bytes in memory.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { ContentHash(of: $0) }
  }

  /// The hash of a whole file.
  public init(ofFile path: String) throws(Problem) {
    let file = try MappedFile(path)
    self = withExtendedLifetime(file) { ContentHash(of: file.bytes) }
  }

  /// One hash for several things in a given order.
  public init(combining hashes: [ContentHash]) {
    self.init(of: hashes.flatMap(\.digest))
  }

  /// 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// In the order of the digests' bytes.
  public static func < (left: ContentHash, right: ContentHash) -> Bool {
    left.digest.lexicographicallyPrecedes(right.digest)
  }
}
