/// That a source counts those of others too: « with a doctor » and « without » make « protected persons »,
/// single parents are among those who get a benefit.
///
/// Only a campaign can tell: the files do not. What one number leaves of another is then known, and must
/// be protected.
public struct SourceLink: Sendable, Hashable, Comparable {
  /// The source that holds everybody of the others.
  public let whole: String
  /// Sources that share nobody, sorted.
  public let parts: [String]
  /// Whether the parts make the whole; else somebody of it is in none of them.
  public let isComplete: Bool

  /// A link from its parts.
  public init(whole: String, parts: [String], isComplete: Bool) {
    self.whole = whole
    self.parts = parts.sorted()
    self.isComplete = isComplete
  }

  /// By the whole, then the parts; a complete link first.
  public static func < (left: SourceLink, right: SourceLink) -> Bool {
    if left.whole != right.whole { return left.whole < right.whole }
    if left.parts != right.parts { return left.parts.lexicographicallyPrecedes(right.parts) }
    return left.isComplete && !right.isComplete
  }
}
