/// Areas in groups of equal number by their value: quintiles, deciles.
///
/// q = k + 1 − ⌈(N + 1 − rank) · k / N⌉, at least 1: equal values share the smallest rank, so that
/// they are in one group.
///
/// - Source: PHE, phe_quantile
public struct QuantileGroups: Sendable, Hashable {
  /// What the method is called in a file's method column.
  public static let method = "quantile-phe"

  /// By area, 1 to `count`; `nil` without a value, or where there are fewer values than groups.
  public let groups: [Int?]
  /// How many groups.
  public let count: Int

  /// - Parameters:
  ///   - values: by area · that everybody may see · `nil` where withheld
  ///   - count: 5 for quintiles
  ///   - firstIsHighest: group 1 holds the largest values instead of the smallest
  /// - Complexity: O(n log n)
  /// - Exactness: integers
  init(_ values: [Double?], into count: Int, firstIsHighest: Bool = false) {
    precondition(count >= 1, "at least one group")
    let sorted = values.compactMap { $0.map { firstIsHighest ? -$0 : $0 } }.sorted()
    let total = sorted.count
    self.count = count
    groups = values.map { value in
      guard let value, total >= count else { return nil }
      let key = firstIsHighest ? -value : value
      let rank = sorted.partitioned { $0 >= key } + 1
      return max(1, count + 1 - ((total + 1 - rank) * count + total - 1) / total)
    }
  }

  /// Groups of figures that everybody may see, by their rate.
  ///
  /// - Parameters:
  ///   - figures: by area · `nil` where withheld
  ///   - count: 5 for quintiles
  ///   - firstIsHighest: group 1 holds the largest rates instead of the smallest
  public init(_ figures: [ShownFigure?], into count: Int, firstIsHighest: Bool = false) {
    self.init(figures.map { $0?.rate }, into: count, firstIsHighest: firstIsHighest)
  }
}

extension [Double] {
  /// The first place of a sorted list from which a condition holds.
  fileprivate func partitioned(_ holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
