/// Whole units dealt out by weights: every unit goes somewhere, none twice.
///
/// Webster's method. Units are given one after the other, each to the part whose weight over
/// (2 × units it has + 1) is greatest, the first of equal ones. What was given for n units is never
/// taken back for n + 1: so that bounds of an interval stay in order, and that categories dealt out
/// one after the other add up to their total dealt out at once. Largest remainders have neither
/// property (the Alabama paradox).
///
/// - Source: Balinski & Young, « Fair Representation », 2nd ed. 2001, ch. 3–4 and app. A
enum Apportionment {
  /// How many of the units each weight gets.
  ///
  /// - Parameters:
  ///   - total: units · 0 or more, below 2⁶¹
  ///   - weights: 0 or more, one at least above 0 · sum below 2⁶²
  /// - Returns: as many as weights, adding up to `total`; 0 for a weight of 0
  /// - Complexity: O(n²) of the weights, whatever the total
  static func parts(of total: Int, by weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    precondition(total >= 0 && sum > 0, "something to share, and somebody to take it")
    var parts = weights.map { certain($0, of: sum, total) }
    var rest = total - parts.reduce(0, +)
    while rest > 0 {
      parts[next(weights, parts)] += 1
      rest -= 1
    }
    while rest < 0 {
      parts[last(weights, parts)] -= 1
      rest += 1
    }
    return parts
  }

  /// The units whose claim is above the average one: those that round the quota, halves down.
  private static func certain(_ weight: Int, of sum: Int, _ total: Int) -> Int {
    let doubled = 2 * UInt128(weight) * UInt128(total)
    return Int((doubled + UInt128(sum) - 1) / (2 * UInt128(sum)))
  }

  /// Who gets the next unit.
  private static func next(_ weights: [Int], _ parts: [Int]) -> Int {
    var best = 0
    for index in weights.indices.dropFirst()
    where claims(weights[index], parts[index], above: weights[best], parts[best]) {
      best = index
    }
    return best
  }

  /// Who got the last unit.
  private static func last(_ weights: [Int], _ parts: [Int]) -> Int {
    var worst = parts.firstIndex { $0 > 0 } ?? 0
    for index in weights.indices.dropFirst(worst + 1)
    where parts[index] > 0
      && !claims(weights[index], parts[index] - 1, above: weights[worst], parts[worst] - 1)
    {
      worst = index
    }
    return worst
  }

  /// weight ÷ (2 × units + 1), compared without dividing.
  private static func claims(_ a: Int, _ units: Int, above b: Int, _ others: Int) -> Bool {
    UInt128(a) * (2 * UInt128(others) + 1) > UInt128(b) * (2 * UInt128(units) + 1)
  }
}
