public import Diagnostics
internal import Files

/// The deletion of confidential files: what is gone, and what stayed against the wish.
///
/// The names go from the disk; what the disk itself, its snapshots or backups still hold is beyond
/// the reach of a program, and the certificate says so.
public struct Erasure: Sendable {
  /// Files that are no more.
  public private(set) var erased: [ConfidentialFile] = []
  /// Files that could not be deleted, each with a problem.
  public private(set) var remaining: [ConfidentialFile] = []
  /// Why they stay.
  public private(set) var problems = ProblemLog()

  /// The deletion of files as it will be if nothing goes wrong.
  public init(expecting files: [ConfidentialFile]) { erased = files }

  /// Deletes the files, then the folders of the campaign that are empty.
  ///
  /// - Parameters:
  ///   - gone: what an earlier deletion, cut short, had deleted
  public init(
    of files: [ConfidentialFile], in folder: WorkFolder, after gone: [ConfidentialFile] = []
  ) {
    erased = gone
    for file in files {
      do throws(Problem) {
        try FilePath.remove(file.path)
        erased.append(file)
      } catch {
        remaining.append(file)
        problems.record(error)
      }
    }
    for part in WorkFolder.Part.allCases { FilePath.removeIfEmpty(folder.folder(of: part)) }
    FilePath.removeIfEmpty(folder.path)
    FilePath.removeIfEmpty(FilePath.folder(of: folder.path))
  }
}
