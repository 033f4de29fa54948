public import Diagnostics
internal import Disclosure
internal import Files
internal import Keeping
internal import Manifests
internal import Rates
public import Stages

/// A source is taken back: everything that was made from it goes, the rest is issued again without a
/// row being read, and a certificate says so.
public struct WithdrawJob: Sendable {
  private let campaign: Campaign
  private let source: String
  private let moment: Moment

  /// - Parameters:
  ///   - source: its identifier
  ///   - moment: of the steps
  /// - Throws: `campaign.unknown-value` when the campaign has no such source
  public init(_ campaign: Campaign, source: String, at moment: Moment) throws(Problem) {
    guard campaign.sources.contains(where: { $0.id == source }) else {
      throw Wording.unknownValue(
        source, allowed: campaign.sources.map(\.id), at: Place(key: "--source"))
    }
    self.campaign = campaign
    self.source = source
    self.moment = moment
  }

  private var outputs: OutputFolder { OutputFolder(campaign.outputs.folder) }

  /// Says what would go; writes nothing.
  public func rehearse() throws(Problem) -> WithdrawReport {
    _ = try campaign.journal(in: outputs)
    return WithdrawReport(
      campaign, source: source, on: moment.day.text,
      plan: try WithdrawPlan(campaign, source: source, in: outputs))
  }

  /// Issues the rest, then removes what was made from the source.
  ///
  /// Killed in between, the same command ends what was begun: what is left to remove is found again.
  ///
  /// - Throws: what is wrong with the material; `files.locked`
  public func run(progress: any Progress) throws(Problem) -> WithdrawReport {
    let lock = try FolderLock(outputs.path)
    defer { withExtendedLifetime(lock) {} }
    let journal = try campaign.journal(in: outputs)
    let found = try WithdrawPlan(campaign, source: source, in: outputs)
    let isCertified = try WithdrawCertificate.isThere(for: source, in: outputs.path)
    if found.isEmpty && isCertified && journal.hasWithdrawn(source) {
      return WithdrawReport(campaign, source: source, on: moment.day.text, plan: found)
    }
    let plan = found.including(journal.withdrawal(of: source), in: campaign.work)
    var report = WithdrawReport(campaign, source: source, on: moment.day.text, plan: plan)
    progress.begins("Retrait", units: nil)
    defer { progress.ends() }
    report.version = try issueRest(after: journal, plan)
    if report.version == nil, let current = outputs.current, plan.versions.contains(current) {
      try FilePath.remove(outputs.currentPath)
    }
    for version in plan.versions where version != report.version {
      FilePath.removeTree(outputs.path(of: version))
    }
    for path in plan.releases { try FilePath.remove(path) }
    report.erasure = Erasure(of: plan.tallies, in: campaign.work)
    report.certificate = try WithdrawCertificate(report).write(in: outputs.path)
    return report
  }

  /// - Returns: the version that takes the place of the others; `nil` when there is nothing to issue
  private func issueRest(
    after journal: Journal, _ plan: WithdrawPlan
  ) throws(Problem) -> String? {
    if let withdrawn = journal.withdrawal(of: source) { return try reissued(withdrawn, journal) }
    let steps = [step(plan)]
    guard journal.last(.computed) != nil else { return try record(steps, after: journal) }
    let standing = try StandingRelease(campaign, journal, in: outputs)
    guard let rest = standing.release.without(source: source) else {
      return try record(steps, after: journal)
    }
    let reduced = campaign.without(source: source)
    var making = VersionMaking(
      campaign: reduced, release: rest, contours: standing.contours,
      notice: standing.notice(reduced, for: nil),
      making: standing.manifest.making.without(
        source: source, release: try campaign.work.keep(rest)),
      standing: Manifest.Standing(.computed), comments: try reduced.comments(on: standing.contours))
    let left = Set(rest.indicators.map(\.id))
    making.insiders = standing.insiders?.compactMap { $0.keeping(left, without: source) }
    let issue = VersionIssue(making: making, outputs: outputs, moment: moment)
    return try issue.issue(after: journal, steps: steps).version
  }

  /// The version that a withdrawal cut short has issued already.
  private func reissued(_ withdrawn: Entry, _ journal: Journal) throws(Problem) -> String? {
    guard let rest = journal.last(.computed), rest.number > withdrawn.number,
      let version = rest.step.version, FilePath.isFolder(outputs.path(of: version))
    else { return nil }
    if journal.last(.computed, .submitted, .published) == rest { try outputs.look(at: version) }
    return version
  }

  /// Nothing is left to show: the journal says why, and `current` leads nowhere.
  private func record(_ steps: [Step], after before: Journal) throws(Problem) -> String? {
    var journal = try campaign.sealing(before)
    for step in steps { journal = try journal.appending(step) }
    try outputs.record(journal)
    return nil
  }

  private func step(_ plan: WithdrawPlan) -> Step {
    Step(
      .withdrawn, at: moment, by: Tool.signature,
      details: [
        ("source", .text(source)), ("versions", .array(plan.versions.map(JSONValue.text))),
        ("releases", .array(plan.releases.map { .text(FilePath.name(of: $0)) })),
      ])
  }
}

extension Campaign {
  /// - Throws: `campaign.source-withdrawn` when a source of the campaign was taken back
  func refuseWithdrawn(_ journal: Journal) throws(Problem) {
    guard let source = sources.first(where: { journal.hasWithdrawn($0.id) }) else { return }
    throw Wording.sourceWithdrawn(source.id, at: Place(file: file, key: "sources"))
  }
}

extension Journal {
  /// Whether a source was taken back.
  func hasWithdrawn(_ source: String) -> Bool { withdrawal(of: source) != nil }

  /// The step that took a source back; `nil` when none did.
  func withdrawal(of source: String) -> Entry? {
    entries.last { $0.step.stage == .withdrawn && $0.step.details["source"]?.string == source }
  }
}
