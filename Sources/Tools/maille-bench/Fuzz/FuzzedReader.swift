internal import Diagnostics
internal import Files
internal import Layers

/// A reader of partners' files, and the sound files whose damage it is given.
enum FuzzedReader: String, CaseIterable {
  /// Delimited text.
  case text
  /// The parts of an Excel workbook, damaged before they are packed.
  case workbook
  /// The same of an OpenDocument workbook.
  case openDocument
  /// Packed files, damaged as they are.
  case archive

  /// What the damaged file is called.
  var fileName: String {
    switch self {
    case .text: "fuzz.csv"
    case .workbook, .archive: "fuzz.xlsx"
    case .openDocument: "fuzz.ods"
    }
  }

  private var suffixes: Set<String> {
    switch self {
    case .text: ["csv", "txt", "tsv"]
    case .workbook: ["xlsx", "xlsm"]
    case .openDocument: ["ods"]
    case .archive: ["xlsx", "ods", "zip", "gz"]
    }
  }

  /// Longer files are cut, so that damage meets what matters.
  private static let longest = 24_000

  /// The files of a folder that this reader is made for.
  func soundFiles(in folder: String) throws(Problem) -> [SoundFile] {
    var found: [SoundFile] = []
    for name in try FilePath.names(in: folder) where suffixes.contains(FilePath.suffix(of: name)) {
      let file = try MappedFile(FilePath.join(folder, name))
      switch self {
      case .text:
        found.append(.whole(try file.withBytes { Array($0.prefix(Self.longest)) }))
      case .archive where file.bytes.count <= Self.longest:
        found.append(.whole(try file.withBytes { Array($0) }))
      case .archive: continue
      case .workbook, .openDocument:
        guard file.bytes.count <= Self.longest, let parts = Self.parts(of: file) else { continue }
        found.append(.packed(parts))
      }
    }
    return found
  }

  /// `nil` when the file is no archive.
  private static func parts(of file: MappedFile) -> [(name: String, bytes: [UInt8])]? {
    let archive = ArchiveFile(file)
    guard let names = try? archive.names(), let bytes = try? archive.extracted(Set(names)) else {
      return nil
    }
    return names.compactMap { name in bytes[name].map { (name, $0) } }
  }
}

/// A file as its reader expects it.
enum SoundFile {
  case whole([UInt8])
  /// Members of an archive, in its order.
  case packed([(name: String, bytes: [UInt8])])

  /// The same with seeded damage.
  func damaged(by chance: inout Chance) -> [UInt8] {
    switch self {
    case .whole(let bytes): return Damage.done(to: bytes, by: &chance)
    case .packed(var parts):
      for _ in 0..<Int.random(in: 1...2, using: &chance) {
        let part = Int.random(in: 0..<parts.count, using: &chance)
        parts[part].bytes = Damage.done(to: parts[part].bytes, by: &chance)
      }
      if Int.random(in: 0..<20, using: &chance) == 0 {
        parts.remove(at: Int.random(in: 0..<parts.count, using: &chance))
      }
      return StoredArchive.packing(parts)
    }
  }
}
