internal import Diagnostics

/// Whether a picture says whose data it shows: a text inside the PNG has the mention.
///
/// - Source: PNG, second edition, 11.3.4 (textual information)
struct PictureCheck {
  let file: Deliverable.File
  let mention: String

  func problems() throws(Problem) -> [Problem] {
    let texts = Self.texts(in: try file.bytes())
    guard let texts else { return [Wording.unreadable(at: file.place)] }
    return texts.contains { $0.contains(mention) } ? [] : [Wording.noMention(at: file.place)]
  }

  /// The mention that a picture alone states.
  static func source(of file: Deliverable.File) throws(Problem) -> String? {
    guard file.suffix == "png" else { return nil }
    return texts(in: try file.bytes())?.first { $0.hasPrefix("Source\0") }?
      .split(separator: "\0").last.map(String.init)
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Keyword and text of each piece that is not compressed; `nil` for what is no whole PNG.
  private static func texts(in bytes: [UInt8]) -> [String]? {
    guard bytes.starts(with: signature) else { return nil }
    var texts: [String] = []
    var place = signature.count
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - place - 12 else { return nil }
      let type = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      let content = bytes[place + 8..<place + 8 + length]
      if type == "tEXt" || type == "iTXt" { texts.append(String(decoding: content, as: UTF8.self)) }
      if type == "IEND" { return texts }
      place += 12 + length
    }
    return nil
  }
}
