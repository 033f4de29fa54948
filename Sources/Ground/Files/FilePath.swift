public import Diagnostics
internal import Glibc

/// Paths as text: taking apart and joining, without touching the disk unless the name says so.
public enum FilePath {
  /// `sortie/a.csv` → `sortie`; a bare name → `.`.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `sortie/a.csv` → `a.csv`.
  public static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// `sortie/a.CSV.gz` → `gz`, lower case; empty when there is none.
  public static func suffix(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The path without its last suffix.
  public static func withoutSuffix(_ path: String) -> String {
    let length = suffix(of: path).count
    return length == 0 ? path : String(path.dropLast(length + 1))
  }

  /// A path relative to a folder; an absolute one stands.
  public static func join(_ folder: String, _ path: String) -> String {
    path.hasPrefix("/") || folder == "." || folder.isEmpty ? path : folder + "/" + path
  }

  /// The same path from the root, links not followed; `path` itself when the working folder is gone.
  public static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  /// Whether something is there.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a folder is there.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The folder itself, or the nearest one above that is there.
  public static func existingFolder(above path: String) -> String {
    var path = path
    while !isFolder(path), path != ".", path != "/" { path = folder(of: path) }
    return path
  }

  /// Makes a folder and its parents.
  ///
  /// - Parameters:
  ///   - isConfidential: those that are made are their owner's alone (0700) instead of everybody's
  /// - Throws: `files.cannot-write`
  public static func makeFolder(
    _ path: String, isConfidential: Bool = false
  ) throws(Problem) {
    if path.isEmpty || isFolder(path) { return }
    try makeFolder(folder(of: path), isConfidential: isConfidential)
    guard mkdir(path, isConfidential ? 0o700 : 0o755) == 0 || errno == EEXIST else {
      throw Wording.cannotWrite(path, errno)
    }
  }

  /// Removes a file that may not be there.
  ///
  /// - Throws: `files.cannot-write` when it stays
  public static func remove(_ path: String) throws(Problem) {
    guard unlink(path) == 0 || errno == ENOENT else { throw Wording.cannotWrite(path, errno) }
  }

  /// Removes a folder that nothing is in; another one stays.
  public static func removeIfEmpty(_ folder: String) { rmdir(folder) }

  /// Names in a folder, in byte order, without `.` and `..`.
  ///
  /// - Throws: `files.missing`, `files.unreadable`
  public static func names(in folder: String) throws(Problem) -> [String] {
    guard let stream = opendir(folder) else { throw Wording.cannotOpen(folder, errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A hidden name beside the destination that no other process uses.
  static func hiddenSibling(of path: String) -> String {
    join(folder(of: path), ".\(name(of: path)).\(getpid()).partial")
  }
}
