import Glibc
import TestSupport

/// A run whose every output is kept: `Cases/<name>/{command,in/,out/}`. A new folder is a new test.
///
/// `command` holds the arguments, one line, and `# exit N` when the run must fail. `out/stdout` and
/// `out/stderr` are the texts; the other files of `out/` are what the run wrote.
/// `RECORD=1` rewrites `out/`, to be committed on its own.
struct GoldenCase: CustomStringConvertible {
  let name: String
  private var folder: String { "\(projectFolder)/Tests/GoldenTests/Cases/\(name)" }

  var description: String { name }

  static let all = listFolder("\(projectFolder)/Tests/GoldenTests/Cases").map(GoldenCase.init)

  /// A saved index and kept counts are caches of this machine; the work folder holds a key made by
  /// chance, which the journal and the descriptions of a version show, with the versions of this
  /// machine's libraries.
  private static func isOfThisMachine(_ name: String) -> Bool {
    let endings = [".maille-index", "journal.jsonl", "manifest.json", "ro-crate-metadata.json"]
    return name.split(separator: "/").contains(".maille")
      || endings.contains(where: name.hasSuffix)
  }

  /// 15 September 2026, within the dates of every agreement of the cases.
  private static let moment = "SOURCE_DATE_EPOCH=1789430400"

  static var isRecording: Bool { getenv("RECORD") != nil }

  /// What differs from the kept outputs, in words; empty when nothing does.
  func differences() -> [String] {
    let scratch = TemporaryFolder()
    copy("\(folder)/in", to: scratch)
    let run = Command("maille").run(
      arguments, in: scratch.path, environment: [Self.moment])
    var written = files(in: scratch.path).filter { !files(in: "\(folder)/in").contains($0) }
      .map { ($0, scratch.read($0) ?? []) }
    written += [("stdout", Array(run.output.utf8)), ("stderr", Array(run.messages.utf8))]
    written.removeAll { $0.1.isEmpty || Self.isOfThisMachine($0.0) }
    let status = run.status == expectedStatus ? [] : ["exit \(run.status), not \(expectedStatus)"]
    if Self.isRecording { return record(written) + status }
    return status + compare(written)
  }

  private func compare(_ written: [(name: String, bytes: [UInt8])]) -> [String] {
    let kept = files(in: "\(folder)/out")
    let absent = kept.filter { name in !written.contains { $0.name == name } }
    let different = written.filter { readFile("\(folder)/out/\($0.name)") != $0.bytes }
    return absent.map { "\($0) was not written" } + different.map { "\($0.name) differs" }
  }

  private func record(_ written: [(name: String, bytes: [UInt8])]) -> [String] {
    for name in files(in: "\(folder)/out") { unlink("\(folder)/out/\(name)") }
    for (name, bytes) in written { place(bytes, at: "\(folder)/out/\(name)") }
    return []
  }

  private var commandLines: [String] {
    String(decoding: readFile("\(folder)/command") ?? [], as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  private var arguments: [String] {
    commandLines.filter { !$0.hasPrefix("#") }
      .flatMap { $0.split(separator: " ").map(String.init) }
  }

  private var expectedStatus: Int32 {
    let line = commandLines.first { $0.hasPrefix("# exit ") }
    return line.flatMap { Int32($0.dropFirst(7)) } ?? 0
  }

  private func copy(_ source: String, to scratch: TemporaryFolder) {
    for name in files(in: source) {
      place(readFile("\(source)/\(name)") ?? [], at: scratch.path(name))
    }
  }
}

/// Paths of the files under a folder, relative to it, sorted; versions by the link to the current one.
private func files(in folder: String, under prefix: String = "") -> [String] {
  listFolder(folder).filter { $0 != "versions" }.flatMap { name -> [String] in
    var status = stat()
    stat("\(folder)/\(name)", &status)
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    return isFolder ? files(in: "\(folder)/\(name)", under: "\(prefix)\(name)/") : [prefix + name]
  }
}

private func place(_ bytes: [UInt8], at path: String) {
  var folder = ""
  for part in path.split(separator: "/").dropLast() {
    folder += "/" + part
    mkdir(folder, 0o755)
  }
  guard let file = fopen(path, "wb") else { return }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
}
