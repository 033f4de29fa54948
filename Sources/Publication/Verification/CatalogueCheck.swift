internal import Diagnostics
internal import Files

/// Whether the catalogues of a folder describe the files that are there: every hash that they state
/// is the hash of a file beside them.
struct CatalogueCheck {
  let file: Deliverable.File
  /// Of the files in the same folder.
  let hashes: Set<String>

  private static let names: Set = ["datapackage.json", "dcat.jsonld"]

  static func problems(in deliverable: Deliverable) throws(Problem) -> [Problem] {
    let catalogues = deliverable.files.filter { names.contains(FilePath.name(of: $0.name)) }
    if catalogues.isEmpty || deliverable.files.count == catalogues.count { return [] }
    var hashes: [String: Set<String>] = [:]
    for file in deliverable.files where !names.contains(FilePath.name(of: file.name)) {
      let hash = try ContentHash(ofFile: file.path).hexadecimal
      hashes[FilePath.folder(of: file.name), default: []].insert(hash)
    }
    var problems: [Problem] = []
    for file in catalogues {
      let own = hashes[FilePath.folder(of: file.name)] ?? []
      problems += try CatalogueCheck(file: file, hashes: own).problems()
    }
    return problems
  }

  private func problems() throws(Problem) -> [Problem] {
    let text = PageText(try file.bytes())
    let stated =
      text.pieces(from: "\"sha256:", to: "\",").compactMap { $0.after(":") }
      + text.pieces(from: "\"spdx:checksumValue\":\"", to: "\"}").compactMap { $0.after("\":\"") }
    let isTrue = stated.allSatisfy { hashes.contains(String($0.unescaped.prefix(64))) }
    return isTrue ? [] : [Wording.staleCatalogue(at: file.place)]
  }
}
