internal import Atlas
internal import Audit
internal import Boundaries
internal import Diagnostics
internal import Disclosure
internal import Exports
internal import Files
internal import Geometry
internal import Manifests
internal import Rates
internal import Stages
internal import Verification

/// A release becomes a version: rendered, opened, attacked and described under a hidden name; then
/// all of it appears at once, or nothing does.
struct VersionMaking {
  let campaign: Campaign
  let release: Release
  let contours: Contours
  let notice: Notice
  let making: Manifest.Making
  let standing: Manifest.Standing
  /// What the group says of each indicator.
  let comments: [String: Comment]
  /// Who knows more than the public, for the attacker; none once what comes from rows was purged.
  ///
  /// - Confidential: yes
  var insiders: [Insider]?

  /// Writes the figures in the formats that a campaign asks for.
  ///
  /// - Throws: `campaign.zoning-changed`, and what reading a drawn zoning throws
  func exporter() throws(Problem) -> Exporter {
    var exporter = Exporter(
      release: release, contours: contours, notice: notice, classes: campaign.classes)
    exporter.analyses = campaign.analyses
    exporter.drawnAreas = try drawnAreas()
    return exporter
  }

  /// The areas of drawn zonings, from the very files that the figures were counted with.
  private func drawnAreas() throws(Problem) -> [String: [String: Shape<Projected>]] {
    var drawn: [String: [String: Shape<Projected>]] = [:]
    for reference in campaign.zonings {
      guard let areas = try reference.drawnAreas(in: contours.system) else { continue }
      let read = making.inputs.first { $0.role == "zoning:\(reference.id)" }
      guard try read?.hash == ContentHash(ofFile: reference.file) else {
        throw Wording.zoningChanged(reference.id, file: reference.file)
      }
      drawn[reference.id] = Dictionary(
        areas.map { ($0.code, $0.shape) }, uniquingKeysWith: { first, _ in first })
    }
    return drawn
  }

  /// A version that waits for its name.
  struct Draft {
    let folder: StagedFolder
    /// Everything but the two descriptions.
    let files: [StagedFile]
    let outputs: [Manifest.Output]
    let proof: JSONValue
    /// The name that it will have.
    let version: String
  }

  /// Writes everything but the descriptions, and lets nothing through that `maille verify` or the
  /// attacker would refuse.
  func draft(in outputs: OutputFolder) throws(Problem) -> Draft {
    let folder = try outputs.stageVersion()
    let exporter = try exporter()
    let exports = try exporter.stageFiles(
      campaign.outputs.formats, name: campaign.name, in: folder.path)
    let package =
      standing.stage == .submitted ? try stagePackage(in: folder.path) : (papers: [], pages: [])
    let listed = exports + package.papers
    let shown =
      exports + [try Checksums.stage(of: listed, in: folder.path)]
      + (campaign.outputs.formats.contains(.atlas) ? try stageAtlas(in: folder.path) : [])
    let files = shown + package.papers + package.pages
    let verdict = try Verdict.of(
      Deliverable(staged: files, in: folder.path), mention: campaign.agreement.mention,
      isWorkingDocument: standing.stage != .published, unevenness: making.unevenness)
    try verdict.problems.check()
    let (proof, proofs) = try attack(shown, in: folder.path)
    let all = files + proofs
    let described = try describe(all, in: folder.path)
    return Draft(
      folder: folder, files: all, outputs: described, proof: proof,
      version: VersionName.of(
        described.map { ($0.name, $0.hash) }, stage: standing.stage, audience: standing.audience))
  }

  /// The manifest of a draft, as the step after some journal.
  func manifest(of draft: Draft, after journal: Journal, at moment: Moment) -> Manifest {
    Manifest(
      notice: Manifest.Notice(notice, campaign.agreement), standing: standing, declared: moment,
      step: journal.nextNumber, previous: journal.lastHash, making: making, proof: draft.proof,
      outputs: draft.outputs)
  }

