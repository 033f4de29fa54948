public import Diagnostics
public import Files

/// The name of a version: the same files at the same stage have the same name, whenever and on
/// whatever machine they are made.
///
/// - Exactness: the first 48 bits of a SHA-256
public enum VersionName {
  /// What describes the other files and says when: left out of the name.
  public static let descriptions: Set = ["manifest.json", "ro-crate-metadata.json"]

  /// - Parameters:
  ///   - files: names relative to the version, each once · any order; `descriptions` are left out
  public static func of(
    _ files: [(name: String, hash: ContentHash)], stage: Stage, audience: Audience?
  ) -> String {
    let kept = files.filter { !descriptions.contains($0.name) }
    let lines = kept.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .map { "\($0.hash.hexadecimal)  \($0.name)\n" }
    let text = "\(stage.rawValue) \(audience?.rawValue ?? "-")\n" + lines.joined()
    return String(ContentHash(of: Array(text.utf8)).hexadecimal.prefix(12))
  }

  /// The name that the files of a folder deserve.
  ///
  /// - Throws: `files.unreadable`
  public static func of(
    folder: String, stage: Stage, audience: Audience?
  ) throws(Problem) -> String {
    of(try files(in: folder, under: ""), stage: stage, audience: audience)
  }

  private static func files(
    in folder: String, under prefix: String
  ) throws(Problem) -> [(name: String, hash: ContentHash)] {
    var found: [(name: String, hash: ContentHash)] = []
    for name in try FilePath.names(in: folder) {
      let path = FilePath.join(folder, name)
      if FilePath.isFolder(path) {
        found += try files(in: path, under: prefix + name + "/")
      } else {
        found.append((prefix + name, try ContentHash(ofFile: path)))
      }
    }
    return found
  }
}
