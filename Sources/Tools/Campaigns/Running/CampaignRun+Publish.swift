public import Diagnostics
internal import Disclosure
internal import Files
internal import Keeping
internal import Manifests
public import Stages

extension CampaignRun {
  /// Computes everything, then makes the version appear at once: a working document.
  ///
  /// - Parameters:
  ///   - moment: of the steps
  /// - Throws: the problem that stops; nothing has been written then
  public mutating func publish(at moment: Moment) throws(Problem) -> RunReport {
    let outputs = OutputFolder(campaign.outputs.folder)
    if let checkout = Checkout(around: outputs.path) {
      report.problems.record(Wording.insideCheckout(outputs.path, checkout.path))
    }
    let lock = try FolderLock(outputs.path)
    defer { withExtendedLifetime(lock) {} }
    let journal = try campaign.journal(in: outputs)
    try campaign.refuseWithdrawn(journal)
    let work = campaign.work
    let (release, contours) = try compute(isRehearsal: false)
    let inputs = try campaign.inputFiles.map { file throws(Problem) in
      try file.hashed(key: work.key)
    }.flatMap(\.self)
    let reception = receive(inputs, journal, at: moment)
    progress.begins("Écriture", units: nil)
    var making = VersionMaking(
      campaign: campaign, release: release, contours: contours, notice: notice,
      making: Manifest.Making(
        campaign, report, release, contours, inputs: inputs, archive: try work.keep(release)),
      standing: Manifest.Standing(.computed), comments: try campaign.comments(on: contours))
    making.insiders = insiders
    if isKeeping { try work.keep(insiders, of: making.making.release) }
    let issue = VersionIssue(making: making, outputs: outputs, moment: moment)
    let result = try issue.issue(after: journal, steps: reception)
    report.version = result.version
    report.isUnchanged = result.isUnchanged
    report.files = result.names.map { FilePath.join(outputs.currentPath, $0) }
    progress.ends()
    return report
  }

  /// The step that says that these files were seen, unless the last such step did; the dates of the
  /// agreement are looked at on the way.
  private mutating func receive(
    _ inputs: [Manifest.Input], _ journal: Journal, at moment: Moment
  ) -> [Step] {
    let hashes = inputs.filter(\.isKeyed).map {
      (key: $0.role, value: JSONValue.text($0.hash.hexadecimal))
    }
    let step = Step(.received, at: moment, by: Tool.signature, details: hashes)
    let last = journal.last(.received)?.step
    let isKnown = last?.details == step.details
    let terms = campaign.agreement.terms
    let day = isKnown ? last?.at.day ?? moment.day : moment.day
    for problem in [terms.lateness(of: day), terms.invalidity(on: moment.day)] {
      if let problem { report.problems.record(problem) }
    }
    return isKnown ? [] : [step]
  }
}
