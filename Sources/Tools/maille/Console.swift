internal import Diagnostics
internal import Glibc

/// What the command says: results on standard output, messages on standard error.
enum Console {
  /// A result.
  static func give(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// A message.
  static func tell(_ text: String) {
    if !text.isEmpty { write(text + "\n", to: STDERR_FILENO) }
  }

  /// A message without an end of line: progress.
  static func show(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Whether somebody watches.
  static var hasTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      start += count
    }
  }
}
