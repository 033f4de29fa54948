internal import Diagnostics
internal import Files
internal import Glibc

/// A folder for the files of one bench, gone with it.
final class BenchFolder {
  /// Where it is.
  let path: String

  init() {
    path = "/tmp/maille-bench-\(getpid())"
    mkdir(path, 0o700)
  }

  deinit {
    for name in Self.names(in: path) { unlink(file(name)) }
    rmdir(path)
  }

  /// The path of one of its files.
  func file(_ name: String) -> String { FilePath.join(path, name) }

  /// Writes a file from its parts.
  func write(_ name: String, _ parts: some Sequence<[UInt8]>) throws(Problem) -> String {
    let staged = try StagedFile(for: file(name))
    for part in parts { try staged.write(part) }
    try StagedFile.publish([staged])
    return file(name)
  }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name.0) { String(cString: $0) }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
