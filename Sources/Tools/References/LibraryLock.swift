internal import Diagnostics
internal import Files
internal import Glibc

/// One process at a time changes a library; the lock goes with the process, however it ends.
final class LibraryLock {
  private let descriptor: Int32

  /// - Throws: `references.busy`, `files.cannot-write`
  init(_ folder: String) throws(Problem) {
    let path = FilePath.join(folder, ".verrou")
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Wording.cannotLock(folder) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw Wording.busy(folder) }
  }

  deinit {
    // a process started meanwhile may hold the descriptor a moment longer, but no lock
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
