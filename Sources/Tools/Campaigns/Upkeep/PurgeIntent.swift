internal import Diagnostics
internal import Files
internal import Keeping

/// What a purge is about to delete, on the disk before the first file goes: where the purge is cut
/// short, the next one still knows what was deleted, and writes the certificate of all of it.
///
/// - Confidential: no; paths, sizes and keyed marks
struct PurgeIntent {
  private static let fileName = ".effacement-en-cours"
  private static let format = SealedFile.Format(name: "effacement", version: 1)

  /// Name that the certificate will have, without its suffix.
  let certificate: String
  let files: [ConfidentialFile]

  /// - Throws: `files.cannot-write`, `files.disk-full`
  func write(in folder: String) throws(Problem) {
    let text = JSONValue.object([
      ("certificate", .text(certificate)), ("files", .array(files.map(Self.json))),
    ])
    try SealedFile.write(
      Array(text.description.utf8), as: Self.format, to: FilePath.join(folder, Self.fileName))
  }

  /// What an earlier purge has begun; `nil` when it came to its end.
  static func begun(in folder: String) -> PurgeIntent? {
    let path = FilePath.join(folder, fileName)
    guard let bytes = SealedFile.read(path, as: format), let value = JSONValue(parsing: bytes),
      let certificate = value["certificate"]?.string, let files = value["files"]?.elements
    else { return nil }
    return PurgeIntent(certificate: certificate, files: files.compactMap(file))
  }

  /// The purge came to its end.
  ///
  /// - Throws: `files.cannot-write`
  static func remove(in folder: String) throws(Problem) {
    try FilePath.remove(FilePath.join(folder, fileName))
  }

  private static func json(_ file: ConfidentialFile) -> JSONValue {
    .object([
      ("path", .text(FilePath.absolute(file.path))), ("role", .text(file.role.rawValue)),
      ("bytes", .integer(file.byteCount)), ("written", .integer(file.written)),
      ("mark", JSONValue(file.mark?.hexadecimal)),
    ])
  }

  private static func file(_ value: JSONValue) -> ConfidentialFile? {
    guard let path = value["path"]?.string,
      let role = value["role"]?.string.flatMap(ConfidentialFile.Role.init),
      let byteCount = value["bytes"]?.whole, let written = value["written"]?.whole
    else { return nil }
    return ConfidentialFile(
      path: path, role: role, byteCount: byteCount, written: written,
      mark: value["mark"]?.string.flatMap { ContentHash(hexadecimal: $0) })
  }
}
