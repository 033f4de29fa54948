internal import Diagnostics
internal import Files
internal import Glibc

/// A download as far as it has come: its bytes, and what lets the next run continue them.
///
/// It lies in the library under a name made from its address, so that the same command finds it again.
final class PartialFile {
  /// Where its bytes are.
  let path: String
  private let notePath: String
  private let descriptor: Int32
  /// `ETag` or `Last-Modified` of the bytes; `nil` when the server gives neither, and nothing can be
  /// continued.
  private(set) var validator: String?
  /// The day that the server states of the content, `2026-07-15`.
  private(set) var day: String?

  /// - Parameters:
  ///   - name: of the file that will be placed
  /// - Throws: `files.cannot-write`, `fetching.busy`
  init(for address: String, name: String, in library: String) throws(Problem) {
    let key = ContentHash(of: Array(address.utf8)).hexadecimal.prefix(16)
    let folder = FilePath.join(library, ".telechargements/\(key)")
    try FilePath.makeFolder(folder)
    path = FilePath.join(folder, name)
    notePath = FilePath.join(folder, ".suite")
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw Wording.cannotWrite(path, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw Wording.busy(path) }
    readNote()
  }

  deinit { close(descriptor) }

  /// How many bytes there are.
  var count: Int { max(0, Int(lseek(descriptor, 0, SEEK_END))) }

  /// The first bytes.
  var start: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return Array(bytes.prefix(max(0, count)))
  }

  /// Leaves out what has come: another content follows, known by this validator.
  func restart(validator: String?, day: String?) throws(Problem) {
    guard ftruncate(descriptor, 0) == 0 else { throw Wording.cannotWrite(path, errno) }
    self.validator = validator
    self.day = day
    // without a validator no note: the next run begins again
    unlink(notePath)
    guard let validator else { return }
    try StagedFile.publish(Array("\(validator)\n\(day ?? "")\n".utf8), to: notePath)
  }

  /// Adds bytes at the end.
  func append(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
    lseek(descriptor, 0, SEEK_END)
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      let written = write(descriptor, start, rest.count)
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw Wording.cannotWrite(path, errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
  }

  /// Takes away the bytes and what was noted of them.
  func remove() {
    unlink(path)
    unlink(notePath)
    rmdir(FilePath.folder(of: path))
    rmdir(FilePath.folder(of: FilePath.folder(of: path)))
  }

  private func readNote() {
    guard count > 0, let note = try? MappedFile(notePath) else { return }
    let text = withExtendedLifetime(note) { String(decoding: note.bytes, as: UTF8.self) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first, !first.isEmpty else { return }
    validator = first
    day = lines.count > 1 && !lines[1].isEmpty ? lines[1] : nil
  }
}
