/// What some persons get or pay: how much together, and by the one with the most.
///
/// All that is kept of the rows: with the number of persons it tells whether one of them could be
/// guessed.
///
/// - Exactness: integers; whoever reads a row rounds it
/// - Confidential: yes, the largest is one person's
public struct Amount: Sendable, Hashable {
  /// Of all of them.
  public private(set) var sum: Int
  /// Of the one with the most.
  public private(set) var largest: Int

  init(sum: Int, largest: Int) {
    self.sum = sum
    self.largest = largest
  }

  /// One person's.
  public init(_ value: Int) {
    precondition(value >= 0, "an amount is not negative")
    self.init(sum: value, largest: value)
  }

  /// Nobody's.
  public static let zero = Amount(0)

  /// Two groups that share nobody.
  ///
  /// - Returns: sums added, saturating at `Int.max`
  public static func + (left: Amount, right: Amount) -> Amount {
    let (sum, overflow) = left.sum.addingReportingOverflow(right.sum)
    return Amount(sum: overflow ? .max : sum, largest: max(left.largest, right.largest))
  }

  /// Adds another group.
  public static func += (left: inout Amount, right: Amount) { left = left + right }
}
