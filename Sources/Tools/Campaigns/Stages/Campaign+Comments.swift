internal import Atlas
internal import Diagnostics
internal import Files

extension Campaign {
  /// The comments that are there, by indicator, as they are written.
  func commentTexts() throws(Problem) -> [String: [UInt8]] {
    var texts: [String: [UInt8]] = [:]
    for indicator in indicators {
      let path = commentPath(of: indicator.id)
      guard FilePath.exists(path) else { continue }
      texts[indicator.id] = try MappedFile(path).withBytes { Array($0) }
    }
    return texts
  }

  /// The same, as the atlas shows them.
  func comments() throws(Problem) -> [String: Comment] {
    try commentTexts().mapValues { Comment(String(decoding: $0, as: UTF8.self)) }
  }

  /// Where the comment of an indicator is looked for.
  func commentPath(of indicator: String) -> String {
    FilePath.join(outputs.comments, indicator + ".md")
  }
}
