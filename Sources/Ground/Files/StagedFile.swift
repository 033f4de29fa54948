public import Diagnostics
internal import Glibc

/// `O_TMPFILE`, which the C library hides behind `_GNU_SOURCE`.
private let unnamedFile: Int32 = 0o20_000_000 | O_DIRECTORY

/// A file that exists for nobody until it is published, whole, under its name.
///
/// It is written to an unnamed inode in the destination's folder (`O_TMPFILE`), so that a process
/// killed at any moment leaves nothing behind; where the file system has no such thing, to a hidden
/// name beside the destination, removed by `deinit` and by `Interruption`.
///
/// Not `Sendable`: one writer at a time.
public final class StagedFile {
  /// Where the file will appear.
  public let destination: String
  let descriptor: Int32
  private var temporaryName: String?
  private let mode: mode_t

  /// Opens a place beside the destination.
  ///
  /// - Parameters:
  ///   - isConfidential: readable by the owner alone (0600) instead of by everybody (0644)
  /// - Throws: `files.cannot-write`, `files.disk-full`
  public init(for destination: String, isConfidential: Bool = false) throws(Problem) {
    self.destination = destination
    mode = isConfidential ? 0o600 : 0o644
    let unnamed = open(
      FilePath.folder(of: destination), unnamedFile | O_RDWR | O_CLOEXEC, mode)
    if unnamed >= 0 {
      descriptor = unnamed
      return
    }
    guard errno == EOPNOTSUPP || errno == EISDIR || errno == ENOENT else {
      throw Wording.cannotWrite(destination, errno)
    }
    let name = FilePath.hiddenSibling(of: destination)
    descriptor = open(name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Wording.cannotWrite(destination, errno) }
    temporaryName = name
    Interruption.removeOnExit(name)
  }

  deinit {
    close(descriptor)
    guard let temporaryName else { return }
    unlink(temporaryName)
    Interruption.keepOnExit(temporaryName)
  }

  /// Appends bytes.
  ///
  /// - Throws: `files.disk-full`, `files.cannot-write`
  public func write(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      let written = Glibc.write(descriptor, start, rest.count)
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw Wording.cannotWrite(destination, errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
  }

  /// Appends bytes.
  public func write(_ bytes: [UInt8]) throws(Problem) {
    let failure: Problem? = bytes.withUnsafeBytes { buffer in
      do throws(Problem) { try write(buffer) } catch { return error }
      return nil
    }
    if let failure { throw failure }
  }

  /// Appends text as UTF-8.
  public func write(_ text: String) throws(Problem) { try write(Array(text.utf8)) }

  /// Where this process can read what has been written so far; valid as long as the file is staged.
  public var contentPath: String { "/proc/self/fd/\(descriptor)" }

  /// The hash of what has been written so far.
  public func contentHash() throws(Problem) -> ContentHash {
    try ContentHash(ofFile: contentPath)
  }

  /// Brings the data to the disk and gives the file a hidden name beside its destination.
  fileprivate func name() throws(Problem) -> String {
    guard fsync(descriptor) == 0 else { throw Wording.cannotWrite(destination, errno) }
    if let temporaryName { return temporaryName }
    let name = FilePath.hiddenSibling(of: destination)
    let source = "/proc/self/fd/\(descriptor)"
    guard linkat(AT_FDCWD, source, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 else {
      throw Wording.cannotWrite(destination, errno)
    }
    temporaryName = name
    Interruption.removeOnExit(name)
    return name
  }

  /// Gives the file its name in one step.
  fileprivate func rename(_ name: String) throws(Problem) {
    guard Glibc.rename(name, destination) == 0 else {
      throw Wording.cannotWrite(destination, errno)
    }
    Interruption.keepOnExit(name)
    temporaryName = nil
  }
}

extension StagedFile {
  /// Makes all files appear under their names, in order, replacing older ones.
  ///
  /// Everything that can fail for want of room happens before the first name changes. Signals wait
  /// until the last one has.
  ///
  /// - Throws: `files.cannot-write`, `files.disk-full`
  public static func publish(_ files: [StagedFile]) throws(Problem) {
    var names: [String] = []
    for file in files { names.append(try file.name()) }
    try Interruption.postponed { () throws(Problem) in
      for (file, name) in zip(files, names) { try file.rename(name) }
    }
  }

  /// Writes one whole file.
  public static func publish(
    _ bytes: [UInt8], to destination: String, isConfidential: Bool = false
  ) throws(Problem) {
    let file = try StagedFile(for: destination, isConfidential: isConfidential)
    try file.write(bytes)
    try publish([file])
  }
}
