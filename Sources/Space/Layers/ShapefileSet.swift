internal import Diagnostics
internal import Files

/// The files that make one shapefile, from a folder or from an archive.
struct ShapefileSet {
  /// Name of the layer: the stem that the files share.
  let name: String
  /// Where problems are placed.
  let place: Place
  private let contents: [String: Content]

  /// Suffixes that are read; the others (`sbn`, `xml` …) are indexes and metadata.
  static let suffixes = ["shp", "shx", "dbf", "prj", "cpg"]

  private enum Content {
    case mapped(MappedFile)
    case extracted([UInt8])
  }

  /// The files of a folder that share the stem of a `.shp`, whatever the case of their suffixes.
  ///
  /// - Throws: `files.missing`, `files.unreadable`
  init(path: String, file: MappedFile) throws(Problem) {
    let stem = FilePath.withoutSuffix(FilePath.name(of: path))
    let folder = FilePath.folder(of: path)
    var contents: [String: Content] = ["shp": .mapped(file)]
    for name in try FilePath.names(in: folder) where FilePath.withoutSuffix(name) == stem {
      let suffix = FilePath.suffix(of: name)
      guard Self.suffixes.contains(suffix), contents[suffix] == nil else { continue }
      contents[suffix] = .mapped(try MappedFile(FilePath.join(folder, name)))
    }
    self.contents = contents
    self.name = stem
    place = Place(file: path)
  }

  /// The members of an archive that share the stem of a `.shp`.
  ///
  /// Without a name, `EMPRISE.shp`, the frame that IGN delivers beside its layers, does not count.
  ///
  /// - Throws: `layers.nothing-in-archive`, `layers.several-in-archive`,
  ///   `layers.no-such-member`, `layers.damaged-archive`, `layers.excessive-archive`
  init(archive: ArchiveFile, named wanted: String?) throws(Problem) {
    let names = try archive.names()
    let shapes = names.filter { FilePath.suffix(of: $0) == "shp" }
    let chosen = try Self.choose(wanted, among: shapes, of: archive)
    let stem = FilePath.withoutSuffix(chosen)
    let family = names.filter {
      FilePath.withoutSuffix($0) == stem && Self.suffixes.contains(FilePath.suffix(of: $0))
    }
    let bytes = try archive.extracted(Set(family))
    contents = Dictionary(
      family.map { (FilePath.suffix(of: $0), .extracted(bytes[$0] ?? [])) },
      uniquingKeysWith: { first, _ in first })
    name = FilePath.name(of: stem)
    place = Place(file: archive.path, part: FilePath.name(of: chosen))
  }

  private static func choose(
    _ wanted: String?, among shapes: [String], of archive: ArchiveFile
  ) throws(Problem) -> String {
    guard let wanted else {
      let candidates = shapes.filter { FilePath.name(of: $0).lowercased() != "emprise.shp" }
      return try archive.only(candidates.isEmpty ? shapes : candidates)
    }
    let matching = shapes.filter {
      $0 == wanted || FilePath.name(of: $0) == wanted
        || FilePath.withoutSuffix(FilePath.name(of: $0)) == wanted
    }
    guard !matching.isEmpty else {
      throw Wording.noSuchMember(archive.path, wanted, shapes)
    }
    return try archive.only(matching)
  }

  /// The bytes of the file with this suffix, while the body runs; nil when there is none.
  func with<Outcome>(
    _ suffix: String, _ body: (UnsafeRawBufferPointer?) throws(Problem) -> Outcome
  ) throws(Problem) -> Outcome {
    switch contents[suffix] {
    case nil: return try body(nil)
    case .mapped(let file):
      return try withExtendedLifetime(file) { () throws(Problem) in try body(file.bytes) }
    case .extracted(let bytes):
      let result: Result<Outcome, Problem> = bytes.withUnsafeBytes { buffer in
        Result { () throws(Problem) in try body(buffer) }
      }
      return try result.get()
    }
  }

  /// The text of a small file, without the spaces around it; nil when absent or empty.
  func text(_ suffix: String) throws(Problem) -> String? {
    try with(suffix) { bytes in
      guard let bytes else { return nil }
      let isByteOrderMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let content = bytes.dropFirst(isByteOrderMarked ? 3 : 0)
      let blank: Set<UInt8> = [0, 9, 10, 13, 32]
      guard let first = content.firstIndex(where: { !blank.contains($0) }),
        let last = content.lastIndex(where: { !blank.contains($0) })
      else { return nil }
      return TextEncoding.utf8OrWindows1252(bytes.part(first..<last + 1)).0
    }
  }
}
