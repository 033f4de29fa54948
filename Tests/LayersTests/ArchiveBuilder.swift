import CArchive

/// A .zip in memory, written by libarchive.
func zipped(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  var buffer = [UInt8](repeating: 0, count: 1 << 16 + members.reduce(0) { $0 + $1.bytes.count })
  var used = 0
  let handle = archive_write_new()
  archive_write_set_format_zip(handle)
  archive_write_open_memory(handle, &buffer, buffer.count, &used)
  for (name, bytes) in members {
    let entry = archive_entry_new()
    archive_entry_set_pathname(entry, name)
    archive_entry_set_size(entry, Int64(bytes.count))
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_perm(entry, 0o644)
    archive_write_header(handle, entry)
    _ = bytes.withUnsafeBytes { archive_write_data(handle, $0.baseAddress, $0.count) }
    archive_entry_free(entry)
  }
  archive_write_close(handle)
  archive_write_free(handle)
  return Array(buffer.prefix(used))
}
