/// Classes of about equal numbers for a map, with bounds rounded for reading.
///
/// The bounds come from published values only, so they say nothing of withheld ones.
package struct RateClasses: Sendable, Hashable {
  /// Where a class ends and the next begins, ascending: one less than there are classes.
  package let bounds: [FixedPoint]

  /// How many classes a map has at most.
  package static let most = 5
  /// Fewer values than this for each class make fewer classes.
  static let fewestValues = 3

  /// Quantiles, each bound moved to the roundest number of the gap that it falls in: no value
  /// changes its class by the rounding. Equal values are in one class.
  ///
  /// - Parameters:
  ///   - values: the published values of inhabited IRIS · any order · same decimals
  package init(of values: [FixedPoint]) {
    let sorted = values.sorted()
    let wanted = max(1, min(Self.most, sorted.count / Self.fewestValues))
    var bounds: [FixedPoint] = []
    for number in 1..<max(wanted, 2) where wanted > 1 {
      let upper = sorted[(sorted.count * number + wanted - 1) / wanted]
      guard let lower = sorted.last(where: { $0 < upper }) else { continue }
      let bound = Self.roundest(above: lower, upTo: upper)
      if bounds.last != bound { bounds.append(bound) }
    }
    self.bounds = bounds
  }

  /// The class of a value, from 0: values equal to a bound begin the class above it.
  package func index(of value: FixedPoint) -> Int { bounds.prefix { $0 <= value }.count }

  /// The multiple of the largest step among 1, 2, 5, 10, 20, 50 … units of the last decimal that
  /// lies in the gap.
  package static func roundest(above lower: FixedPoint, upTo upper: FixedPoint) -> FixedPoint {
    var power: Int64 = 1
    let largest = max(lower.scaled.magnitude, upper.scaled.magnitude)
    while power <= Int64.max / 100 && power <= largest { power *= 10 }
    while power > 0 {
      for step in [5 * power, 2 * power, power] {
        let rest = upper.scaled % step
        let multiple = upper.scaled - (rest < 0 ? rest + step : rest)
        if multiple > lower.scaled && multiple <= upper.scaled {
          return FixedPoint(scaled: multiple, decimals: upper.decimals)
        }
      }
      power /= 10
    }
    return upper
  }
}
