public import Diagnostics
internal import Disclosure
internal import Files
internal import Manifests
public import Stages

/// `maille submit`: the computed figures go to the shared-analysis group, stamped.
public struct SubmitJob: Sendable {
  private let campaign: Campaign
  private let moment: Moment

  /// - Parameters:
  ///   - moment: of the step
  public init(_ campaign: Campaign, at moment: Moment) {
    self.campaign = campaign
    self.moment = moment
  }

  /// Says whether it would be granted; writes nothing.
  public func rehearse() throws(Problem) -> StageReport {
    let outputs = OutputFolder(campaign.outputs.folder)
    let journal = try campaign.journal(in: outputs)
    var report = StageReport(campaign, .submitted, for: .group)
    report.problems = Authorisation.refusals(of: wish(journal))
    if !report.isRefused { _ = try StandingRelease(campaign, journal, in: outputs) }
    return report
  }

  /// Makes the version that the group gets.
  ///
  /// - Returns: what was written, or why it was refused
  /// - Throws: what is wrong with the material; nothing has changed then
  public func run(progress: any Progress) throws(Problem) -> StageReport {
    let outputs = OutputFolder(campaign.outputs.folder)
    let lock = try FolderLock(outputs.path)
    defer { withExtendedLifetime(lock) {} }
    let journal = try campaign.journal(in: outputs)
    var report = StageReport(campaign, .submitted, for: .group)
    report.problems = Authorisation.refusals(of: wish(journal))
    if report.isRefused { return report }
    progress.begins("Dossier du groupe", units: nil)
    defer { progress.ends() }
    let standing = try StandingRelease(campaign, journal, in: outputs)
    let campaign = campaign.remaining(after: journal)
    var making = VersionMaking(
      campaign: campaign, release: standing.release, contours: standing.contours,
      notice: standing.notice(campaign, for: nil), making: standing.manifest.making,
      standing: Manifest.Standing(.submitted, audience: .group),
      comments: try campaign.comments(on: standing.contours))
    making.insiders = standing.insiders
    if standing.insiders == nil { report.problems.record(Wording.insidersPurged(campaign.file)) }
    let issue = VersionIssue(making: making, outputs: outputs, moment: moment)
    report.add(try issue.issue(after: journal), in: outputs)
    return report
  }

  private func wish(_ journal: Journal) -> Wish {
    Wish(
      .submission, journal: journal, terms: campaign.agreement.terms,
      indicators: campaign.remaining(after: journal).agreedIndicators, on: moment.day)
  }
}
