public import Diagnostics
internal import Glibc

extension FilePath {
  /// What a symbolic link says, as it is written in it; `nil` when there is no link.
  public static func target(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    if count < 0 { return nil }
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Makes a symbolic link, or turns one that is there, in one step: whoever follows it finds the
  /// old target or the new one.
  ///
  /// - Parameters:
  ///   - target: relative to the folder of the link
  /// - Throws: `files.cannot-write`, `files.disk-full`
  public static func link(_ path: String, to target: String) throws(Problem) {
    let hidden = hiddenSibling(of: path)
    unlink(hidden)
    guard symlink(target, hidden) == 0 else { throw Wording.cannotWrite(path, errno) }
    guard rename(hidden, path) == 0 else {
      let error = errno
      unlink(hidden)
      throw Wording.cannotWrite(path, error)
    }
    _ = settle(folder(of: path))
  }

  /// Removes a file, a link, or a folder with everything in it; links are not followed. What cannot
  /// be removed stays.
  public static func removeTree(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    for name in (try? names(in: path)) ?? [] { removeTree(join(path, name)) }
    rmdir(path)
  }

  /// Brings the names of a folder to the disk.
  ///
  /// - Returns: whether the disk said so
  static func settle(_ folder: String) -> Bool {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0 || errno == EINVAL
  }
}
