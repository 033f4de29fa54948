public import Diagnostics
internal import Glibc

/// A folder that is filled under a hidden name and appears whole, in one step, under its own.
///
/// A process that is killed leaves a hidden folder at most; `removeLeftovers` clears it later.
/// Signals and `deinit` remove it at once.
///
/// Not `Sendable`: one writer at a time.
public final class StagedFolder {
  private static let mark = ".partial-"

  /// Where to put files meanwhile.
  public let path: String
  private var isPublished = false

  /// Makes the hidden folder inside one that exists, on the same disk as its name to be.
  ///
  /// - Throws: `files.cannot-write`, `files.disk-full`
  public init(in parent: String) throws(Problem) {
    var template = Array(FilePath.join(parent, Self.mark + "XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw Wording.cannotWrite(parent, errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    Interruption.removeOnExit(path)
  }

  deinit {
    if isPublished { return }
    FilePath.removeTree(path)
    Interruption.keepOnExit(path)
  }

  /// Gives the folder its name, which nothing has yet, and brings that to the disk.
  ///
  /// - Throws: `files.cannot-write`, `files.disk-full`
  public func publish(as destination: String) throws(Problem) {
    guard chmod(path, 0o755) == 0, FilePath.settle(path) else {
      throw Wording.cannotWrite(destination, errno)
    }
    try Interruption.postponed { () throws(Problem) in
      guard rename(path, destination) == 0 else { throw Wording.cannotWrite(destination, errno) }
      isPublished = true
      Interruption.keepOnExit(path)
    }
    _ = FilePath.settle(FilePath.folder(of: destination))
  }

  /// Removes a folder that has a name: it loses the name first, so that a process killed on the way
  /// leaves no part of it under that name.
  public static func remove(_ path: String) {
    let hidden = FilePath.join(FilePath.folder(of: path), mark + "old-" + FilePath.name(of: path))
    FilePath.removeTree(hidden)
    FilePath.removeTree(rename(path, hidden) == 0 ? hidden : path)
  }

  /// Removes what killed processes left in a folder. To be called by whoever holds its lock.
  public static func removeLeftovers(in parent: String) {
    let names = (try? FilePath.names(in: parent)) ?? []
    for name in names where name.hasPrefix(mark) {
      FilePath.removeTree(FilePath.join(parent, name))
    }
  }
}
