internal import CArchive
package import Diagnostics
package import Files
internal import Glibc

/// A .zip or .7z file, read into memory only: no name of a member ever becomes a path on the disk.
package struct ArchiveFile {
  /// The most bytes that one reading may extract.
  static let mostBytes = 2 << 30
  /// From this size on, the extracted bytes may be at most `mostGrowth` times the archive's.
  static let smallBytes = 64 << 20
  static let mostGrowth = 200
  /// The most members an archive may have.
  static let mostMembers = 20_000

  let path: String
  private let file: MappedFile

  /// The archive in the bytes of a file.
  package init(_ file: MappedFile) {
    self.file = file
    path = file.path
  }

  /// Whether the bytes begin as a .zip or a .7z does.
  package static func isArchive(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
      || bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])
  }

  /// The names of the ordinary files in it, in its order, without what macOS adds.
  ///
  /// - Throws: `layers.damaged-archive`, `layers.excessive-archive`
  package func names() throws(Problem) -> [String] {
    var names: [String] = []
    try forEachMember { _, name throws(Problem) in
      names.append(name)
    }
    return names.filter { !$0.hasPrefix("__MACOSX/") && !FilePath.name(of: $0).hasPrefix("._") }
  }

  /// The bytes of some members; of two with the same name the first.
  ///
  /// - Throws: `layers.damaged-archive`, `layers.excessive-archive`
  package func extracted(_ wanted: Set<String>) throws(Problem) -> [String: [UInt8]] {
    var members: [String: [UInt8]] = [:]
    var room = min(Self.mostBytes, max(Self.smallBytes, file.bytes.count * Self.mostGrowth))
    try forEachMember { handle, name throws(Problem) in
      guard wanted.contains(name), members[name] == nil else { return }
      let bytes = try content(handle, name: name, room: room)
      room -= bytes.count
      members[name] = bytes
    }
    return members
  }

  /// The only candidate; else a problem that lists what there is.
  ///
  /// - Throws: `layers.nothing-in-archive`, `layers.several-in-archive`
  package func only(_ candidates: [String]) throws(Problem) -> String {
    guard let first = candidates.first else { throw Wording.nothingInArchive(path) }
    guard candidates.count == 1 else { throw Wording.severalInArchive(path, candidates) }
    return first
  }
}

extension ArchiveFile {
  private func forEachMember(
    _ body: (OpaquePointer, String) throws(Problem) -> Void
  ) throws(Problem) {
    let handle = try open()
    defer { archive_read_free(handle) }
    var entry: OpaquePointer?
    var count = 0
    while true {
      let status = archive_read_next_header(handle, &entry)
      if status == ARCHIVE_EOF { return }
      guard status >= ARCHIVE_WARN, let entry else { throw Wording.damagedArchive(path) }
      count += 1
      guard count <= Self.mostMembers else { throw Wording.excessiveArchive(path) }
      guard archive_entry_filetype(entry) == 0o100000 else { continue }
      try body(handle, name(of: entry))
    }
  }

  private func open() throws(Problem) -> OpaquePointer {
    let isCut = try file.withBytes { $0.starts(with: [0x50, 0x4B]) && !ZipEnd.isPresent(in: $0) }
    if isCut { throw Wording.damagedArchive(path) }
    guard let handle = archive_read_new() else { throw Wording.damagedArchive(path) }
    archive_read_support_format_zip(handle)
    archive_read_support_format_7zip(handle)
    let status = archive_read_open_memory(handle, file.bytes.baseAddress, file.bytes.count)
    guard status == ARCHIVE_OK else {
      archive_read_free(handle)
      throw Wording.damagedArchive(path)
    }
    return handle
  }

  /// In the plain C locale libarchive gives no name for UTF-8 ones, hence the second question.
  private func name(of entry: OpaquePointer) -> String {
    guard let raw = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else {
      return ""
    }
    let bytes = UnsafeBufferPointer(start: raw, count: strlen(raw))
    return TextEncoding.utf8OrWindows1252(UnsafeRawBufferPointer(bytes)).0
  }

  private func content(
    _ handle: OpaquePointer, name: String, room: Int
  ) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = archive_read_data(handle, &chunk, chunk.count)
      if count == 0 { return bytes }
      guard count > 0 else { throw Wording.damagedMember(path, name) }
      guard bytes.count + count <= room else { throw Wording.excessiveArchive(path) }
      bytes += chunk.prefix(count)
    }
  }
}
