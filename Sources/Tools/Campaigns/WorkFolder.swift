public import Diagnostics
public import Disclosure
public import Files

/// What a campaign keeps for itself between runs: `.maille/<campaign>` beside its file, readable by
/// its owner alone, never to be handed over.
///
/// - Confidential: yes; `maille purge` empties what comes from rows
public struct WorkFolder: Sendable {
  /// Its name beside campaign files.
  public static let name = ".maille"
  private static let keyLength = 32

  /// Where it is.
  public let path: String

  /// The folder of a campaign; nothing is made yet.
  public init(of campaign: Campaign) {
    path = FilePath.join(campaign.folder, "\(Self.name)/\(campaign.name)")
  }

  /// Where the campaign's key is.
  public var keyPath: String { FilePath.join(path, "key") }

  /// Where archived releases are, each under its hash.
  public var releasesPath: String { FilePath.join(path, "releases") }

  /// The campaign's own key, made by chance at its first use: hashes of confidential files need it, so
  /// that nobody else can tell whether a file that he has is the one that was read.
  ///
  /// - Throws: `campaign.damaged-key`, and what `Files` throws
  public func key() throws(Problem) -> [UInt8] {
    if !FilePath.exists(keyPath) {
      var chance = SystemRandomNumberGenerator()
      let key = (0..<Self.keyLength).map { _ in UInt8.random(in: 0...255, using: &chance) }
      try FilePath.makeFolder(path, isConfidential: true)
      try StagedFile.publish(key, to: keyPath, isConfidential: true)
      return key
    }
    let key = try MappedFile(keyPath).withBytes { Array($0) }
    guard key.count == Self.keyLength else { throw Wording.damagedKey(keyPath) }
    return key
  }

  /// Keeps a release for later stages and years, which need no row then.
  ///
  /// - Returns: the hash that it is kept under
  @discardableResult
  public func keep(_ release: Release) throws(Problem) -> ContentHash {
    let bytes = release.archived
    let hash = ContentHash(of: bytes)
    let path = FilePath.join(releasesPath, hash.hexadecimal)
    try FilePath.makeFolder(self.path, isConfidential: true)
    try FilePath.makeFolder(releasesPath, isConfidential: true)
    if !FilePath.exists(path) { try StagedFile.publish(bytes, to: path, isConfidential: true) }
    return hash
  }

  /// A release that was kept.
  ///
  /// - Throws: `campaign.release-missing`, `disclosure.archive-damaged` when it is not what it was
  public func release(_ hash: ContentHash) throws(Problem) -> Release {
    let path = FilePath.join(releasesPath, hash.hexadecimal)
    guard FilePath.exists(path) else { throw Wording.releaseMissing(path) }
    let bytes = try MappedFile(path).withBytes { Array($0) }
    guard ContentHash(of: bytes) == hash else { throw Wording.releaseChanged(path) }
    return try Release(archived: bytes, from: path)
  }
}
