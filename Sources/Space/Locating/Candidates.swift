/// Some areas of an index, by ordinal: the only ones that may own a position.
public struct Candidates: Sendable, Hashable {
  /// Sorted, apart from one another, none empty.
  let ranges: [Range<Int>]

  /// Consecutive ordinals.
  public init(_ range: Range<Int>) { ranges = range.isEmpty ? [] : [range] }

  /// Any ordinals, in any order.
  public init(_ ordinals: some Sequence<Int>) {
    var ranges: [Range<Int>] = []
    for ordinal in ordinals.sorted() {
      if let last = ranges.last, ordinal <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, ordinal + 1)
      } else {
        ranges.append(ordinal..<(ordinal + 1))
      }
    }
    self.ranges = ranges
  }

  /// Whether there is none.
  public var isEmpty: Bool { ranges.isEmpty }

  /// How many there are.
  public var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// Whether the area is one of them.
  ///
  /// - Complexity: O(1) for consecutive ordinals, O(n) of the gaps between them else
  public func contains(_ ordinal: Int) -> Bool { ranges.contains { $0.contains(ordinal) } }
}
