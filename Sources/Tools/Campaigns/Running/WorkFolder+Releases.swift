internal import Diagnostics
internal import Disclosure
internal import Files
internal import Keeping

extension WorkFolder {
  /// Keeps a release for later stages and years, which need no row then.
  ///
  /// - Returns: the hash that it is kept under
  /// - Throws: `files.cannot-write`, `files.disk-full`
  @discardableResult
  func keep(_ release: Release) throws(Problem) -> ContentHash {
    let bytes = release.archived
    let hash = ContentHash(of: bytes)
    let path = path(of: hash.hexadecimal, in: .releases)
    try prepare(.releases)
    if !FilePath.exists(path) { try StagedFile.publish(bytes, to: path, isConfidential: true) }
    return hash
  }

  /// A release that was kept.
  ///
  /// - Throws: `campaign.release-missing`, `disclosure.archive-damaged` when it is not what it was
  func release(_ hash: ContentHash) throws(Problem) -> Release {
    let path = path(of: hash.hexadecimal, in: .releases)
    guard FilePath.exists(path) else { throw Wording.releaseMissing(path) }
    let bytes = try MappedFile(path).withBytes { Array($0) }
    guard ContentHash(of: bytes) == hash else { throw Wording.releaseChanged(path) }
    return try Release(archived: bytes, from: path)
  }
}
