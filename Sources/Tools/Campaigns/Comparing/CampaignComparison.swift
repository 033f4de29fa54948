internal import Comparisons
internal import Diagnostics
internal import Disclosure
internal import Rates
internal import Territory

/// Two campaigns compared by taking the earlier one to the later one, a factor at a time.
///
/// - Confidential: yes, figures that were never published
struct CampaignComparison {
  let problems: ProblemLog
  /// How many cells the rule of disclosure control alone changed, a sentence.
  let ruleAlone: String
  let comparison: Comparison

  init(before: String, after: String, progress: any Progress) throws(Problem) {
    let first = try Self.campaign(before)
    let last = try Self.campaign(after)
    var path = CampaignPath(from: first, to: last)
    guard !path.indicators.isEmpty else { throw Wording.nothingToCompare() }
    let states = try path.states(progress: progress)
    problems = path.problems
    let protected = try ProtectedStates(states, rules: (first.protection, last.protection))
    ruleAlone = Wording.ruleAlone(protected.changedByRuleAlone)
    comparison = Comparison(
      before: before, after: after, factors: Factor.allCases,
      rows: protected.rows(path.indicators))
  }

  private static func campaign(_ file: String) throws(Problem) -> Campaign {
    let (campaign, problems) = try CampaignReader.read(file)
    if let campaign { return campaign }
    throw problems.firstStop ?? Wording.campaignRefused(file)
  }
}

/// The figures of every step, and what the two rules make of the first and the last.
private struct ProtectedStates {
  private let states: [CampaignPath.State]
  private let before: StatusTable
  private let carried: StatusTable
  private let after: StatusTable
  /// How many cells of the later figures have another status under the earlier rule.
  let changedByRuleAlone: Int

  init(
    _ states: [CampaignPath.State], rules: (before: ProtectionRule, after: ProtectionRule)
  ) throws(Problem) {
    self.states = states
    before = try StatusTable(states[0].tables, rules.before)
    carried = try StatusTable(states[1].tables, rules.before)
    after = try StatusTable(states[states.count - 1].tables, rules.after)
    let underOldRule =
      rules.before == rules.after
      ? after : try StatusTable(states[states.count - 1].tables, rules.before)
    changedByRuleAlone = after.difference(from: underOldRule)
  }

  func rows(_ indicators: [String]) -> [Comparison.Row] {
    let zones = Set(states[0].zones).union(states[states.count - 1].zones).sorted()
    return zones.flatMap { zone in indicators.map { row($0, at: zone) } }
  }

  private func row(_ indicator: String, at zone: Zone) -> Comparison.Row {
    let isOwn = before.status(indicator, at: zone) != nil
    let measures = states.map { $0.measure(indicator, at: zone) }
    let first = isOwn ? measures[0] : measures[1]
    let difference = first?.rate.flatMap { old in
      measures[measures.count - 1]?.rate.map {
        RateDifference(from: RateBounds(old), to: RateBounds($0))
      }
    }
    return Comparison.Row(
      zone: PrintedZone(zone), indicator: indicator,
      statusBefore: before.status(indicator, at: zone) ?? carried.status(indicator, at: zone),
      statusAfter: after.status(indicator, at: zone), chain: chain(measures, isOwn: isOwn),
      difference: difference, origin: isOwn ? .published : .estimated)
  }

  private func chain(_ measures: [IndicatorTable.Measure?], isOwn: Bool) -> Chain? {
    let isRate = measures.compactMap(\.self).contains { $0.rate != nil }
    let levels = measures.map { measure in
      isRate ? measure?.rate?.value : measure?.numerator.exact.map(Double.init)
    }
    let known = (isOwn ? levels : Array(levels.dropFirst())).compactMap(\.self)
    guard known.count == (isOwn ? levels.count : levels.count - 1), let start = known.first else {
      return nil
    }
    let factors = Factor.allCases.suffix(known.count - 1)
    let steps = zip(factors, known.dropFirst()).map { Chain.Step($0, $1) }
    let per = measures.lazy.compactMap { $0?.rate?.per }.first ?? 1
    return Chain(start: start, steps: steps, decimals: isRate ? RateBounds.decimals(per: per) : 0)
  }
}

/// The status of every cell under a rule.
private struct StatusTable {
  private var statuses: [Zone: [String: String]] = [:]

  init(_ tables: [IndicatorTable], _ rule: ProtectionRule) throws(Problem) {
    let (release, _) = try Protection.release(of: tables, rule: rule)
    for row in release.rows {
      for (index, indicator) in release.indicators.enumerated() {
        statuses[row.zone, default: [:]][indicator.id] = row.figures[index].status.rawValue
      }
    }
  }

  func status(_ indicator: String, at zone: Zone) -> String? { statuses[zone]?[indicator] }

  func difference(from other: StatusTable) -> Int {
    statuses.reduce(0) { sum, row in
      sum + row.value.count { other.status($0.key, at: row.key) != $0.value }
    }
  }
}

extension RateBounds {
  fileprivate init(_ rate: Rate) {
    self.init(
      value: rate.value, lower: rate.interval95.lower, upper: rate.interval95.upper)
  }
}

extension PrintedZone {
  fileprivate init(_ zone: Zone) {
    switch zone {
    case .iris(let iris): self.init(.iris, iris.code)
    case .unlocated(let commune): self.init(.unlocated, commune.code)
    case .commune(let commune): self.init(.commune, commune.code)
    }
  }
}
