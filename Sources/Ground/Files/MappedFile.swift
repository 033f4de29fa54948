public import Diagnostics
internal import Glibc

/// The bytes of a file, mapped read-only: opened in microseconds whatever its size.
///
/// May cross threads: nothing changes after the initialiser, and the mapping goes with the last
/// reference.
public final class MappedFile: @unchecked Sendable {
  /// Path as the user gave it.
  public let path: String
  /// All bytes of the file; valid as long as this object lives, which ends with its last use:
  /// `withBytes` where nothing else keeps it.
  public let bytes: UnsafeRawBufferPointer
  private let identity: FileIdentity

  /// Maps the whole file.
  ///
  /// - Throws: `files.missing`, `files.unreadable`, `files.not-a-file`
  public init(_ path: String) throws(Problem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Wording.cannotOpen(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Wording.cannotOpen(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Wording.notAFile(path) }
    self.path = path
    identity = FileIdentity(status)
    bytes = try Self.map(descriptor, count: Int(status.st_size), path: path)
  }

  deinit {
    guard let start = bytes.baseAddress else { return }
    munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
  }

  /// Lends the bytes for the time of `body`, during which this object is sure to live.
  public func withBytes<R>(
    _ body: (UnsafeRawBufferPointer) throws(Problem) -> R
  ) throws(Problem) -> R {
    try withExtendedLifetime(self) { () throws(Problem) in try body(bytes) }
  }

  /// Fails when another program has written to the file since it was opened: what was read then is
  /// neither the old content nor the new one. A file that was replaced as a whole has not changed.
  ///
  /// - Throws: `files.changed`
  public func checkUnchanged() throws(Problem) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    if identity.isSameFile(status) && identity != FileIdentity(status) {
      throw Wording.changed(path)
    }
  }

  /// Tells the kernel that the file will be read from front to back.
  public func expectSequentialReading() {
    guard let start = bytes.baseAddress else { return }
    madvise(UnsafeMutableRawPointer(mutating: start), bytes.count, MADV_SEQUENTIAL)
  }

  /// Gives back the memory of some bytes, which the next reading fetches again from the file.
  ///
  /// For readers that go through a file larger than the memory; never needed for correctness.
  public func release(_ range: Range<Int>) {
    guard let start = bytes.baseAddress else { return }
    let page = Int(getpagesize())
    let first = (range.lowerBound + page - 1) / page * page
    let count = range.upperBound / page * page - first
    if count > 0 { madvise(UnsafeMutableRawPointer(mutating: start + first), count, MADV_DONTNEED) }
  }

  private static func map(
    _ descriptor: Int32, count: Int, path: String
  ) throws(Problem) -> UnsafeRawBufferPointer {
    if count == 0 { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let start, start != MAP_FAILED else { throw Wording.cannotOpen(path, errno) }
    return UnsafeRawBufferPointer(start: start, count: count)
  }
}

/// Which file it is, and the state of its content.
private struct FileIdentity: Equatable {
  private let device: UInt
  private let number: UInt
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  init(_ status: stat) {
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  func isSameFile(_ status: stat) -> Bool {
    device == UInt(status.st_dev) && number == UInt(status.st_ino)
  }
}
