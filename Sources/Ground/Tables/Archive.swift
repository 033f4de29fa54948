internal import CArchive
internal import Diagnostics

/// What a compressed file is, by its first bytes.
enum Compression: Equatable {
  case gzip
  case zip

  static func of(_ bytes: UnsafeRawBufferPointer) -> Compression? {
    if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
    return bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) ? .zip : nil
  }
}

/// One member of a compressed file as a stream, never written to the disk.
///
/// Not `Sendable`: owns a libarchive handle.
final class ArchiveStream: ByteStream {
  private let path: String
  private let handle: OpaquePointer
  private let member: String?
  private let compressedSize: Int
  private var delivered = 0

  /// Beyond this ratio and size a member is a trap, no table: deflate itself stops near 1,032.
  private static let suspiciousRatio = 200
  private static let suspiciousSize = 1 << 30

  /// - Parameters:
  ///   - member: name in a .zip; `nil` for a .gz
  /// - Throws: `tables.damaged-archive`, `tables.missing-member`, `tables.encrypted-archive`
  init(
    _ path: String, _ compression: Compression, member: String?, compressedSize: Int
  ) throws(Problem) {
    guard let handle = Self.open(path, compression) else { throw Wording.damagedArchive(path, nil) }
    self.handle = handle
    self.path = path
    self.member = member
    self.compressedSize = compressedSize
    while let entry = try Self.nextEntry(handle, path) {
      guard let member else { return }
      guard Self.name(of: entry) == member else { continue }
      if archive_entry_is_encrypted(entry) != 0 { throw Wording.encrypted(path, member) }
      return
    }
    throw member.map { Wording.missingMember(path, $0, among: []) }
      ?? Wording.damagedArchive(path, nil)
  }

  deinit { archive_read_free(handle) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
    let count = archive_read_data(handle, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw Wording.damagedArchive(path, member) }
    delivered += count
    if delivered > Self.suspiciousSize && delivered / Self.suspiciousRatio > compressedSize {
      throw Wording.archiveBomb(path, member)
    }
    return count
  }

  /// The names of the files in a .zip, in its order.
  static func members(of path: String) throws(Problem) -> [String] {
    guard let handle = open(path, .zip) else { throw Wording.damagedArchive(path, nil) }
    defer { archive_read_free(handle) }
    var names: [String] = []
    while let entry = try nextEntry(handle, path) {
      let isFile = archive_entry_filetype(entry) & 0o170000 == 0o100000
      if isFile, let name = name(of: entry) { names.append(name) }
    }
    return names
  }

  private static func open(_ path: String, _ compression: Compression) -> OpaquePointer? {
    guard let handle = archive_read_new() else { return nil }
    switch compression {
    case .gzip:
      archive_read_support_filter_gzip(handle)
      archive_read_support_format_raw(handle)
    case .zip: archive_read_support_format_zip(handle)
    }
    if archive_read_open_filename(handle, path, 1 << 17) == ARCHIVE_OK { return handle }
    archive_read_free(handle)
    return nil
  }

  private static func nextEntry(
    _ handle: OpaquePointer, _ path: String
  ) throws(Problem) -> OpaquePointer? {
    var entry: OpaquePointer?
    switch archive_read_next_header(handle, &entry) {
    case ARCHIVE_OK, ARCHIVE_WARN: return entry
    case ARCHIVE_EOF: return nil
    default: throw Wording.damagedArchive(path, nil)
    }
  }

  private static func name(of entry: OpaquePointer) -> String? {
    guard let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
      return nil
    }
    return String(cString: name)
  }
}
