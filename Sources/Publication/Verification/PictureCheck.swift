internal import Diagnostics

/// Whether a picture says whose data it shows, what it shows, and what of it in words: the texts inside
/// the PNG.
///
/// - Source: PNG, second edition, 11.3.4 (textual information)
struct PictureCheck {
  let file: Deliverable.File
  let mention: String

  /// - Parameters:
  ///   - told: descriptions of the figures on the pages beside it; without pages nothing is compared
  func problems(told: Set<String>) throws(Problem) -> [Problem] {
    guard let texts = Self.texts(in: try file.bytes()) else {
      return [Wording.unreadable(at: file.place)]
    }
    let isNamed = ["Source", "Copyright"].allSatisfy { texts[$0]?.contains(mention) ?? false }
    let description = texts["Description"] ?? ""
    let isTold = told.isEmpty ? !description.isEmpty : told.contains(description)
    let isTitled = texts["Title"].map { !$0.isEmpty } ?? false
    return (isNamed ? [] : [Wording.noMention(at: file.place)])
      + (isTold && isTitled ? [] : [Wording.wrongSummary(at: file.place)])
  }

  /// What the figures of pages say of themselves to those who do not see them.
  static func descriptions(in files: [Deliverable.File]) throws(Problem) -> Set<String> {
    guard files.contains(where: { $0.suffix == "png" }) else { return [] }
    var told: Set<String> = []
    for file in files where file.suffix == "html" {
      let figures = PageText(try file.bytes()).pieces(from: "<svg class=\"figure", to: "</svg>")
      told.formUnion(
        figures.compactMap { $0.after("<desc")?.after(">")?.before("</desc>")?.unescaped })
    }
    return told
  }

  /// The mention that a picture alone states.
  static func source(of file: Deliverable.File) throws(Problem) -> String? {
    guard file.suffix == "png" else { return nil }
    return texts(in: try file.bytes())?["Source"]
  }

  /// Everything that a picture says.
  static func texts(of file: Deliverable.File) throws(Problem) -> [String] {
    (texts(in: try file.bytes()) ?? [:]).sorted { $0.key < $1.key }.map(\.value)
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Text by keyword of each piece that is not compressed; `nil` for what is no whole PNG.
  private static func texts(in bytes: [UInt8]) -> [String: String]? {
    guard bytes.starts(with: signature) else { return nil }
    var texts: [String: String] = [:]
    var place = signature.count
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - place - 12 else { return nil }
      let type = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      let content = bytes[place + 8..<place + 8 + length]
      if type == "tEXt" || type == "iTXt" {
        // what stands between keyword and text, language and form, is empty or no text
        let parts = content.split(separator: 0, omittingEmptySubsequences: true)
        let words = parts.map { String(decoding: $0, as: UTF8.self) }
        if let keyword = words.first, words.count > 1 { texts[keyword] = words[words.count - 1] }
      }
      if type == "IEND" { return texts }
      place += 12 + length
    }
    return nil
  }
}
