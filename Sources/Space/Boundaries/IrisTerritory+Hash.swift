public import Files
internal import Locating
internal import Territory

extension IrisTerritory {
  /// The hash of all that decides which IRIS owns a position.
  public var contentHash: ContentHash {
    ContentHash(combining: [index.contentHash, ContentHash(of: Array(system.name.utf8))])
  }
}
