/// Where the classes of a map end.
///
/// Bounds come from published values alone.
public enum Classification: Sendable, Hashable {
  /// About as many areas in each class.
  case quantiles
  /// As alike as can be within a class: least squared distance to the classes' means.
  case fisherJenks
  /// As wide as each other.
  case equalIntervals
  /// As the group has decided; ascending.
  case manual([Double])
  /// As far under as over a reference, near and far.
  case around(Double)

  /// « quantiles » and its like.
  package var name: String {
    switch self {
    case .quantiles: "quantiles"
    case .fisherJenks: "seuils naturels (Fisher-Jenks)"
    case .equalIntervals: "amplitudes égales"
    case .manual: "seuils choisis"
    case .around: "écarts à l’ensemble"
    }
  }

  /// The bounds between the classes, rounded for reading within the gap that they fall in, so that
  /// no value changes its class.
  package func bounds(of values: [FixedPoint]) -> [FixedPoint] {
    guard let decimals = values.first?.decimals else { return [] }
    if self == .quantiles { return RateClasses(of: values).bounds }
    if case .manual(let bounds) = self {
      return bounds.compactMap { FixedPoint($0, decimals: decimals) }
    }
    if case .around(let centre) = self {
      return DivergingScale(around: centre, of: values).bounds
    }
    let sorted = values.sorted()
    let count = max(1, min(RateClasses.most, Set(sorted).count))
    let tops = upperBounds(of: sorted.map(\.value), count: count).dropLast()
    var bounds: [FixedPoint] = []
    for top in tops {
      guard let lower = sorted.last(where: { $0.value <= top + 1e-12 }),
        let upper = sorted.first(where: { $0.value > top + 1e-12 })
      else { continue }
      let bound = RateClasses.roundest(above: lower, upTo: upper)
      if bounds.last != bound { bounds.append(bound) }
    }
    return bounds
  }

  /// The tint of each class that these values make, the lowest first.
  package func tints(of values: [FixedPoint]) -> [String] {
    let count = bounds(of: values).count + 1
    if case .around(let centre) = self {
      let scale = DivergingScale(around: centre, of: values)
      return (0..<count).map(scale.tint)
    }
    return (0..<count).map { Tints.tint($0, of: count) }
  }

  /// The highest value that each class may have, the last one the greatest value.
  ///
  /// - Parameters:
  ///   - values: ascending, at least one
  /// - Source: mapclassify, published results on its example data (see the tests)
  func upperBounds(of values: [Double], count: Int) -> [Double] {
    guard let first = values.first, let last = values.last else { return [] }
    switch self {
    case .manual(let bounds): return bounds.filter { $0 < last } + [last]
    case .around: return [last]
    case .equalIntervals:
      return (1...count).map { number in
        number == count ? last : first + (last - first) * Double(number) / Double(count)
      }
    case .quantiles:
      return (1...count).map { number in
        let place = Double(number) / Double(count) * Double(values.count - 1)
        let below = Int(place), part = place - Double(Int(place))
        let above = min(below + 1, values.count - 1)
        return values[below] + (values[above] - values[below]) * part
      }
    case .fisherJenks: return Self.naturalBreaks(in: values, count: count)
    }
  }

  /// Dynamic programming over the ascending values.
  ///
  /// - Complexity: O(k · n²)
  /// - Source: Fisher, « On Grouping for Maximum Homogeneity », JASA 53 (1958), 789–798
  private static func naturalBreaks(in values: [Double], count: Int) -> [Double] {
    let total = values.count
    if count >= total { return values }
    var sums = [0.0], squares = [0.0]
    for value in values {
      sums.append((sums.last ?? 0) + value)
      squares.append((squares.last ?? 0) + value * value)
    }
    let spread = { (from: Int, to: Int) -> Double in
      let sum = sums[to] - sums[from]
      return squares[to] - squares[from] - sum * sum / Double(to - from)
    }
    var cost = (0...total).map { $0 == 0 ? 0 : spread(0, $0) }
    var starts: [[Int]] = []
    for classes in 1..<max(1, count) {
      var next = cost
      var start = [Int](repeating: 0, count: total + 1)
      for end in (classes + 1)...total {
        var best = (cost: Double.infinity, start: classes)
        for from in classes..<end {
          let sum = cost[from] + spread(from, end)
          if sum < best.cost { best = (sum, from) }
        }
        next[end] = best.cost
        start[end] = best.start
      }
      cost = next
      starts.append(start)
    }
    var tops = [total]
    for start in starts.reversed() { tops.append(start[tops[tops.count - 1]]) }
    return tops.reversed().map { values[$0 - 1] }
  }
}
