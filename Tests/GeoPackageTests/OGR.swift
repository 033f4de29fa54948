import Glibc

/// GDAL's commands, as an oracle that shares no line with ours (Debian: gdal-bin).
enum OGR {
  /// Whether they are installed; said once on stderr when they are not.
  static let isPresent: Bool = {
    if run("ogrinfo", ["--version"]).status == 0 { return true }
    let note = "MAILLE: gdal-bin absent, comparaisons avec GDAL sautées\n"
    write(STDERR_FILENO, note, note.utf8.count)
    return false
  }()

  /// Runs one command.
  ///
  /// - Returns: its exit code, and what it printed on both streams
  static func run(_ program: String, _ arguments: [String]) -> (status: Int32, output: String) {
    let command = ([program] + arguments.map(quoted)).joined(separator: " ")
    guard let pipe = popen(command + " 2>&1", "r") else { return (-1, "") }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { break }
      output += buffer.prefix(count)
    }
    return (pclose(pipe), String(decoding: output, as: UTF8.self))
  }

  private static func quoted(_ argument: String) -> String {
    let parts = argument.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }
}
