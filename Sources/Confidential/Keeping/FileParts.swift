internal import Diagnostics
internal import Files
internal import Layers

/// The files that one name stands for: a Shapefile has its codes and its system beside it.
enum FileParts {
  /// The name, then the content, of each part.
  static func hashes(of path: String) throws(Problem) -> [ContentHash] {
    let files = try Layer.files(of: path)
    return [ContentHash(of: Array(path.utf8))]
      + (try files.map { file throws(Problem) in try ContentHash(ofFile: file) })
  }
}
