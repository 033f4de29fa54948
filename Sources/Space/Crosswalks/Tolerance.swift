/// What two drawings of one border may differ by.
///
/// Editions are generalised anew each time, so that hardly any border is drawn twice alike. Where two
/// areas share less than a disc of this diameter, the border is the same and was only drawn
/// otherwise: such slivers may be kilometres long and amount to several per cent of a small IRIS, which
/// is why neither their area nor their share is asked. An exchange of ground between IRIS is a block
/// of houses at least.
public struct Tolerance: Sendable, Hashable {
  /// Metres · above 0.
  public let width: Double
  /// The least share of its area that an IRIS keeps in its commune for the commune guard to hold.
  static let guardShare = 0.5
  /// The share of an IRIS that its links should cover; less is told.
  static let leastCoverage = Share(billionths: 900_000_000)
  /// How many addresses an IRIS that is cut must have to be weighed by them.
  static let leastAddresses = 20

  /// - Parameters:
  ///   - width: metres · above 0
  public init(width: Double) {
    precondition(width > 0 && width.isFinite, "a width above 0")
    self.width = width
  }

  /// Thirty metres: wider than the streets whose middle borders follow, narrower than a block.
  public static let standard = Tolerance(width: 30)
}
