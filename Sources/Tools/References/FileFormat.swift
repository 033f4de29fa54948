/// What a file is by its first bytes, whatever its name says.
enum FileFormat: Sendable, Equatable {
  /// A page of the web, often a 404 that was saved under the name of the file.
  case webPage
  /// Contours without a container.
  case layer
  /// .7z: contours only.
  case sevenZip
  /// .zip: contours or tables.
  case zip
  /// Text, perhaps compressed.
  case table

  init(of bytes: UnsafeRawBufferPointer) {
    let head = Array(bytes.prefix(512))
    let text = head.drop { " \t\r\n".utf8.contains($0) || [0xEF, 0xBB, 0xBF].contains($0) }
    if Self.isWebPage(text) {
      self = .webPage
    } else if head.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
      self = .sevenZip
    } else if head.starts(with: [0x50, 0x4B]) {
      self = .zip
    } else if head.starts(with: "SQLite format 3\0".utf8) || text.first == UInt8(ascii: "{")
      || head.starts(with: [0, 0, 0x27, 0x0A])
    {
      self = .layer
    } else {
      self = .table
    }
  }

  private static func isWebPage(_ text: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: text.prefix(256), as: UTF8.self).lowercased()
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
      || (start.hasPrefix("<?xml") && start.contains("<html"))
      || (start.hasPrefix("<") && start.contains("<head"))
  }
}
