/// The accounting identity: every row read is in exactly one class.
///
/// - Confidential: no, these are totals of a file
public struct Accounting: Sendable, Hashable {
  private var rowsByClass = [Int](repeating: 0, count: PlacementClass.allCases.count)

  /// No row.
  public init() {}

  /// Rows of one class.
  public subscript(kind: PlacementClass) -> Int {
    get { rowsByClass[kind.index] }
    set { rowsByClass[kind.index] = newValue }
  }

  /// All rows: the sum over the classes, by construction.
  public var rows: Int { rowsByClass.reduce(0, +) }

  /// The rows of two pieces of one file.
  public static func + (left: Accounting, right: Accounting) -> Accounting {
    var sum = left
    for kind in PlacementClass.allCases { sum[kind] += right[kind] }
    return sum
  }
}

extension PlacementClass {
  fileprivate var index: Int {
    switch self {
    case .iris: 0
    case .ambiguous: 1
    case .commune: 2
    case .outside: 3
    case .unplaced: 4
    }
  }
}
