import Glibc

/// Another program of this machine, asked for its opinion.
enum Peer {
  /// Whether it is there; said on stderr when it is not, so that a skip is seen.
  static func isPresent(_ program: String) -> Bool {
    if output("command -v \(program)") != "" { return true }
    let note = "MAILLE: \(program) absent, contrôle par un tiers sauté\n"
    write(STDERR_FILENO, note, note.utf8.count)
    return false
  }

  /// What a shell command writes, errors included.
  static func output(_ command: String) -> String {
    guard let pipe = popen("LC_ALL=C.UTF-8; export LC_ALL; { \(command); } 2>&1", "r") else {
      return ""
    }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer.prefix(count)
    }
  }
}
