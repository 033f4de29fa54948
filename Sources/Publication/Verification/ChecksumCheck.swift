internal import Diagnostics
internal import Files

/// Whether the files are those that `SHA256SUMS` lists, each folder having its own list.
struct ChecksumCheck {
  private static let list = "SHA256SUMS"
  /// Made from the finished files, the list among them, whose hashes they hold themselves.
  private static let certificates: Set = ["certificat.json", "certificat.txt"]
  private let deliverable: Deliverable

  init(_ deliverable: Deliverable) { self.deliverable = deliverable }

  func problems() throws(Problem) -> [Problem] {
    let lists = deliverable.files.filter { FilePath.name(of: $0.name) == Self.list }
    if lists.isEmpty { return [] }
    let listed = Set(lists.map { FilePath.folder(of: $0.name) })
    var problems = deliverable.files.filter { !listed.contains(FilePath.folder(of: $0.name)) }
      .map { Wording.unlisted(at: $0.place) }
    for file in deliverable.files where FilePath.name(of: file.name) == Self.list {
      problems += try check(file)
    }
    return problems
  }

  private func check(_ list: Deliverable.File) throws(Problem) -> [Problem] {
    let prefix = String(list.name.dropLast(Self.list.count))
    var expected: [String: String] = [:]
    for line in try list.text().split(separator: "\n") where line.utf8.count > 66 {
      expected[prefix + line.dropFirst(66)] = String(line.prefix(64))
    }
    var problems: [Problem] = []
    var present: Set<String> = []
    let folder = FilePath.folder(of: list.name)
    for file in deliverable.files
    where FilePath.folder(of: file.name) == folder && file.name != list.name {
      present.insert(file.name)
      if Self.certificates.contains(FilePath.name(of: file.name)) { continue }
      guard let hash = expected[file.name] else {
        problems.append(Wording.unlisted(at: file.place))
        continue
      }
      let isSame = try ContentHash(ofFile: file.path).hexadecimal == hash
      if !isSame { problems.append(Wording.badChecksum(at: file.place)) }
    }
    let absent = Set(expected.keys).subtracting(present).sorted()
    return problems + absent.map { Wording.absent(at: Place(file: $0)) }
  }
}
