internal import Diagnostics
internal import Files

/// The list of what a library holds: `catalogue.tsv`, one line for each set of files, to be read and
/// even mended by hand.
///
/// Whatever was edited in it is checked as a stranger's: a path cannot lead out of the library.
struct Catalogue {
  static let name = "catalogue.tsv"
  private static let header = [
    "genre", "millesime", "contenu", "departements", "lignes", "fichiers", "sha256", "licence",
    "attribution", "adresse",
  ]

  /// By kind, vintage, then path.
  private(set) var entries: [CatalogueEntry]

  /// The catalogue of a folder; an empty one when there is none yet.
  ///
  /// - Throws: `files.unreadable`, `references.bad-catalogue`
  init(in folder: String) throws(Problem) {
    let path = FilePath.join(folder, Self.name)
    entries = FilePath.exists(path) ? try Self.entries(of: path) : []
  }

  mutating func add(_ entry: CatalogueEntry) {
    entries.append(entry)
    entries.sort {
      ($0.kind, $0.vintage, $0.path) < ($1.kind, $1.vintage, $1.path)
    }
  }

  mutating func remove(_ entry: CatalogueEntry) { entries.removeAll { $0 == entry } }

  /// The whole file, the same bytes for the same entries.
  var text: String {
    let lines = entries.map { entry in
      [
        entry.kind.rawValue, entry.vintage.description, entry.layout,
        entry.departments.joined(separator: " "), String(entry.count),
        entry.files.map(\.path).joined(separator: " | "),
        entry.files.map(\.hash).joined(separator: " | "), entry.licence, entry.attribution,
        entry.origin,
      ]
    }
    return ([Self.header] + lines).map { cells in
      cells.map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }
        .joined(separator: "\t") + "\n"
    }.joined()
  }

  private static func entries(of path: String) throws(Problem) -> [CatalogueEntry] {
    let text = try MappedFile(path).withBytes { String(decoding: $0, as: UTF8.self) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first.map(cells) == header else { throw Wording.badCatalogue(path, line: 1) }
    var entries: [CatalogueEntry] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      guard let entry = entry(cells(line)) else {
        throw Wording.badCatalogue(path, line: index + 1)
      }
      entries.append(entry)
    }
    return entries
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  private static func entry(_ cells: [String]) -> CatalogueEntry? {
    guard cells.count == header.count, let kind = ReferenceKind(rawValue: cells[0]),
      let vintage = ReferenceVintage(cells[1]), let count = Int(cells[4])
    else { return nil }
    let paths = cells[5].split(separator: " | ").map(String.init)
    let hashes = cells[6].split(separator: " | ").map(String.init)
    guard !paths.isEmpty, paths.count == hashes.count, paths.allSatisfy(staysInside),
      hashes.allSatisfy(isHash)
    else { return nil }
    return CatalogueEntry(
      kind: kind, vintage: vintage, layout: cells[2],
      departments: cells[3].split(separator: " ").map(String.init), count: count,
      files: zip(paths, hashes).map { CatalogueEntry.StoredFile(path: $0, hash: $1) },
      licence: cells[7], attribution: cells[8], origin: cells[9])
  }

  private static func staysInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.hasPrefix("/") && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  private static func isHash(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { $0 &- 0x30 < 10 || (0x61...0x66).contains($0) }
  }
}
