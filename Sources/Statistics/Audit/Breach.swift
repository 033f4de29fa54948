/// A promise that a release breaks, and where; never the number itself.
///
/// - Confidential: no
public struct Breach: Sendable, Hashable {
  /// Which promise.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A figure stands beside a status that says there is none.
    case trace
    /// Two files of one release do not say the same.
    case disagreement
    /// A count under the threshold, or the few persons behind a figure, is there to be read.
    case shownSmall
    /// A class bound of a legend does not come from published values.
    case classBound
    /// The number of areas in a class is not that of the published values.
    case classCount
    /// A withheld number can have one value only.
    case exact
    /// A withheld number cannot reach the threshold.
    case belowThreshold
    /// A withheld number cannot be as small as one, or nobody.
    case raised
    /// A withheld amount is known too well.
    case narrow
    /// A number that nobody shows is known to be small: a difference of shown ones.
    case implied
    /// Withheld here, shown in another release.
    case shownElsewhere
    /// Shown with two values in two releases.
    case revised
    /// No numbers at all fit what is public.
    case contradiction
    /// The programs did not decide.
    case undecided
    /// Somebody alone in a cell, or a partner, learns another cell.
    case insider
  }

  /// Where it is.
  public struct Site: Sendable, Hashable {
    /// Folder of the release.
    public var release: String
    /// File; empty when it follows from several.
    public var file = ""
    /// Identifier of the indicator; empty when it concerns several.
    public var indicator = ""
    /// IRIS code, « hors IRIS 01004 » or « commune 01004 ».
    public var zone = ""
  }

  /// Which promise.
  public let kind: Kind
  /// Where it is.
  public let site: Site

  init(_ kind: Kind, _ site: Site) {
    self.kind = kind
    self.site = site
  }
}
