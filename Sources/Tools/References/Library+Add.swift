public import Diagnostics
internal import Files
internal import Glibc

extension Library {
  /// What came of adding one file.
  public enum Addition: Sendable {
    /// It is in the library now, or would be.
    case stored(CatalogueEntry)
    /// It was there already, byte for byte.
    case known(CatalogueEntry)

    /// The set of files.
    public var entry: CatalogueEntry {
      switch self {
      case .stored(let entry), .known(let entry): entry
      }
    }
  }

  /// How a file is added.
  public struct AddRequest: Sendable {
    /// What the user says of the vintage; `nil` to find it.
    public var vintage: ReferenceVintage?
    /// Whether another file for the same vintage and place gives way.
    public var replaces = false
    /// Whether nothing is written.
    public var isRehearsal = false
    /// Where the file was downloaded from; empty when the user brought it.
    public var origin = ""
    /// What it was announced to be; `nil` when nobody said.
    public var expected: ReferenceKind?

    /// Nothing declared.
    public init() {}
  }

  /// Recognises a file and stores a copy of it.
  ///
  /// - Throws: what `Recogniser` throws; `references.competing`, `references.unexpected-kind`,
  ///   `references.busy`, `files.…`
  public mutating func add(_ path: String, _ request: AddRequest) throws(Problem) -> Addition {
    let file = try Recogniser(path, vintage: request.vintage).file()
    if let expected = request.expected, expected != file.kind {
      throw Wording.unexpectedKind(path, expected, found: file.kind)
    }
    if request.isRehearsal { return try plan(file, request).addition }
    try FilePath.makeFolder(folder)
    let lock = try LibraryLock(folder)
    return try withExtendedLifetime(lock) { () throws(Problem) in try store(file, request) }
  }

  private mutating func store(
    _ file: RecognisedFile, _ request: AddRequest
  ) throws(Problem) -> Addition {
    // another process may have added something since this one read the catalogue
    self = try Library(folder)
    let (addition, replaced) = try plan(file, request)
    guard case .stored(let entry) = addition else { return addition }
    var staged: [StagedFile] = []
    for (source, stored) in zip([file.path] + file.companions, entry.files) {
      let destination = FilePath.join(folder, stored.path)
      try FilePath.makeFolder(FilePath.folder(of: destination))
      let copy = try StagedFile(for: destination)
      try MappedFile(source).withBytes { bytes throws(Problem) in try copy.write(bytes) }
      staged.append(copy)
    }
    update { catalogue in
      for old in replaced { catalogue.remove(old) }
      catalogue.add(entry)
    }
    // the catalogue comes last: what it names is there
    let list = try StagedFile(for: FilePath.join(folder, Catalogue.name))
    try list.write(catalogue.text)
    try StagedFile.publish(staged + [list])
    let kept = Set(entries.flatMap(\.files).map(\.path))
    for old in replaced.flatMap(\.files) where !kept.contains(old.path) {
      unlink(FilePath.join(folder, old.path))
    }
    return addition
  }

  private func plan(
    _ file: RecognisedFile, _ request: AddRequest
  ) throws(Problem) -> (addition: Addition, replaced: [CatalogueEntry]) {
    let entry = try entry(for: file, origin: request.origin)
    let hashes = entry.files.map(\.hash)
    if let known = entries.first(where: {
      $0.files.map(\.hash) == hashes && $0.kind == entry.kind && $0.vintage == entry.vintage
    }) {
      return (.known(known), [])
    }
    let rivals = entries.filter { $0.competes(with: entry) }
    if let rival = rivals.first, !request.replaces {
      throw Wording.competing(file.path, entry, rival)
    }
    return (.stored(entry), rivals)
  }

  private func entry(
    for file: RecognisedFile, origin: String
  ) throws(Problem) -> CatalogueEntry {
    var files: [CatalogueEntry.StoredFile] = []
    for path in [file.path] + file.companions {
      let hash = try ContentHash(ofFile: path).hexadecimal
      files.append(CatalogueEntry.StoredFile(path: place(of: path, hash, for: file), hash: hash))
    }
    return CatalogueEntry(
      kind: file.kind, vintage: file.vintage, layout: file.layout, departments: file.departments,
      count: file.count, files: files, licence: file.terms.licence,
      attribution: file.terms.attribution, origin: origin)
  }

  /// `contours/2024/21/iris.gpkg`; the hash in front where that name is another file's.
  private func place(of path: String, _ hash: String, for file: RecognisedFile) -> String {
    let territory =
      file.departments.count > 4 ? "france" : file.departments.joined(separator: "-")
    let home = "\(file.kind.rawValue)/\(file.vintage)/\(territory)"
    let name = String(FilePath.name(of: path).map { "\t\n\r|".contains($0) ? "_" : $0 })
    let plain = "\(home)/\(name)"
    let isTaken = entries.flatMap(\.files).contains { $0.path == plain && $0.hash != hash }
    return isTaken ? "\(home)/\(hash.prefix(8))-\(name)" : plain
  }
}
