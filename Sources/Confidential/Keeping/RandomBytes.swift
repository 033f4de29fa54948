internal import Diagnostics
internal import Glibc

/// Bytes that nobody can guess, from the kernel.
enum RandomBytes {
  static let keyLength = 32

  /// - Throws: `keeping.no-chance` where the system has none to give
  static func key() throws(Problem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: keyLength)
    guard getentropy(&bytes, bytes.count) == 0 else { throw Wording.noChance() }
    return bytes
  }
}
