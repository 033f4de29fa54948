internal import Atlas
internal import Boundaries
internal import Diagnostics
internal import Files
internal import Territory

extension Campaign {
  /// The comments that are there, `<indicator>.md` and `<code of an IRIS>.md`, as they are written.
  ///
  /// - Parameters:
  ///   - contours: whose IRIS may have one; `nil` for the indicators alone
  func commentTexts(of contours: Contours?) throws(Problem) -> [String: [UInt8]] {
    var texts: [String: [UInt8]] = [:]
    for name in indicators.map(\.id) + (contours?.areas.map(\.iris.code) ?? []) {
      let path = commentPath(of: name)
      guard FilePath.exists(path) else { continue }
      texts[name] = try MappedFile(path).withBytes { Array($0) }
    }
    return texts
  }

  /// The same, as the atlas shows them.
  func comments(of contours: Contours?) throws(Problem) -> [String: Comment] {
    try commentTexts(of: contours).mapValues { Comment(String(decoding: $0, as: UTF8.self)) }
  }

  /// Where the comment of an indicator is looked for.
  func commentPath(of indicator: String) -> String {
    FilePath.join(outputs.comments, indicator + ".md")
  }
}
