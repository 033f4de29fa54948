public import Diagnostics
internal import Files
public import Keeping
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
    return plan
  }

  /// Deletes what is due and writes the certificate.
  ///
  /// The certificate lies ready on the disk before the first file goes: a disk that is full stops
  /// the purge, and not the proof of it.
  ///
  /// - Throws: `files.…`
  public func run() throws(Problem) -> PurgeReport {
    let lock = try FolderLock(campaign.outputs.folder)
    defer { withExtendedLifetime(lock) {} }
    let plan = try plan()
    if plan.due.isEmpty { return report(of: plan, Erasure(expecting: [])) }
    let folder = campaign.outputs.folder
    var files = try ErasureCertificate(report(of: plan, Erasure(expecting: plan.due)))
      .stage(in: folder)
    var report = report(of: plan, Erasure(of: plan.due, in: campaign.work))
    if !report.problems.isEmpty { files = try ErasureCertificate(report).stage(in: folder) }
    try StagedFile.publish(files)
    try record(report, in: OutputFolder(folder))
    report.certificate = files.map(\.destination)
    return report
  }

  /// The step of the journal, where the campaign has one.
  private func record(_ report: PurgeReport, in outputs: OutputFolder) throws(Problem) {
    guard let journal = try Journal.read(outputs.path) else { return }
    let step = Step(
      .purged, at: moment, by: Tool.signature,
      details: [("files", .integer(report.erasure?.erased.count ?? 0))])
    try outputs.record(try journal.appending(step))
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

/// What becomes of the confidential files of a campaign.
public struct PurgePlan: Sendable {
  /// To be deleted.
  public internal(set) var due: [ConfidentialFile] = []
  /// Not old enough.
  public internal(set) var kept: [ConfidentialFile] = []
  /// The partner's own, which go only when that is asked for.
  public internal(set) var listed: [ConfidentialFile] = []
  /// What looks wrong.
  public internal(set) var problems = ProblemLog()
}
