import Glibc

/// A folder put on a disk of its own, with what it holds, that can be filled to its last byte. Needs
/// root, for a disk in memory.
public final class SmallDisk {
  private let path: String
  private let kilobytes: Int

  /// - Parameters:
  ///   - name: of a folder that is there
  /// - Returns: `nil`, and said, where a disk cannot be made
  public init?(_ folder: TemporaryFolder, _ name: String, kilobytes: Int = 4_000) {
    path = folder.path(name)
    self.kilobytes = kilobytes
    let kept = TemporaryFolder()
    _ = output(of: "cp", ["-a", path + "/.", kept.path])
    let options = ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path]
    guard output(of: "mount", options)?.status == 0 else {
      let note = "MAILLE: disque d’essai refusé (il faut être root), contrôle sauté\n"
      write(STDERR_FILENO, note, note.utf8.count)
      return nil
    }
    _ = output(of: "cp", ["-a", kept.path + "/.", path])
  }

  deinit { _ = output(of: "umount", [path]) }

  /// Leaves room for so many bytes, to the page.
  public func fill(leaving bytes: Int = 0) {
    var status = statvfs()
    statvfs(path, &status)
    let free = Int(status.f_bavail) * Int(status.f_frsize) - bytes
    let ballast = open(path + "/.lest", O_CREAT | O_WRONLY, 0o600)
    let page = [UInt8](repeating: 0, count: 4096)
    for _ in 0..<max(0, free / 4096) { write(ballast, page, page.count) }
    close(ballast)
  }

  /// Gives the room back.
  public func empty() { unlink(path + "/.lest") }
}
