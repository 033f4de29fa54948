public import Crosswalks
public import Diagnostics

extension Comparison {
  /// Two releases compared from what they print.
  ///
  /// The earlier one is first told on the later one's geography; then its denominator is replaced, then
  /// its numerator. A figure that either withholds is not compared, and neither is one carried from an
  /// IRIS that was withheld.
  ///
  /// - Parameters:
  ///   - crosswalk: from the earlier edition to the later; `nil` when they are the same
  /// - Returns: rows for every zone of either; `comparisons.other-edition` (warns: only communes are
  ///   compared), `comparisons.nothing-in-common`, `comparisons.other-unit`
  public static func between(
    _ earlier: PrintedRelease, _ later: PrintedRelease, crosswalk: Crosswalk? = nil
  ) -> (Comparison, ProblemLog) {
    let pair = ReleasePair(earlier, later, crosswalk)
    let zones = Set(later.zones).union(pair.carried.zones).sorted()
    let indicators = later.indicators.filter { own in
      earlier.indicators.contains { $0.id == own.id }
    }
    let rows = zones.flatMap { zone in indicators.map { pair.row($0, at: zone) } }
    let factors: [Factor] = [.contours, .denominator, .numerator]
    let comparison = Comparison(
      before: earlier.name, after: later.name, factors: factors, rows: rows)
    return (comparison, pair.problems(indicators))
  }
}

/// Two releases, the earlier one also on the later one's geography.
private struct ReleasePair {
  let earlier: PrintedRelease
  let later: PrintedRelease
  /// The earlier one on the later one's geography.
  let carried: PrintedRelease
  private let isCarried: Bool
  /// Whether IRIS of the two may be compared by their codes.
  private let isOneGeography: Bool

  init(_ earlier: PrintedRelease, _ later: PrintedRelease, _ crosswalk: Crosswalk?) {
    self.earlier = earlier
    self.later = later
    carried = crosswalk.map { earlier.carried(by: $0) } ?? earlier
    isCarried = crosswalk != nil
    isOneGeography = crosswalk != nil || earlier.edition == later.edition
  }

  func row(_ indicator: PrintedRelease.Indicator, at zone: PrintedZone) -> Comparison.Row {
    let before = carried.figure(indicator.id, at: zone)
    let after = later.figure(indicator.id, at: zone)
    let isComparable = isOneGeography || zone.level == .commune
    let difference = rates(before, after).map { RateDifference(from: $0, to: $1) }
    return Comparison.Row(
      zone: zone, indicator: indicator.id, statusBefore: before?.status,
      statusAfter: after?.status,
      chain: isComparable ? chain(indicator, zone, before, after) : nil,
      difference: isComparable ? difference : nil, origin: before?.origin ?? .published)
  }

  private func rates(
    _ before: PrintedFigure?, _ after: PrintedFigure?
  ) -> (RateBounds, RateBounds)? {
    guard let before = before?.rate, let after = after?.rate else { return nil }
    return (before, after)
  }

  /// Of rates where both have one; of counts where neither has a denominator.
  private func chain(
    _ indicator: PrintedRelease.Indicator, _ zone: PrintedZone, _ before: PrintedFigure?,
    _ after: PrintedFigure?
  ) -> Chain? {
    guard let before, let after, let first = before.count, let last = after.count else {
      return nil
    }
    let own = isCarried ? earlier.figure(indicator.id, at: zone) : nil
    if before.base == nil && after.base == nil {
      return Self.chain(
        from: own?.count.map(Double.init), carried: Double(first),
        [.init(.numerator, Double(last))], decimals: 0)
    }
    guard let rate = before.rate?.value, let end = after.rate?.value, let base = after.base,
      base > 0
    else { return nil }
    let swapped = Double(first) / base * indicator.per
    return Self.chain(
      from: own?.rate?.value, carried: rate,
      [.init(.denominator, swapped), .init(.numerator, end)],
      decimals: RateBounds.decimals(per: indicator.per))
  }

  /// With the step of the contours where the same code had a figure of its own before.
  private static func chain(
    from own: Double?, carried: Double, _ steps: [Chain.Step], decimals: Int
  ) -> Chain {
    guard let own else { return Chain(start: carried, steps: steps, decimals: decimals) }
    return Chain(
      start: own, steps: [.init(.contours, carried)] + steps, decimals: decimals)
  }

  func problems(_ common: [PrintedRelease.Indicator]) -> ProblemLog {
    var log = ProblemLog()
    if !isOneGeography { log.record(Wording.otherEdition(earlier, later)) }
    if common.isEmpty { log.record(Wording.nothingInCommon(earlier, later)) }
    for indicator in common {
      let own = earlier.indicators.first { $0.id == indicator.id }
      if own?.per != indicator.per { log.record(Wording.otherUnit(indicator.id)) }
    }
    return log
  }
}
