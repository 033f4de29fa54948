internal import Audit
internal import Comparisons
internal import Diagnostics
internal import Files
internal import Stages

/// A release as a user names it: the folder of its files, or the output folder whose current version it
/// is.
struct ReleaseFolder {
  let path: String

  /// Where its files are.
  var shown: String {
    let current = OutputFolder(path).currentPath
    return FilePath.isFolder(current) ? current : path
  }

  /// The release, named after its folder; the whole path where that tells more.
  func read() throws(Problem) -> PrintedRelease {
    try PrintedRelease(name: path, files: PublicFile.all(in: shown))
  }
}
