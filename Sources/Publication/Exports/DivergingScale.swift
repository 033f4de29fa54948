/// Classes on both sides of a reference, each with a tint that says on which side it is.
///
/// Bounds lie about as far under as over the reference: a third of the values is nearer than the inner
/// ones, a third farther than the outer ones. Where all values lie on one side, so do all classes.
///
/// - Exactness: the reference is rounded to a decimal less than the values; each bound is the roundest
///   number between the two published values around it, as those of any other map
package struct DivergingScale: Sendable, Hashable {
  /// Ascending.
  package let bounds: [FixedPoint]
  /// One for each class: 0 far under, 2 about the reference, 4 far over.
  private let places: [Int]

  /// The tint of one class, from the lowest.
  package func tint(_ index: Int) -> String {
    Tints.aroundSteps[places[min(index, places.count - 1)]]
  }

  /// Where the class is: under 2 below the reference, over 2 above it.
  package func place(_ index: Int) -> Int { places[min(index, places.count - 1)] }

  package init(around centre: Double, of values: [FixedPoint]) {
    let sorted = values.sorted()
    guard let least = sorted.first, let most = sorted.last,
      let middle = FixedPoint(centre, decimals: max(0, least.decimals - 1)),
      let reference = FixedPoint(middle.value, decimals: least.decimals)
    else {
      (bounds, places) = ([], [2])
      return
    }
    let gaps = sorted.map { abs($0.scaled - reference.scaled) }.filter { $0 > 0 }.sorted()
    if gaps.isEmpty {
      (bounds, places) = ([], [2])
    } else if least < reference && reference < most {
      (bounds, places) = Self.both(reference, gaps, sorted)
    } else {
      (bounds, places) = Self.one(isOver: reference < most, reference, gaps, sorted)
    }
  }

  private static func both(
    _ reference: FixedPoint, _ gaps: [Int64], _ sorted: [FixedPoint]
  ) -> ([FixedPoint], [Int]) {
    let ends = [sorted[0], sorted[sorted.count - 1]].map { abs($0.scaled - reference.scaled) }
    let reach = min(ends[0], ends[1])
    let near = min(reach, gaps[gaps.count / 3]), far = min(reach, gaps[gaps.count * 2 / 3])
    for (distances, places) in [([near, far], [0, 1, 2, 3, 4]), ([near], [0, 2, 4])] {
      let low = distances.reversed().compactMap { bound(under: reference.scaled - $0, sorted) }
      let high = distances.compactMap { bound(over: reference.scaled + $0, sorted) }
      if isAscending(low + high) { return (low + high, places) }
    }
    return (bound(under: reference.scaled, sorted).map { [$0] } ?? [], [1, 3])
  }

  private static func one(
    isOver: Bool, _ reference: FixedPoint, _ gaps: [Int64], _ sorted: [FixedPoint]
  ) -> ([FixedPoint], [Int]) {
    let distances = [gaps[gaps.count / 3], gaps[gaps.count * 2 / 3]]
    let bounds =
      isOver
      ? distances.compactMap { bound(over: reference.scaled + $0, sorted) }
      : distances.reversed().compactMap { bound(under: reference.scaled - $0, sorted) }
    guard bounds.count == 2, isAscending(bounds) else { return ([], [isOver ? 3 : 1]) }
    return (bounds, isOver ? [2, 3, 4] : [0, 1, 2])
  }

  private static func isAscending(_ bounds: [FixedPoint]) -> Bool {
    zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }
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
