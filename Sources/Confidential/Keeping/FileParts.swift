internal import Diagnostics
internal import Files

/// The files that one name stands for: a Shapefile has its codes and its system beside it.
enum FileParts {
  private static let besideShapes = ["dbf", "prj", "cpg"]

  /// The name, then the content, of each part.
  static func hashes(of path: String) throws(Problem) -> [ContentHash] {
    var hashes = [ContentHash(of: Array(path.utf8)), try ContentHash(ofFile: path)]
    guard FilePath.suffix(of: path) == "shp" else { return hashes }
    let stem = FilePath.withoutSuffix(path)
    for suffix in besideShapes.flatMap({ [$0, $0.uppercased()] }) {
      let part = stem + "." + suffix
      if FilePath.exists(part) { hashes.append(try ContentHash(ofFile: part)) }
    }
    return hashes
  }
}
