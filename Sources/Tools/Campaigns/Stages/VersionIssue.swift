internal import Diagnostics
internal import Files
internal import Manifests
internal import Stages

/// Puts a version in its place, with the step that made it; says so when it was there already.
struct VersionIssue {
  let making: VersionMaking
  let outputs: OutputFolder
  let moment: Moment
  /// The ledger that must know the figures before anybody sees them; `nil` for none.
  var ledger: String?

  /// What came of it.
  struct Result {
    let version: String
    /// Whether the folder of outputs was as it is before.
    let isUnchanged: Bool
    /// Names of the version's files, the descriptions last.
    let names: [String]
  }

  /// - Parameters:
  ///   - before: as the file has it
  ///   - steps: what comes before the version's own step
  ///   - details: of the version's own step, after the hashes of manifest and release
  /// - Throws: what rendering, opening and attacking throw; nothing has changed then
  func issue(
    after before: Journal, steps: [Step] = [],
    details: [(key: String, value: JSONValue)] = []
  ) throws(Problem) -> Result {
    // a clock that went back is told before anything is made
    for step in steps + [Step(making.standing.stage, at: moment, by: Tool.signature)] {
      _ = try before.appending(step)
    }
    let draft = try making.draft(in: outputs)
    if let ledger { try LedgerEntry(ledger: ledger, making: making).write() }
    let isUnchanged = steps.isEmpty ? try stands(draft.version, in: before) : false
    if !isUnchanged {
      var journal = try making.campaign.sealing(before)
      for step in steps { journal = try journal.appending(step) }
      let (folder, hash) = try settled(draft, after: journal, known: before)
      let own = Step(
        making.standing.stage, version: draft.version, at: moment, by: Tool.signature,
        details: [
          ("manifest", .text(hash.hexadecimal)),
          ("release", .text(making.making.release.hexadecimal)),
        ] + details)
      try outputs.publish(folder, as: draft.version, journal: try journal.appending(own))
    }
    return Result(
      version: draft.version, isUnchanged: isUnchanged,
      names: draft.outputs.map(\.name) + [Manifest.fileName, ResearchObject.fileName])
  }

  /// The draft ready to appear, and the hash of its manifest; no folder where the version is there
  /// and in the journal. One that a killed run left between its name and its step makes way.
  private func settled(
    _ draft: VersionMaking.Draft, after journal: Journal, known: Journal
  ) throws(Problem) -> (StagedFolder?, ContentHash) {
    let path = outputs.path(of: draft.version)
    if known.entries.contains(where: { $0.step.version == draft.version }) {
      if try isHeld(draft.version) {
        return (nil, try ContentHash(ofFile: FilePath.join(path, Manifest.fileName)))
      }
    } else {
      StagedFolder.remove(path)
    }
    let manifest = making.manifest(of: draft, after: journal, at: moment)
    try making.settle(draft, manifest)
    return (draft.folder, manifest.fileHash)
  }

  /// Whether the last step of this stage made this very version and nothing since takes its place;
  /// the link, which a killed run may not have turned, is turned then.
  ///
  /// Figures that are with the group or an audience are not taken from them by a run that gives the
  /// same figures.
  private func stands(_ version: String, in journal: Journal) throws(Problem) -> Bool {
    let stage = making.standing.stage
    guard let entry = journal.last(stage), entry.number > journal.last(.withdrawn)?.number ?? 0
    else { return false }
    if stage == .computed && isWithOthers(since: entry, in: journal) { return true }
    guard entry.step.version == version, try isHeld(version) else { return false }
    try outputs.look(at: version)
    return true
  }

  private func isWithOthers(since computed: Entry, in journal: Journal) -> Bool {
    guard let later = journal.last(.submitted, .published), later.number > computed.number else {
      return false
    }
    let own = making.making.release.hexadecimal
    return computed.release == own && later.release == own
      && outputs.current == later.step.version
  }

  private func isHeld(_ version: String) throws(Problem) -> Bool {
    try outputs.holds(
      version, stage: making.standing.stage, audience: making.standing.audience)
  }
}
