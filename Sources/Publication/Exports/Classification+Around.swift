extension Classification {
  /// Bounds about as far under as over a reference: a third of the values lies nearer than the inner
  /// ones, a third farther than the outer ones.
  ///
  /// - Returns: four; fewer where the values leave no room; none where they lie on one side only
  /// - Exactness: the reference is rounded to a decimal less than the values; each bound is the roundest
  ///   number between the two published values around it, as those of any other map
  static func bounds(around centre: Double, of values: [FixedPoint]) -> [FixedPoint] {
    guard let decimals = values.first?.decimals,
      let middle = FixedPoint(centre, decimals: max(0, decimals - 1)),
      let reference = FixedPoint(middle.value, decimals: decimals)
    else { return [] }
    let sorted = values.sorted()
    guard let least = sorted.first, let most = sorted.last, least < reference, reference < most
    else { return [] }
    let reach = min(reference.scaled - least.scaled, most.scaled - reference.scaled)
    let gaps = sorted.map { abs($0.scaled - reference.scaled) }.filter { $0 > 0 }.sorted()
    let near = min(reach, gaps[gaps.count / 3]), far = min(reach, gaps[gaps.count * 2 / 3])
    for distances in [[near, far], [near]] {
      let low = distances.reversed().compactMap { bound(under: reference.scaled - $0, sorted) }
      let high = distances.compactMap { bound(over: reference.scaled + $0, sorted) }
      let bounds = low + high
      if zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 }) { return bounds }
    }
    return bound(under: reference.scaled, sorted).map { [$0] } ?? []
  }

  /// Above every value up to a number.
  private static func bound(under number: Int64, _ sorted: [FixedPoint]) -> FixedPoint? {
    guard let lower = sorted.last(where: { $0.scaled <= number }),
      let upper = sorted.first(where: { $0.scaled > number })
    else { return nil }
    return RateClasses.roundest(above: lower, upTo: upper)
  }

  /// Under every value from a number on.
  private static func bound(over number: Int64, _ sorted: [FixedPoint]) -> FixedPoint? {
    guard let lower = sorted.last(where: { $0.scaled < number }),
      let upper = sorted.first(where: { $0.scaled >= number })
    else { return nil }
    return RateClasses.roundest(above: lower, upTo: upper)
  }
}
