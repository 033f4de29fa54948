/// How many units: a number, or an interval where the partner masked the value.
///
/// `<5` is the interval 1…4 or 0…4, as the campaign declares; a value not delivered has no upper
/// bound. Adding adds the bounds.
///
/// - Exactness: integers
public struct Count: Sendable, Hashable {
  /// The smallest possible value.
  public private(set) var lower: Int
  /// The largest possible value; `nil` when nothing bounds it.
  public private(set) var upper: Int?
  /// How many masked values it contains.
  public private(set) var maskedParts: Int
  /// How many undelivered values it contains.
  public private(set) var missingParts: Int

  init(lower: Int, upper: Int?, maskedParts: Int, missingParts: Int) {
    self.lower = lower
    self.upper = upper
    self.maskedParts = maskedParts
    self.missingParts = missingParts
  }

  /// A known number.
  public init(_ value: Int) {
    precondition(value >= 0, "a count is not negative")
    lower = value
    upper = value
    maskedParts = 0
    missingParts = 0
  }

  /// A value that the partner masked, known to lie in an interval.
  public static func masked(_ interval: ClosedRange<Int>) -> Count {
    var count = Count(interval.lowerBound)
    count.upper = interval.upperBound
    count.maskedParts = 1
    return count
  }

  /// A value that the partner did not deliver.
  public static var missing: Count {
    var count = Count(0)
    count.upper = nil
    count.missingParts = 1
    return count
  }

  /// No unit.
  public static let zero = Count(0)

  /// The number, when it is known; `nil` when some part is masked or missing.
  public var exact: Int? { maskedParts == 0 && missingParts == 0 ? lower : nil }

  /// The count of two disjoint groups.
  ///
  /// - Returns: bounds added, saturating at `Int.max`
  public static func + (left: Count, right: Count) -> Count {
    var sum = left
    sum.lower = saturated(left.lower, right.lower)
    sum.upper = left.upper.flatMap { a in right.upper.map { b in saturated(a, b) } }
    sum.maskedParts += right.maskedParts
    sum.missingParts += right.missingParts
    return sum
  }

  /// Adds another group.
  public static func += (left: inout Count, right: Count) { left = left + right }

  private static func saturated(_ a: Int, _ b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }
}
