/// Which part of an area goes somewhere, in billionths: the parts of an area add up to exactly one.
///
/// - Exactness: integers; a share of a real number is rounded to 10⁻⁹
public struct Share: Sendable, Hashable, Comparable {
  /// Of a whole, 0…1,000,000,000.
  public let billionths: Int

  /// Everything.
  public static let whole = Share(billionths: wholeBillionths)
  /// Nothing.
  public static let none = Share(billionths: 0)

  static let wholeBillionths = 1_000_000_000

  init(billionths: Int) {
    precondition((0...Self.wholeBillionths).contains(billionths), "a part of one")
    self.billionths = billionths
  }

  /// A part of a whole, to the nearest billionth, never above one.
  init(_ part: Double, of whole: Double) {
    let share = whole > 0 ? (part / whole * Double(Self.wholeBillionths)).rounded() : 0
    billionths = Int(min(max(share, 0), Double(Self.wholeBillionths)))
  }

  /// As a number between 0 and 1.
  public var value: Double { Double(billionths) / Double(Self.wholeBillionths) }

  /// The smaller first.
  public static func < (left: Share, right: Share) -> Bool { left.billionths < right.billionths }
}
