public import Diagnostics
internal import Files
internal import Intake
internal import Keeping
public import Stages

/// Whether a campaign can be run on this machine, and whether what it keeps is as it should be.
///
/// Looks, and changes nothing.
public struct DoctorJob: Sendable {
  private let file: String?
  private let moment: Moment

  /// - Parameters:
  ///   - file: of the campaign; `nil` to look at the machine alone
  ///   - moment: of the look
  public init(_ file: String?, at moment: Moment) {
    self.file = file
    self.moment = moment
  }

  /// Everything that was looked at.
  ///
  /// - Throws: `files.…` when the campaign file cannot be read
  public func run() throws(Problem) -> DoctorReport {
    var report = DoctorReport()
    look(atLibraries: &report)
    guard let file else { return report }
    let (campaign, problems) = try CampaignReader.read(file)
    report.problems.append(problems)
    guard let campaign else { return report }
    report.note("campagne", "\(campaign.name), \(campaign.sources.count) sources")
    look(atReferencesOf: campaign, &report)
    look(atVintagesOf: campaign, &report)
    look(atSourcesOf: campaign, &report)
    look(atDiskOf: campaign, &report)
    look(atLockOf: campaign, &report)
    look(atWorkOf: campaign, &report)
    return report
  }

  private func look(atLibraries report: inout DoctorReport) {
    let versions = Tool.software
    report.note("logiciels", versions.map { "\($0.name) \($0.version)" }.joined(separator: ", "))
    if versions.contains(where: { $0.name == "proj.db" && $0.version == "?" }) {
      report.problems.record(Wording.noProjDatabase())
    }
  }

  private func look(atReferencesOf campaign: Campaign, _ report: inout DoctorReport) {
    for (path, edition) in campaign.namedReferences {
      if FilePath.exists(path) {
        report.note("références", "\(path) (\(edition))")
      } else {
        report.problems.record(Wording.referenceAbsent(path))
      }
    }
  }

  private func look(atSourcesOf campaign: Campaign, _ report: inout DoctorReport) {
    for path in campaign.receivedFiles {
      guard let state = try? FileState(path) else {
        report.problems.record(Wording.receivedAbsent(path))
        continue
      }
      report.note("fichiers reçus", "\(path), \(FrenchNumber.grouped(state.byteCount)) octets")
      if state.isOpenToOthers { report.problems.record(Wording.receivedOpen(path)) }
    }
  }

  private func look(atDiskOf campaign: Campaign, _ report: inout DoctorReport) {
    let folder = FilePath.existingFolder(above: campaign.outputs.folder)
    guard let free = FileState.freeBytes(at: folder) else { return }
    report.note("disque", "\(FrenchNumber.grouped(free / 1_000_000)) Mo libres pour \(folder)")
    if free < Self.leastFree { report.problems.record(Wording.littleRoom(folder, free: free)) }
  }

  /// An output of a city, its atlas and the version before take a tenth of it.
  private static let leastFree = 500_000_000

  private func look(atLockOf campaign: Campaign, _ report: inout DoctorReport) {
    let holder = FolderLock.holder(of: campaign.outputs.folder)
    report.note("verrou", holder.map { "tenu par le processus \($0)" } ?? "libre")
    if let holder {
      report.problems.record(Wording.busy(campaign.outputs.folder, process: holder))
    }
  }

  private func look(atWorkOf campaign: Campaign, _ report: inout DoctorReport) {
    do throws(Problem) {
      for path in try campaign.work.everything() {
        if try FileState(path).isOpenToOthers { report.problems.record(Wording.workOpen(path)) }
      }
      if PurgeIntent.begun(in: campaign.outputs.folder) != nil {
        report.problems.record(Wording.purgeUnfinished(campaign.outputs.folder))
      }
      let job = try PurgeJob(
        campaign, at: moment, isAtOnce: false, takesReceived: true)
      let plan = try job.plan()
      report.problems.append(plan.problems)
      for file in plan.due { report.problems.record(Wording.overdue(file.path)) }
      report.note(
        "conservation",
        "\(plan.kept.count) fichiers confidentiels gardés, \(plan.due.count) échus")
    } catch {
      // a campaign that names no retention is told so, and can be run
      report.problems.record(error.code == "campaign.no-retention" ? error.softened() : error)
    }
  }
}
