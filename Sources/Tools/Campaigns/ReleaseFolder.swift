internal import Audit
internal import Comparisons
internal import Diagnostics
internal import Files

/// A release as a user names it: the folder of its files, or the output folder whose current version it
/// is.
struct ReleaseFolder {
  let path: String

  /// The release, named after its folder; the whole path where that tells more.
  func read() throws(Problem) -> PrintedRelease {
    let current = FilePath.join(path, "current")
    let folder = FilePath.isFolder(current) ? current : path
    return try PrintedRelease(name: path, files: PublicFile.all(in: folder))
  }
}
