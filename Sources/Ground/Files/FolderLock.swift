public import Diagnostics
internal import Glibc

/// `F_OFD_GETLK` and `F_OFD_SETLK`, which the C library hides behind `_GNU_SOURCE`: locks that belong
/// to an open file, so that asking for one takes none.
///
/// - Source: fcntl(2), « Open file description locks »
private let askForOwnLock: Int32 = 36
private let setOwnLock: Int32 = 37

/// The right to write in a folder, held by one process at a time.
///
/// The system forgets it with the process, however that ends: a lock file left behind is none. While
/// it is held, the file says who holds it.
///
/// Not `Sendable`: it lives with the work that it protects.
public final class FolderLock {
  /// Name of the lock file in the folder.
  public static let name = ".verrou"

  private let path: String
  private let descriptor: Int32
  private let madeFolder: String?

  /// Takes the lock, and makes the folder where it is missing.
  ///
  /// - Throws: `files.locked` with the process that holds it; `files.cannot-write`
  public init(_ folder: String) throws(Problem) {
    let isNew = !FilePath.exists(folder)
    try FilePath.makeFolder(folder)
    path = FilePath.join(folder, Self.name)
    descriptor = try Self.lock(path)
    madeFolder = isNew ? folder : nil
    Interruption.removeOnExit(path)
    ftruncate(descriptor, 0)
    let text = Array("\(getpid())\n".utf8)
    guard text.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == text.count else {
      let failure = Wording.cannotWrite(path, errno)
      unlink(path)
      close(descriptor)
      throw failure
    }
  }

  /// Gives it back; a folder that was made for it and stayed empty goes with it.
  deinit {
    unlink(path)
    Interruption.keepOnExit(path)
    close(descriptor)
    if let madeFolder { rmdir(madeFolder) }
  }

  /// The process that holds a folder's lock now; `nil` when nobody does, or a name cannot be read.
  ///
  /// Asks without taking the lock.
  public static func holder(of folder: String) -> Int? {
    let descriptor = open(FilePath.join(folder, name), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var claim = Self.claim
    guard fcntl(descriptor, askForOwnLock, &claim) == 0, claim.l_type != Int16(F_UNLCK) else {
      return nil
    }
    return process(in: descriptor)
  }

  /// All of the file, for writing.
  private static var claim: flock {
    var claim = flock()
    claim.l_type = Int16(F_WRLCK)
    claim.l_whence = Int16(SEEK_SET)
    return claim
  }

  /// Opens and locks the file, again where its holder removed it in between.
  private static func lock(_ path: String) throws(Problem) -> Int32 {
    while true {
      let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw Wording.cannotWrite(path, errno) }
      var claim = Self.claim
      guard fcntl(descriptor, setOwnLock, &claim) == 0 else {
        defer { close(descriptor) }
        throw Wording.locked(path, by: process(in: descriptor))
      }
      var own = stat()
      var named = stat()
      if fstat(descriptor, &own) == 0, stat(path, &named) == 0, own.st_ino == named.st_ino {
        return descriptor
      }
      close(descriptor)
    }
  }

  private static func process(in descriptor: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return Int(String(decoding: bytes.prefix(max(0, count)).filter { $0 > 0x20 }, as: UTF8.self))
  }
}
