import Glibc

/// A folder of its own for one test, removed with everything in it.
public final class TemporaryFolder: Sendable {
  /// Its absolute path.
  public let path: String

  /// Makes it.
  public init() {
    var template = Array("/tmp/maille-test-XXXXXX".utf8CString)
    let made = mkdtemp(&template)
    precondition(made != nil, "a temporary folder can be made")
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { removeTree(path) }

  /// The path of a name inside.
  public func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  @discardableResult
  public func write(_ bytes: some Collection<UInt8>, to name: String) -> String {
    let bytes = Array(bytes)
    let descriptor = open(path(name), O_CREAT | O_TRUNC | O_WRONLY, 0o644)
    precondition(descriptor >= 0, "the test's folder can be written to")
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    precondition(count == bytes.count, "the test's file can be written")
    close(descriptor)
    return path(name)
  }

  /// Writes a text file and gives its path.
  @discardableResult
  public func write(_ text: String, to name: String) -> String { write(text.utf8, to: name) }

  /// Copies the files of a folder and of the folders in it, but for what the project's own runs left.
  public func copy(_ source: String, to name: String) {
    mkdir(path(name), 0o755)
    for entry in listFolder(source) where !entry.hasPrefix("sortie") && entry != ".maille" {
      if listFolder("\(source)/\(entry)").isEmpty {
        write(readFile("\(source)/\(entry)") ?? [], to: "\(name)/\(entry)")
      } else {
        copy("\(source)/\(entry)", to: "\(name)/\(entry)")
      }
    }
  }

  /// The bytes of a file; `nil` when it is not there.
  public func read(_ name: String) -> [UInt8]? { readFile(path(name)) }

  /// Names inside, sorted, hidden ones included.
  public var names: [String] { listFolder(path) }
}

/// The bytes of a file; `nil` when it is not there.
public func readFile(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return bytes }
    bytes += buffer.prefix(count)
  }
}

/// Names in a folder, sorted, hidden ones included.
public func listFolder(_ path: String) -> [String] {
  guard let stream = opendir(path) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

private func removeTree(_ path: String) {
  for name in listFolder(path) {
    let inside = path + "/" + name
    if unlink(inside) != 0 { removeTree(inside) }
  }
  rmdir(path)
}
