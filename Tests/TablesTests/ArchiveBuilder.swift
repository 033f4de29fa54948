import CArchive

/// Compressed files in memory, made by libarchive.
enum ArchiveBuilder {
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    build(capacity: bytes.count + 4096) { handle in
      archive_write_add_filter_gzip(handle)
      archive_write_set_format_raw(handle)
    } entries: { handle in
      add("data", bytes, to: handle)
    }
  }

  /// - Parameters:
  ///   - password: encrypts every member
  static func zip(_ members: [(name: String, bytes: [UInt8])], password: String? = nil) -> [UInt8] {
    build(capacity: members.reduce(4096) { $0 + $1.bytes.count + 4096 }) { handle in
      archive_write_set_format_zip(handle)
      guard let password else { return }
      archive_write_set_options(handle, "zip:encryption=zipcrypt")
      archive_write_set_passphrase(handle, password)
    } entries: { handle in
      for member in members { add(member.name, member.bytes, to: handle) }
    }
  }

  private static func build(
    capacity: Int, format: (OpaquePointer) -> Void, entries: (OpaquePointer) -> Void
  ) -> [UInt8] {
    guard let handle = archive_write_new() else { return [] }
    defer { archive_write_free(handle) }
    format(handle)
    var buffer = [UInt8](repeating: 0, count: capacity)
    var used = 0
    buffer.withUnsafeMutableBytes { memory in
      archive_write_open_memory(handle, memory.baseAddress, memory.count, &used)
      entries(handle)
      archive_write_close(handle)
    }
    return Array(buffer.prefix(used))
  }

  private static func add(_ name: String, _ bytes: [UInt8], to handle: OpaquePointer) {
    guard let entry = archive_entry_new() else { return }
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, name)
    archive_entry_set_size(entry, Int64(bytes.count))
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_perm(entry, 0o644)
    archive_write_header(handle, entry)
    bytes.withUnsafeBytes { _ = archive_write_data(handle, $0.baseAddress, $0.count) }
  }
}
