public import Diagnostics
internal import Files

extension WorkFolder {
  /// The path of the campaign's key.
  public var keyPath: String { FilePath.join(path, "key") }

  /// The path of what the journal is sealed with.
  public var sealPath: String { FilePath.join(path, "seal") }

  /// The key of the campaign: made once, never shown.
  ///
  /// - Returns: 32 random bytes
  /// - Throws: `files.…`; `keeping.damaged-key`
  public func key() throws(Problem) -> [UInt8] {
    if let key = try existingKey() { return key }
    return try made(try RandomBytes.key(), at: keyPath)
  }

  /// The key, where there is one already.
  ///
  /// - Throws: `files.…`; `keeping.damaged-key`
  public func existingKey() throws(Problem) -> [UInt8]? { try bytes(at: keyPath) }

  /// What the journal is sealed with: made from the campaign's key, once, and kept when a purge
  /// deletes that key with the rows; nobody finds the key from it.
  ///
  /// - Returns: 32 bytes
  /// - Throws: `files.…`; `keeping.damaged-key`
  /// - Source: RFC 5869, one key from another by HMAC
  public func seal() throws(Problem) -> [UInt8] {
    if let seal = try existingSeal() { return seal }
    let use = Array("maille journal".utf8)
    let key = try key()
    let hash = use.withUnsafeBytes { ContentHash(of: $0, key: key) }
    return try made(hash.digest, at: sealPath)
  }

  /// The same, where it was made already.
  ///
  /// - Throws: `files.…`; `keeping.damaged-key`
  public func existingSeal() throws(Problem) -> [UInt8]? { try bytes(at: sealPath) }

  private func made(_ bytes: [UInt8], at path: String) throws(Problem) -> [UInt8] {
    try FilePath.makeFolder(self.path, isConfidential: true)
    try StagedFile.publish(bytes, to: path, isConfidential: true)
    return bytes
  }

  private func bytes(at path: String) throws(Problem) -> [UInt8]? {
    guard FilePath.exists(path) else { return nil }
    let bytes = try MappedFile(path).withBytes { Array($0) }
    guard bytes.count == RandomBytes.keyLength else { throw Wording.damagedKey(path) }
    return bytes
  }
}
