internal import Atlas
internal import Boundaries
internal import Diagnostics
internal import Files
internal import Territory

extension Campaign {
  /// The comments on indicators that are there, as they are written.
  func commentTexts() throws(Problem) -> [String: [UInt8]] {
    try commentTexts(named: indicators.map(\.id))
  }

  /// The same, as the atlas shows them, with those on single IRIS: `<code>.md`.
  func comments(on contours: Contours) throws(Problem) -> [String: Comment] {
    let names = indicators.map(\.id) + contours.areas.map(\.iris.code)
    return try commentTexts(named: names).mapValues(Comment.init)
  }

  /// Indicators that the group has said nothing of.
  func uncommented() throws(Problem) -> [String] {
    let texts = try commentTexts().mapValues(Comment.init)
    return indicators.map(\.id).filter { texts[$0]?.isEmpty ?? true }
  }

  /// Where a comment is looked for.
  func commentPath(of name: String) -> String { FilePath.join(outputs.comments, name + ".md") }

  private func commentTexts(named names: [String]) throws(Problem) -> [String: [UInt8]] {
    var texts: [String: [UInt8]] = [:]
    for name in names {
      let path = commentPath(of: name)
      guard FilePath.exists(path) else { continue }
      texts[name] = try MappedFile(path).withBytes { Array($0) }
    }
    return texts
  }
}

extension Comment {
  fileprivate init(_ bytes: [UInt8]) { self.init(String(decoding: bytes, as: UTF8.self)) }
}
