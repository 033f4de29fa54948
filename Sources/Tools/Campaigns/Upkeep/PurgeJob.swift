public import Diagnostics
internal import Files
internal import Keeping
public import Stages

/// The end of the rows: what the agreement no longer allows to keep is deleted, and a certificate
/// says what it was.
public struct PurgeJob: Sendable {
  private let campaign: Campaign
  private let moment: Moment
  private let isAtOnce: Bool
  private let takesReceived: Bool

  /// - Parameters:
  ///   - moment: of the step
  ///   - isAtOnce: whether age is not asked
  ///   - takesReceived: whether the partner's own files go too
  /// - Throws: `campaign.no-retention` when neither the agreement nor the user says when
  public init(
    _ campaign: Campaign, at moment: Moment, isAtOnce: Bool, takesReceived: Bool
  ) throws(Problem) {
    if campaign.agreement.retention == nil && !isAtOnce { throw Wording.noRetention(campaign.file) }
    self.campaign = campaign
    self.moment = moment
    self.isAtOnce = isAtOnce
    self.takesReceived = takesReceived
  }

  /// What is there, and what is to become of it.
  ///
  /// - Throws: `files.…`
  public func plan() throws(Problem) -> PurgePlan {
    var plan = PurgePlan()
    for file in try campaign.work.confidentialFiles() where file.role != .key {
      place(file, in: &plan)
    }
    let isLast = plan.kept.isEmpty
    for file in try campaign.work.confidentialFiles() where file.role == .key {
      isLast ? place(file, in: &plan) : plan.kept.append(file)
    }
    for file in try received() {
      takesReceived ? place(file, in: &plan) : plan.listed.append(file)
    }
    if let begun = PurgeIntent.begun(in: folder) { plan.end(begun.files) }
    return plan
  }

  /// Deletes what is due and writes the certificate.
  ///
  /// What is to go is on the disk first, and the certificate lies ready: a disk that is full stops
  /// the purge, and not the proof of it; a purge that is killed is ended by the next one.
  ///
  /// - Throws: `files.…`
  public func run() throws(Problem) -> PurgeReport {
    let lock = try FolderLock(campaign.outputs.folder)
    defer { withExtendedLifetime(lock) {} }
    if let begun = PurgeIntent.begun(in: folder) { try endCertified(begun) }
    let plan = try plan()
    if plan.due.isEmpty && plan.gone.isEmpty { return report(of: plan, Erasure(expecting: [])) }
    let stem = certificate
    let all = plan.gone + plan.due
    let journal = try writableJournal()
    _ = try journal?.appending(step(all.count, stem))
    try PurgeIntent(certificate: stem, files: all).write(in: folder)
    var files = try ErasureCertificate(report(of: plan, Erasure(expecting: all)))
      .stage(in: folder, as: stem)
    var report = report(
      of: plan, Erasure(of: plan.due, in: campaign.work, after: plan.gone))
    if !report.problems.isEmpty {
      files = try ErasureCertificate(report).stage(in: folder, as: stem)
    }
    try StagedFile.publish(files)
    try record(step(report.erasure?.erased.count ?? 0, stem), after: journal)
    try PurgeIntent.remove(in: folder)
    report.certificate = files.map(\.destination)
    return report
  }

  private var folder: String { campaign.outputs.folder }

  /// The name that a purge cut short had chosen, or a new one.
  private var certificate: String {
    PurgeIntent.begun(in: folder)?.certificate
      ?? CertificatePair.freeStem("effacement-\(moment.day.text)", in: folder)
  }

  /// A purge that was cut short after its certificate: only the journal may lack it.
  private func endCertified(_ begun: PurgeIntent) throws(Problem) {
    guard CertificatePair.isWhole(begun.certificate, in: folder) else { return }
    let journal = try writableJournal()
    let known = journal?.last(.purged)?.step.details["certificate"]?.string
    if known != begun.certificate {
      try record(step(begun.files.count, begun.certificate), after: journal)
    }
    try PurgeIntent.remove(in: folder)
  }

  /// The journal, where the campaign has one, with the key that the purge may delete.
  private func writableJournal() throws(Problem) -> Journal? {
    let journal = try campaign.journal(in: OutputFolder(folder))
    return journal.entries.isEmpty ? nil : try campaign.sealing(journal)
  }

  private func record(_ step: Step, after journal: Journal?) throws(Problem) {
    if let journal { try OutputFolder(folder).record(try journal.appending(step)) }
  }

  private func step(_ count: Int, _ certificate: String) -> Step {
    Step(
      .purged, at: moment, by: Tool.signature,
      details: [("files", .integer(count)), ("certificate", .text(certificate))])
  }

  /// What would be deleted.
  ///
  /// - Throws: `files.…`
  public func rehearse() throws(Problem) -> PurgeReport {
    PurgeReport(campaign, on: moment.day.text, plan: try plan())
  }

  private func report(of plan: PurgePlan, _ erasure: Erasure) -> PurgeReport {
    PurgeReport(campaign, on: moment.day.text, plan: plan, erasure)
  }

  private func place(_ file: ConfidentialFile, in plan: inout PurgePlan) {
    if file.written > moment.seconds + 86_400 {
      plan.problems.record(Wording.fromTheFuture(file.path))
    }
    let end = campaign.agreement.retention?.end(from: file.written)
    if isAtOnce || end.map({ $0 <= moment.seconds }) ?? false {
      plan.due.append(file)
    } else {
      plan.kept.append(file)
    }
  }

  /// The files of the partners that are still there, each once.
  private func received() throws(Problem) -> [ConfidentialFile] {
    let key = try campaign.work.existingKey()
    var files: [ConfidentialFile] = []
    for path in campaign.receivedFiles where FilePath.exists(path) {
      files.append(try ConfidentialFile(path, role: .received, key: key))
    }
    return files
  }
}
