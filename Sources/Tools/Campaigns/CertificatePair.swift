internal import Diagnostics
internal import Files

/// A certificate in two forms, the one for people sealing the one for programs.
struct CertificatePair {
  /// Of both names, before a number where a certificate of that name is there.
  let stem: String
  let json: JSONValue
  let text: [String]

  /// Both, to appear under names that nothing has yet.
  func stage(in folder: String) throws(Problem) -> [StagedFile] {
    let stem = freeStem(in: folder)
    let content = json.description + "\n"
    let machine = try StagedFile(for: FilePath.join(folder, stem + ".json"))
    try machine.write(content)
    let hash = ContentHash(of: Array(content.utf8)).hexadecimal
    let people = try StagedFile(for: FilePath.join(folder, stem + ".txt"))
    try people.write(
      (text + ["", "SHA-256 de \(stem).json : \(hash)"]).joined(separator: "\n") + "\n")
    return [machine, people]
  }

  /// Two of one day have a number each.
  private func freeStem(in folder: String) -> String {
    var free = stem
    var number = 1
    while FilePath.exists(FilePath.join(folder, free + ".json")) {
      number += 1
      free = "\(stem)-\(number)"
    }
    return free
  }
}
