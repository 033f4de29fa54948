public import Diagnostics
internal import Disclosure
internal import Files
internal import Manifests
public import Stages

/// `maille publish`: the commented figures go to an audience, without the stamp.
public struct PublishJob: Sendable {
  private let campaign: Campaign
  private let audience: Audience
  private let minutes: String
  private let accord: String?
  private let moment: Moment

  /// - Parameters:
  ///   - minutes: path of the minutes of the shared analysis, in any form
  ///   - accord: reference of the owner's accord, for the public
  ///   - moment: of the step
  public init(
    _ campaign: Campaign, for audience: Audience, minutes: String, accord: String?,
    at moment: Moment
  ) {
    self.campaign = campaign
    self.audience = audience
    self.minutes = minutes
    self.accord = accord
    self.moment = moment
  }

  /// Says whether it would be granted; writes nothing.
  public func rehearse() throws(Problem) -> StageReport {
    let outputs = OutputFolder(campaign.outputs.folder)
    let journal = try campaign.journal(in: outputs)
    let report = try report(journal)
    if !report.isRefused { _ = try StandingRelease(campaign, journal, in: outputs) }
    return report
  }

  /// Records comments and minutes, and makes the version that the audience gets.
  ///
  /// - Returns: what was written, or why it was refused
  /// - Throws: what is wrong with the material; nothing has changed then
  public func run(progress: any Progress) throws(Problem) -> StageReport {
    let outputs = OutputFolder(campaign.outputs.folder)
    let lock = try FolderLock(outputs.path)
    defer { withExtendedLifetime(lock) {} }
    let journal = try campaign.journal(in: outputs)
    var report = try report(journal)
    if report.isRefused { return report }
    progress.begins("Publication", units: nil)
    defer { progress.ends() }
    let standing = try StandingRelease(campaign, journal, in: outputs)
    let campaign = campaign.remaining(after: journal)
    let recorded = try recordedInputs(of: campaign)
    var made = standing.manifest.making
    made.inputs = made.inputs.filter { !$0.isOfPublication } + recorded
    var making = VersionMaking(
      campaign: campaign, release: standing.release, contours: standing.contours,
      notice: standing.notice(campaign, for: audience, accord: accord), making: made,
      standing: Manifest.Standing(.published, audience: audience, accord: accord),
      comments: try campaign.comments(on: standing.contours))
    making.insiders = standing.insiders
    if standing.insiders == nil { report.problems.record(Wording.insidersPurged(campaign.file)) }
    var issue = VersionIssue(making: making, outputs: outputs, moment: moment)
    issue.ledger = campaign.ledger
    let result = try issue.issue(
      after: journal, steps: commenting(recorded, journal),
      details: [("audience", .text(audience.rawValue)), ("accord", JSONValue(accord))])
    report.add(result, in: outputs)
    return report
  }

  private func report(_ journal: Journal) throws(Problem) -> StageReport {
    let campaign = campaign.remaining(after: journal)
    var wish = Wish(
      .publication(audience), journal: journal, terms: campaign.agreement.terms,
      indicators: campaign.agreedIndicators, on: moment.day)
    wish.accord = accord
    wish.minutes = try Minutes(minutes, campaign: campaign.name).state
    wish.uncommented = try campaign.uncommented()
    var report = StageReport(campaign, .published, for: audience)
    report.problems = Authorisation.refusals(of: wish)
    return report
  }

  /// Minutes and comments as inputs: named by their hashes, never copied.
  private func recordedInputs(of campaign: Campaign) throws(Problem) -> [Manifest.Input] {
    let files =
      [Campaign.InputFile("minutes", minutes)]
      + campaign.indicators.map {
        Campaign.InputFile("comment:\($0.id)", campaign.commentPath(of: $0.id))
      }
    return try files.map { file throws(Problem) in
      try file.hashed { () throws(Problem) in [] }
    }.flatMap(\.self)
  }

  /// The step that records them, unless the last such step did.
  private func commenting(_ inputs: [Manifest.Input], _ journal: Journal) -> [Step] {
    let step = Step(
      .commented, version: journal.last(.submitted)?.step.version, at: moment,
      by: Tool.signature,
      details: inputs.map { (key: $0.role, value: .text($0.hash.hexadecimal)) })
    let last = journal.last(.submitted, .commented)?.step
    let isKnown =
      last?.stage == .commented && last?.details == step.details && last?.version == step.version
    return isKnown ? [] : [step]
  }
}

/// The minutes of the shared analysis: a file in any form, of which only the hash is kept.
struct Minutes {
  let state: Wish.Minutes

  init(_ path: String, campaign: String) throws(Problem) {
    guard FilePath.exists(path), !FilePath.isFolder(path) else {
      state = .absent
      return
    }
    let text = try MappedFile(path).withBytes { String(decoding: $0, as: UTF8.self) }
    let words = { (text: String) in text.split { $0.isWhitespace } }
    let template = words(GroupPackage.minutes(of: campaign))
    state = words(text).isEmpty || words(text) == template ? .empty : .recorded
  }
}

extension Manifest.Input {
  /// Whether it is what the group said, and not what figures are made from.
  var isOfPublication: Bool { role == "minutes" || role.hasPrefix("comment:") }
}
