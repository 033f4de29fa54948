internal import Boundaries
internal import Diagnostics
internal import Disclosure
internal import Exports
internal import Files
internal import Manifests
internal import Stages

/// The figures that were computed and still stand: what submission and publication render, without a
/// row.
struct StandingRelease {
  let release: Release
  /// Of a version that holds these figures.
  let manifest: Manifest
  let contours: Contours

  /// - Throws: `campaign.release-missing`, `campaign.contours-changed`, what is wrong with the version
  ///   or its manifest, and what reading the contours throws
  init(
    _ campaign: Campaign, _ journal: Journal, in outputs: OutputFolder
  ) throws(Problem) {
    guard let computed = journal.last(.computed), let hash = computed.release,
      let archive = ContentHash(hexadecimal: hash)
    else { throw Wording.releaseMissing(outputs.path) }
    manifest = try Self.manifest(of: hash, journal, in: outputs)
    release = try campaign.work.release(archive)
    let input = campaign.boundaryInput
    let read = manifest.making.inputs.filter { $0.role == input.role }
    guard try read == input.hashed(key: { () throws(Problem) in [] }) else {
      throw Wording.contoursChanged(input.path)
    }
    let (areas, problems) = try campaign.readContours()
    try problems.check()
    self.contours = areas
  }

  /// The latest version that holds these figures, as it was written.
  private static func manifest(
    of release: String, _ journal: Journal, in outputs: OutputFolder
  ) throws(Problem) -> Manifest {
    let versions = journal.entries.reversed().filter { $0.release == release }
      .compactMap(\.step.version)
    guard let version = versions.first(where: { FilePath.isFolder(outputs.path(of: $0)) }) else {
      throw Wording.releaseMissing(outputs.path)
    }
    let check = try ManifestCheck(version: outputs.path(of: version))
    for problem in try check.problems() + check.problems(against: journal) { throw problem }
    return check.manifest
  }

  /// The notice of the files, as they were computed, for somebody.
  ///
  /// - Parameters:
  ///   - audience: `nil` for a working document
  func notice(
    _ campaign: Campaign, for audience: Audience?, accord: String? = nil
  ) -> Notice {
    let made = manifest.notice
    return Notice(
      mention: campaign.agreement.mention, campaign: campaign.name, edition: made.edition,
      attributions: made.attributions, warning: campaign.warning, date: made.date,
      audience: audience, accord: accord, holder: campaign.agreement.holder)
  }
}
