internal import Files

/// Files that come with another one of the same command (`add *`) and are stored with it.
struct Companions {
  private let names: Set<String>

  init(among paths: [String]) {
    names = Set(paths.map(Self.folded))
  }

  /// Whether the file that this one belongs to is there too.
  func contain(_ path: String) -> Bool {
    let folder = FilePath.folder(of: path)
    let name = FilePath.name(of: path)
    if ["dbf", "shx", "prj", "cpg"].contains(FilePath.suffix(of: path)) {
      return names.contains(Self.folded(FilePath.withoutSuffix(path) + ".shp"))
    }
    guard name.lowercased().hasPrefix("meta_") else { return false }
    return names.contains(Self.folded(FilePath.join(folder, String(name.dropFirst(5)))))
  }

  private static func folded(_ path: String) -> String { path.lowercased() }
}
