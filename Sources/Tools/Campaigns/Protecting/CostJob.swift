public import Diagnostics
internal import Disclosure
internal import Rates
internal import Territory

/// What the protection of a campaign costs, and would after changes that the group weighs.
///
/// Nothing is written and nothing is released: the answers are for those who decide.
public struct CostJob: Sendable {
  private let campaign: Campaign
  private let changes: [(text: String, change: WhatIf)]
  private let isDetailed: Bool

  /// - Parameters:
  ///   - changes: as typed, `threshold=6`, `merge=CODE+CODE`, `drop=age`
  ///   - isDetailed: whether to say what each indicator and each dimension costs the others
  /// - Throws: `campaign.bad-change`, `campaign.unknown-in-change`, `campaign.threshold-too-low`
  public init(_ campaign: Campaign, changes: [String], isDetailed: Bool) throws(Problem) {
    self.campaign = campaign
    self.isDetailed = isDetailed
    var understood: [(text: String, change: WhatIf)] = []
    for text in changes { understood.append((text, try Self.change(text, in: campaign))) }
    self.changes = understood
  }

  /// Measures once, then protects once for each question.
  ///
  /// - Throws: what stops a run before protection; a change that cannot be protected is an answer
  /// - Complexity: that of a run's protection, times the questions
  public func report(progress: any Progress) throws(Problem) -> CostReport {
    var run = CampaignRun(campaign, progress: progress)
    let measured = try run.measure(isRehearsal: true)
    let tables = measured.tables
    progress.begins("Secret statistique", units: nil)
    defer { progress.ends() }
    let rule = campaign.protection
    let report = try Protection.release(
      of: tables, rule: rule, on: measured.zonings, beside: measured.knowledge
    ).report
    let asked = changes.map { text, change in
      let zonings = change.keepsZones ? measured.zonings : []
      var answer = Self.answer(text) { () throws(Problem) in
        try Protection.cost(
          of: tables, rule: rule, on: zonings, beside: measured.knowledge, if: change)
      }
      if zonings.count < measured.zonings.count {
        answer.baseline = try? Protection.cost(of: tables, rule: rule, beside: measured.knowledge)
      }
      return answer
    }
    let dropped = isDetailed ? campaign.drops : []
    let without = dropped.map { text, names in
      Self.answer(text) { () throws(Problem) in
        try Protection.cost(
          of: tables, rule: rule, on: measured.zonings, beside: measured.knowledge,
          if: .drop(names))
      }
    }
    return CostReport(
      campaign: campaign.name, threshold: rule.threshold, protection: report, changes: asked,
      without: without)
  }

  private static func answer(
    _ text: String, _ cost: () throws(Problem) -> ProtectionCost
  ) -> CostReport.Answer {
    do throws(Problem) { return .init(question: text, cost: try cost(), refusal: nil) } catch {
      return .init(question: text, cost: nil, refusal: error)
    }
  }

  private static func change(_ text: String, in campaign: Campaign) throws(Problem) -> WhatIf {
    guard let change = WhatIf(text, breakdowns: campaign.breakdowns) else {
      throw Wording.badChange(text)
    }
    switch change {
    case .threshold(let number) where number < 2:
      throw Wording.thresholdTooLow(at: Place(key: "--what-if"))
    case .drop(let names):
      let ids = campaign.indicators.map(\.id)
      if let unknown = names.subtracting(ids).min() {
        throw Wording.unknownInChange(unknown, allowed: ids + campaign.breakdowns.keys.sorted())
      }
    case .merge(let irises):
      let codes = campaign.communes.map(\.code)
      if let stranger = irises.min(), !codes.contains(stranger.commune.code) {
        throw Wording.unknownInChange(stranger.code, allowed: codes)
      }
    case .threshold: break
    }
    return change
  }
}

extension WhatIf {
  /// Whether other zonings still fit: an IRIS made of two may lie in two of their areas.
  fileprivate var keepsZones: Bool { if case .merge = self { false } else { true } }
}

extension Campaign {
  /// By dimension, the indicators that it makes.
  var breakdowns: [String: Set<String>] {
    indicators.reduce(into: [:]) { names, indicator in
      for dimension in indicator.dimensions { names[dimension, default: []].insert(indicator.id) }
    }
  }

  /// Every breakdown and every indicator that could be left out, one always staying.
  fileprivate var drops: [(text: String, names: Set<String>)] {
    let dimensions = breakdowns.sorted { $0.key < $1.key }.map { ("drop=\($0.key)", $0.value) }
    let singles = indicators.map { ("drop=\($0.id)", Set([$0.id])) }
    return (dimensions + singles).filter { $0.1.count < indicators.count }
  }
}
