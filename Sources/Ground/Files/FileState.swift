public import Diagnostics
internal import Glibc

/// What the system says of a file without opening it.
public struct FileState: Sendable, Hashable {
  /// Its size.
  public let byteCount: Int
  /// When it was written last, in seconds since 1970.
  public let written: Int
  /// Whether others than its owner may read it, or look into it.
  public let isOpenToOthers: Bool

  /// - Throws: `files.missing`, `files.unreadable`
  public init(_ path: String) throws(Problem) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Wording.cannotOpen(path, errno) }
    byteCount = Int(status.st_size)
    written = Int(status.st_mtim.tv_sec)
    isOpenToOthers = status.st_mode & 0o077 != 0
  }

  /// Room on the disk of a folder for a user without privileges, in bytes; `nil` when the system
  /// does not say.
  public static func freeBytes(at folder: String) -> Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }
}
