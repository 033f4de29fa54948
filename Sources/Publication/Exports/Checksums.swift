public import Diagnostics
public import Files

/// `SHA256SUMS`: what the files of a folder contained when they were written.
public enum Checksums {
  /// Name of the file.
  public static let fileName = "SHA256SUMS"

  /// Stages the list of the hashes of some staged files of one folder and of those inside it.
  ///
  /// - Parameters:
  ///   - files: their content is complete; a destination given twice counts as its last
  /// - Returns: the list, sorted by name; `sha256sum -c SHA256SUMS` checks it in the folder
  /// - Throws: `files.cannot-write`, `files.disk-full`
  /// - Source: coreutils, `sha256sum`
  public static func stage(of files: [StagedFile], in folder: String) throws(Problem) -> StagedFile
  {
    var lines: [String: String] = [:]
    for file in files {
      let name = String(file.destination.dropFirst(folder.count + 1))
      lines[name] = "\(try file.contentHash().hexadecimal)  \(name)\n"
    }
    let list = try StagedFile(for: FilePath.join(folder, fileName))
    let names = lines.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    try list.write(names.compactMap { lines[$0] }.joined())
    return list
  }
}