  /// Gives the files of a draft their names inside its hidden folder, the two descriptions with them.
  func settle(_ draft: Draft, _ manifest: Manifest) throws(Problem) {
    let texts = [
      (Manifest.fileName, manifest.text),
      (ResearchObject.fileName, ResearchObject(manifest).text),
    ]
    let descriptions = try texts.map { name, text throws(Problem) in
      let file = try StagedFile(for: FilePath.join(draft.folder.path, name))
      try file.write(text)
      return file
    }
    try StagedFile.publish(draft.files + descriptions)
  }

  /// Who may see the figures, and what they stand on; a working document is the group's.
  var context: LedgerContext {
    LedgerContext(
      audience: standing.audience ?? .group, edition: notice.edition, mention: notice.mention)
  }

  /// The pages for the shared analysis, in a folder of their own.
  private func stageAtlas(in folder: String) throws(Problem) -> [StagedFile] {
    try stageAtlas(at: FilePath.join(folder, "atlas"))
  }

  private func stageAtlas(at folder: String) throws(Problem) -> [StagedFile] {
    var atlas = AtlasFolder(release: release, contours: contours, notice: notice)
    atlas.comments = comments
    atlas.classes = campaign.classes
    atlas.analyses = campaign.analyses
    atlas.drawnAreas = try drawnAreas()
    atlas.earlier = try campaign.earlierReleases(beside: context)
    atlas.isWorkingDocument = standing.stage != .published
    try FilePath.makeFolder(folder)
    return try atlas.stage(in: folder)
  }

  /// What the group gets: a folder that opens from a disc, and the same in one file; the pages apart,
  /// which have their own list of checksums.
  private func stagePackage(
    in folder: String
  ) throws(Problem) -> (papers: [StagedFile], pages: [StagedFile]) {
    let inside = FilePath.join(folder, GroupPackage.folderName)
    let package = GroupPackage(
      campaign: campaign.name, mention: notice.mention, warning: notice.warning,
      holder: campaign.agreement.holder, indicators: release.indicators.map { ($0.id, $0.title) })
    let papers = try package.stage(in: inside, comments: campaign.commentTexts())
    let pages = try stageAtlas(at: FilePath.join(inside, "atlas"))
    let archive = try package.archive(of: papers + pages, under: inside, in: folder)
    return (papers + [archive], pages)
  }

  /// Lets an attacker who knows only the written files try them: fail closed, certificate beside.
  ///
  /// The promise is that of `maille audit`: every withheld number can be, for the public, from 1 (0 where
  /// zeros are withheld) up to the threshold.
  private func attack(
    _ files: [StagedFile], in folder: String
  ) throws(Problem) -> (JSONValue, [StagedFile]) {
    let rule = campaign.protection
    let thresholds = zip(release.indicators, release.thresholds).filter { $1 != rule.threshold }
    let promise = Promise(
      threshold: rule.threshold,
      thresholds: Dictionary(thresholds.map { ($0.id, $1) }) { first, _ in first },
      zerosAreWithheld: rule.zeros == .withheld)
    let job = try AuditJob(
      folder: folder, name: campaign.name,
      ledger: campaign.ledger.flatMap { FilePath.isFolder($0) ? $0 : nil })
    let (certificate, proofs) = try job.certify(
      files, promise: promise, insiders: insiders, mention: campaign.agreement.mention)
    let hash = try proofs.first?.contentHash().hexadecimal
    let proof = JSONValue.object([
      ("certificate", JSONValue(hash)), ("kept", .boolean(certificate.isClean)),
      ("threshold", .integer(rule.threshold)),
      ("zeros_withheld", .boolean(rule.zeros == .withheld)),
      ("numbers", certificate.json["numbers"] ?? .null),
    ])
    return (proof, proofs)
  }

  private func describe(
    _ files: [StagedFile], in folder: String
  ) throws(Problem) -> [Manifest.Output] {
    try files.map { file throws(Problem) in
      Manifest.Output(
        name: String(file.destination.dropFirst(folder.count + 1)),
        size: try MappedFile(file.contentPath).bytes.count, hash: try file.contentHash())
    }
  }
}

extension Manifest.Notice {
  fileprivate init(_ notice: Notice, _ agreement: Campaign.Agreement) {
    self.init(
      campaign: notice.campaign, owner: agreement.owner, holder: agreement.holder,
      mention: notice.mention, warning: notice.warning, edition: notice.edition,
      attributions: notice.attributions, date: notice.date)
  }
}
