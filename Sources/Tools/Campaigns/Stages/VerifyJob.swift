public import Diagnostics
internal import Files
internal import Manifests
internal import Stages
public import Verification

/// `maille verify`: opens every file of a version and says whether it may leave and where it stands.
public struct VerifyJob: Sendable {
  private let path: String
  private let mention: String?

  /// - Parameters:
  ///   - path: a folder of outputs, one of its versions, any other folder of files, or one file
  ///   - mention: of the agreement; `nil` to take the one that the tables state
  public init(_ path: String, mention: String? = nil) {
    self.path = path
    self.mention = mention
  }

  /// What opening has shown.
  ///
  /// - Throws: what cannot be read at all
  public func run() throws(Problem) -> Report {
    let place = try VersionPlace(path)
    let manifest = try? Manifest.read(version: place.path)
    let verdict = try Verdict.of(
      Deliverable(at: place.path), mention: mention,
      isWorkingDocument: manifest.map { $0.standing.stage != .published },
      unevenness: manifest?.making.unevenness ?? 0)
    var report = Report(verdict: verdict, problems: verdict.problems)
    guard FilePath.exists(FilePath.join(place.path, Manifest.fileName)) else { return report }
    do throws(Problem) {
      let check = try ManifestCheck(version: place.path)
      for problem in try check.problems() { report.problems.record(problem) }
      report.standing = check.manifest.standing.french
      guard let folder = place.outputs, let journal = try Journal.read(folder) else {
        return report
      }
      for problem in check.problems(against: journal) { report.problems.record(problem) }
      report.steps = journal.entries.count
      let seals = try SealCheck(journal, in: folder)
      report.seals = seals
      if case .broken(let line) = seals {
        report.problems.record(Journal.brokenSeal(line: line, in: folder))
      }
    } catch {
      report.problems.record(error)
    }
    return report
  }

  /// What was found.
  public struct Report: Sendable {
    /// Of the files themselves.
    public let verdict: Verdict
    /// Of files, manifest and journal.
    public internal(set) var problems: ProblemLog
    /// What the manifest says of stage and audience; `nil` without one.
    public internal(set) var standing: String?
    /// Entries of the journal; `nil` where there is none beside.
    public internal(set) var steps: Int?
    /// What its seals say; `nil` where there is no journal.
    var seals: SealCheck?

    /// Whether everything holds.
    public var isSound: Bool { problems.firstStop == nil }

    /// The summary in French.
    public var text: String {
      let count = problems.groups.reduce(0) { $0 + $1.count }
      let files =
        isSound
        ? verdict.text
        : "\(verdict.facts) : \(FrenchNumber.counted(count, "défaut")), ne pas diffuser"
      let chain =
        steps.map { ", journal de \(FrenchNumber.counted($0, "étape"))" }
        ?? ", sans journal ici : l’ordre des étapes n’est pas contrôlé"
      let seal = seals?.french ?? ""
      return files + (standing.map { "\nstade : \($0)\(chain)\(seal)" } ?? "")
    }

    /// The same for scripts.
    public var json: JSONValue {
      guard case .object(let members) = verdict.json else { return .null }
      let own = members.filter { !["sound", "problems"].contains($0.key) }
      return .object(
        [("sound", .boolean(isSound))] + own + [
          ("stage", JSONValue(standing)), ("journal_steps", JSONValue(steps)),
          ("journal_seal", seals?.json ?? .null),
          ("problems", problems.json),
        ])
    }
  }
}

/// What a path given by a user means: a version, and the folder of outputs around it.
struct VersionPlace {
  /// What to open.
  let path: String
  /// The folder of outputs; `nil` where the path is in none.
  let outputs: String?

  /// - Throws: `campaign.no-current` for a folder of outputs that shows no whole version
  init(_ path: String) throws(Problem) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let asOutputs = OutputFolder(path)
    if FilePath.exists(FilePath.join(path, Journal.fileName)) {
      guard let current = asOutputs.current else { throw Wording.noCurrent(path) }
      self.path = asOutputs.path(of: current)
      outputs = path
      return
    }
    let parent = OutputFolder(FilePath.folder(of: path))
    if FilePath.name(of: path) == OutputFolder.currentName, let current = parent.current {
      self.path = parent.path(of: current)
      outputs = parent.path
      return
    }
    self.path = path
    let grandparent = FilePath.folder(of: parent.path)
    let isVersion = FilePath.exists(FilePath.join(grandparent, Journal.fileName))
    outputs = isVersion ? grandparent : nil
  }
}

extension Manifest.Standing {
  fileprivate var french: String {
    guard stage == .published, let audience else { return stage.french }
    return "\(stage.french), \(audience.french)"
  }
}
