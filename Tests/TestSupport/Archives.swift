import CArchive

/// A .zip in memory, written by libarchive.
///
/// - Parameters:
///   - password: encrypts every member
public func zipped(
  _ members: [(name: String, bytes: [UInt8])], password: String? = nil
) -> [UInt8] {
  archived(members) { handle in
    archive_write_set_format_zip(handle)
    guard let password else { return }
    archive_write_set_options(handle, "zip:encryption=zipcrypt")
    archive_write_set_passphrase(handle, password)
  }
}

/// A .7z in memory, as IGN delivers.
public func sevenZip(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  archived(members) { archive_write_set_format_7zip($0) }
}

/// A .gz in memory.
public func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  archived([("", bytes)]) { handle in
    archive_write_add_filter_gzip(handle)
    // the day of writing would be in it
    archive_write_set_filter_option(handle, "gzip", "timestamp", nil)
    archive_write_set_format_raw(handle)
  }
}

private func archived(
  _ members: [(name: String, bytes: [UInt8])], format: (OpaquePointer?) -> Void
) -> [UInt8] {
  let size = members.reduce(1 << 16) { $0 + $1.bytes.count + 4096 }
  var buffer = [UInt8](repeating: 0, count: size)
  var used = 0
  let handle = archive_write_new()
  defer { archive_write_free(handle) }
  format(handle)
  buffer.withUnsafeMutableBytes { memory in
    archive_write_open_memory(handle, memory.baseAddress, memory.count, &used)
    for (name, bytes) in members { add(name, bytes, to: handle) }
    archive_write_close(handle)
  }
  return Array(buffer.prefix(used))
}

private func add(_ name: String, _ bytes: [UInt8], to handle: OpaquePointer?) {
  let entry = archive_entry_new()
  defer { archive_entry_free(entry) }
  archive_entry_set_pathname(entry, name)
  archive_entry_set_size(entry, Int64(bytes.count))
  archive_entry_set_filetype(entry, 0o100000)
  archive_entry_set_perm(entry, 0o644)
  archive_write_header(handle, entry)
  _ = bytes.withUnsafeBytes { archive_write_data(handle, $0.baseAddress, $0.count) }
}
