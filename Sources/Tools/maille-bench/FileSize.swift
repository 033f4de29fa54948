internal import Glibc

/// How large a file is.
enum FileSize {
  /// - Returns: bytes; 0 when there is no such file
  static func of(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
