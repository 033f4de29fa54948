public import Diagnostics

/// Bytes that a program keeps for itself, believed only when they are whole and of its own format.
///
/// One line of text says what the file is, then come the SHA-256 of the rest and the rest. The sum
/// tells damage; it is no signature.
public enum SealedFile {
  /// What the bytes are.
  public struct Format: Sendable, Hashable {
    /// Of letters.
    public let name: String
    /// Of the bytes' layout.
    public let version: Int

    /// A format from its name and version.
    public init(name: String, version: Int) {
      self.name = name
      self.version = version
    }

    fileprivate var head: [UInt8] { Array("maille \(name) \(version)\n".utf8) }
  }

  /// Writes a file whole, readable by its owner alone.
  ///
  /// - Throws: `files.cannot-write`, `files.disk-full`
  public static func write(
    _ bytes: [UInt8], as format: Format, to path: String
  ) throws(Problem) {
    let file = try StagedFile(for: path, isConfidential: true)
    try file.write(format.head + ContentHash(of: bytes).digest)
    try file.write(bytes)
    try StagedFile.publish([file])
  }

  /// - Returns: `nil` when the file is absent, damaged, cut or of another format
  public static func read(_ path: String, as format: Format) -> [UInt8]? {
    guard let file = try? MappedFile(path) else { return nil }
    let head = format.head
    let start = head.count + 32
    let bytes = try? file.withBytes { bytes -> [UInt8]? in
      guard bytes.count >= start, bytes.starts(with: head) else { return nil }
      let content = UnsafeRawBufferPointer(rebasing: bytes[start...])
      let sum = ContentHash(of: content).digest
      return bytes[head.count..<start].elementsEqual(sum) ? Array(content) : nil
    }
    return bytes ?? nil
  }
}
