internal import Files

/// What only the holder of a campaign has, and seals the lines of its journal with: whoever writes
/// the whole journal anew cannot make the seals again.
///
/// - Confidential: yes
/// - Source: RFC 2104, HMAC
public struct SealKey: Sendable, Hashable, CustomStringConvertible {
  private let bytes: [UInt8]

  /// A key from its bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nothing of it.
  public var description: String { "‹confidential›" }

  /// The seal of a line, which its hash stands for.
  func seal(of hash: String) -> String {
    Array(hash.utf8).withUnsafeBytes { ContentHash(of: $0, key: bytes).hexadecimal }
  }
}
