internal import Diagnostics
internal import Files

/// A certificate in two forms, the one for people sealing the one for programs.
struct CertificatePair {
  let json: JSONValue
  let text: [String]

  /// Both, the one for people last.
  ///
  /// - Parameters:
  ///   - stem: of both names
  func stage(in folder: String, as stem: String) throws(Problem) -> [StagedFile] {
    let content = json.description + "\n"
    let machine = try StagedFile(for: FilePath.join(folder, stem + ".json"))
    try machine.write(content)
    let hash = ContentHash(of: Array(content.utf8)).hexadecimal
    let people = try StagedFile(for: Self.path(of: stem, in: folder))
    try people.write(
      (text + ["", "SHA-256 de \(stem).json : \(hash)"]).joined(separator: "\n") + "\n")
    return [machine, people]
  }

  /// Whether a certificate of this name is there, both forms of it.
  static func isWhole(_ stem: String, in folder: String) -> Bool {
    FilePath.exists(path(of: stem, in: folder))
  }

  /// A name that no certificate has yet: two of one day have a number each.
  static func freeStem(_ stem: String, in folder: String) -> String {
    var free = stem
    var number = 1
    while FilePath.exists(FilePath.join(folder, free + ".json")) {
      number += 1
      free = "\(stem)-\(number)"
    }
    return free
  }

  private static func path(of stem: String, in folder: String) -> String {
    FilePath.join(folder, stem + ".txt")
  }
}
