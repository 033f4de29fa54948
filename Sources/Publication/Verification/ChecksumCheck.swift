internal import Diagnostics
internal import Files

/// Whether the files are those that `SHA256SUMS` lists: a list answers for its folder and for the
/// folders inside that have none of their own.
struct ChecksumCheck {
  private static let list = "SHA256SUMS"
  /// Made from the finished files, the list among them, whose hashes they hold themselves.
  private static let descriptions: Set = [
    "certificat.json", "certificat.txt", "manifest.json", "ro-crate-metadata.json",
  ]
  private let deliverable: Deliverable

  init(_ deliverable: Deliverable) { self.deliverable = deliverable }

  func problems() throws(Problem) -> [Problem] {
    let lists = deliverable.files.filter { FilePath.name(of: $0.name) == Self.list }
    if lists.isEmpty { return [] }
    let folders = Set(lists.map { FilePath.folder(of: $0.name) })
    let others = deliverable.files.filter { FilePath.name(of: $0.name) != Self.list }
    let byFolder = Dictionary(grouping: others) { Self.nearest(to: $0, among: folders) }
    var problems = (byFolder[nil] ?? []).map { Wording.unlisted(at: $0.place) }
    for list in lists {
      problems += try check(list, byFolder[FilePath.folder(of: list.name)] ?? [])
    }
    return problems
  }

  /// The folder of the list that answers for a file.
  private static func nearest(to file: Deliverable.File, among folders: Set<String>) -> String? {
    var folder = FilePath.folder(of: file.name)
    while !folders.contains(folder) {
      if folder == "." { return nil }
      folder = FilePath.folder(of: folder)
    }
    return folder
  }

  private func check(
    _ list: Deliverable.File, _ files: [Deliverable.File]
  ) throws(Problem) -> [Problem] {
    let prefix = String(list.name.dropLast(Self.list.count))
    var expected: [String: String] = [:]
    for line in try list.text().split(separator: "\n") where line.utf8.count > 66 {
      expected[prefix + line.dropFirst(66)] = String(line.prefix(64))
    }
    var problems: [Problem] = []
    for file in files where !Self.descriptions.contains(FilePath.name(of: file.name)) {
      guard let hash = expected[file.name] else {
        problems.append(Wording.unlisted(at: file.place))
        continue
      }
      let isSame = try ContentHash(ofFile: file.path).hexadecimal == hash
      if !isSame { problems.append(Wording.badChecksum(at: file.place)) }
    }
    let absent = Set(expected.keys).subtracting(files.map(\.name)).sorted()
    return problems + absent.map { Wording.absent(at: Place(file: $0)) }
  }
}
