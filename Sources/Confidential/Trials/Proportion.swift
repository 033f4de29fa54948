/// How many of how many, with its interval.
public struct Proportion: Sendable, Hashable {
  /// Cases counted.
  public let hits: Int
  /// Cases in all.
  public let total: Int

  /// A proportion of counts.
  public init(_ hits: Int, of total: Int) {
    precondition(hits >= 0 && hits <= total, "a part of the whole")
    self.hits = hits
    self.total = total
  }

  /// 0…1; 0 when there is no case.
  public var share: Double { total == 0 ? 0 : Double(hits) / Double(total) }

  /// Wilson's interval at 95 %; 0…1 when there is no case.
  ///
  /// - Source: Wilson, JASA 22 (1927), 209; RATES.md
  public var interval95: (lower: Double, upper: Double) {
    guard total > 0 else { return (0, 1) }
    let z = 1.959_963_984_540_054
    let n = Double(total)
    let centre = share + z * z / (2 * n)
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let whole = 1 + z * z / n
    return (max(0, (centre - reach) / whole), min(1, (centre + reach) / whole))
  }
}
