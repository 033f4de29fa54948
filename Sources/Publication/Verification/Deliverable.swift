public import Diagnostics
public import Files

/// The files of one folder, under the names that they have or will have.
public struct Deliverable: Sendable {
  /// One file: its name in the folder, and where it can be read now.
  public struct File: Sendable {
    /// Relative to the folder: `campagne.csv`, `atlas/index.html`.
    public let name: String
    /// A path that can be opened.
    public let path: String

    /// In lower case, without the dot.
    var suffix: String { FilePath.suffix(of: name) }
    /// What a problem places itself on.
    var place: Place { Place(file: name) }
  }

  /// In the byte order of their names.
  public let files: [File]

  /// A folder as it is, and the folders in it; or one file alone.
  ///
  /// - Throws: `files.missing`, `files.unreadable`
  public init(at path: String) throws(Problem) {
    if FilePath.isFolder(path) {
      files = try Self.files(in: path, prefix: "")
    } else {
      _ = try MappedFile(path)
      files = [File(name: FilePath.name(of: path), path: path)]
    }
  }

  /// What has been written but has no name yet.
  ///
  /// - Parameters:
  ///   - folder: in which they will be published
  public init(staged: [StagedFile], in folder: String) {
    let start = folder.utf8.count + 1
    let all = staged.map { file in
      let isInside = file.destination.hasPrefix(folder + "/")
      let name = isInside ? String(file.destination.dropFirst(start)) : file.destination
      return File(name: name, path: file.contentPath)
    }
    files = all.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func files(in folder: String, prefix: String) throws(Problem) -> [File] {
    var files: [File] = []
    for name in try FilePath.names(in: folder) where !name.hasPrefix(".") {
      let path = FilePath.join(folder, name)
      if FilePath.isFolder(path) {
        files += try Self.files(in: path, prefix: prefix + name + "/")
      } else {
        files.append(File(name: prefix + name, path: path))
      }
    }
    return files
  }
}
