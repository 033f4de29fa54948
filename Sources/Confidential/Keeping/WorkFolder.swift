public import Diagnostics
internal import Files

/// What a campaign keeps between runs, for its owner alone: `.maille/<campaign>` beside the campaign
/// file, 0700.
///
/// Everything in it that comes from rows can be made again from the partners' files, and goes with
/// them: see `Erasure`.
///
/// - Confidential: small counts, and the key that hides which files were read
public struct WorkFolder: Sendable {
  /// Where it is, or would be.
  public let path: String

  /// What is in it.
  public enum Part: String, Sendable, CaseIterable {
    /// Counts of whole sources.
    case tallies
    /// Counts of sources that were being read.
    case checkpoints
    /// Releases: public figures.
    case releases
  }

  /// The folder of a campaign; nothing is made.
  ///
  /// - Parameters:
  ///   - file: of the campaign
  ///   - campaign: its identifier
  public init(beside file: String, campaign: String) {
    let hidden = FilePath.join(FilePath.folder(of: file), ".maille")
    path = FilePath.join(hidden, campaign)
  }

  /// The path of a name in a part.
  public func path(of name: String, in part: Part) -> String {
    FilePath.join(folder(of: part), name)
  }

  /// The folder of a part.
  public func folder(of part: Part) -> String { FilePath.join(path, part.rawValue) }

  /// Makes the folder of a part where it is missing; nobody else may look into it.
  ///
  /// - Throws: `files.cannot-write`
  public func prepare(_ part: Part) throws(Problem) {
    try FilePath.makeFolder(folder(of: part), isConfidential: true)
  }
}
