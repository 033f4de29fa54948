public import Diagnostics
internal import Files

extension Layer {
  /// Every file that one path stands for: a `.shp` has its table, index, system and encoding beside
  /// it, any other file stands for itself.
  ///
  /// - Returns: the path itself, then the parts that are there, in byte order of their names
  /// - Throws: `files.missing`, `files.unreadable`
  public static func files(of path: String) throws(Problem) -> [String] {
    guard FilePath.suffix(of: path) == "shp" else { return [path] }
    let folder = FilePath.folder(of: path)
    let stem = FilePath.withoutSuffix(FilePath.name(of: path))
    let parts = try FilePath.names(in: folder).filter { name in
      FilePath.withoutSuffix(name) == stem && name != FilePath.name(of: path)
        && ShapefileSet.suffixes.contains(FilePath.suffix(of: name))
    }
    return [path] + parts.map { FilePath.join(folder, $0) }
  }
}
