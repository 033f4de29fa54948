public import Diagnostics
public import Files

/// A file of a release, as somebody outside would hold it.
///
/// Its name and the place where its bytes are now may differ: a staged file has no name yet.
public struct PublicFile: Sendable, Hashable {
  /// The name that it has, or will have.
  public let name: String
  /// Where its bytes can be read.
  public let path: String

  /// A file by its name and place.
  public init(name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// A file that waits for its name.
  public init(_ staged: StagedFile) {
    self.init(name: FilePath.name(of: staged.destination), path: staged.contentPath)
  }

  /// Every file of a folder, hidden ones and folders left out.
  ///
  /// - Throws: `files.missing`, `files.unreadable`
  public static func all(in folder: String) throws(Problem) -> [PublicFile] {
    try FilePath.names(in: folder).filter { !$0.hasPrefix(".") }
      .map { PublicFile(name: $0, path: FilePath.join(folder, $0)) }
      .filter { !FilePath.isFolder($0.path) }
  }
}
