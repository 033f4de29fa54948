internal import Glibc

/// What a figure depends on besides the code.
enum Machine {
  static var processor: String {
    for line in textOfFile("/proc/cpuinfo").split(separator: "\n")
    where line.hasPrefix("model name") {
      return String(line.split(separator: ":").last ?? "?").trimmed
    }
    return "?"
  }

  static var cores: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  static var compiler: String {
    output(of: "swift --version 2>/dev/null | head -n 1") ?? "?"
  }

  static var commit: String {
    let state = output(of: "git status --porcelain 2>/dev/null | head -n 1")
    let commit = output(of: "git rev-parse --short HEAD 2>/dev/null") ?? "?"
    return state == nil ? commit : commit + " + changes"
  }

  /// What a command prints; `nil` when it prints nothing.
  static func output(of command: String) -> String? {
    guard let pipe = popen(command, "r") else { return nil }
    defer { pclose(pipe) }
    let text = textOfStream(pipe).trimmed
    return text.isEmpty ? nil : text
  }
}

/// The text of a small file; empty when it cannot be read.
func textOfFile(_ path: String) -> String {
  guard let file = fopen(path, "r") else { return "" }
  defer { fclose(file) }
  return textOfStream(file)
}

private func textOfStream(_ stream: UnsafeMutablePointer<FILE>) -> String {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = fread(&buffer, 1, buffer.count, stream)
    if count == 0 { return String(decoding: bytes, as: UTF8.self) }
    bytes += buffer.prefix(count)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
  }
}
