public import Diagnostics
public import Files

/// The steps of a campaign, in a file of one line each; every line holds the hash of the one before,
/// so that an edited, removed or moved line shows.
///
/// The chain alone tells an accident or an edit. The seals, which need the key of the campaign, also
/// tell somebody who writes all of it anew. A key that was lost and made again seals what comes then:
/// its first seal stands for the lines before, as they were at that moment.
///
/// - Confidential: no
/// - Source: DESIGN.md; Haber & Stornetta 1991, linking
public struct Journal: Sendable, Hashable {
  /// Name of the file in the folder of outputs.
  public static let fileName = "journal.jsonl"

  /// The campaign.
  public let campaign: String
  /// In the order of time.
  public private(set) var entries: [Entry]
  /// What new lines are sealed with; `nil` where it is not at hand.
  private var key: SealKey?

  /// A journal without a step.
  public init(campaign: String, sealedBy key: SealKey? = nil) {
    self.campaign = campaign
    self.key = key
    entries = []
  }

  /// The journal of a folder of outputs; empty when there is none yet.
  ///
  /// - Parameters:
  ///   - key: of the campaign; `nil` where it is not at hand, and seals are not looked at
  /// - Throws: `stages.journal-edited`, `stages.seal-broken`, `stages.other-campaign`, with outcome
  ///   protection failed
  public static func read(
    _ folder: String, campaign: String, sealedBy key: SealKey? = nil
  ) throws(Problem) -> Journal {
    let path = FilePath.join(folder, fileName)
    guard FilePath.exists(path) else { return Journal(campaign: campaign, sealedBy: key) }
    let journal = try read(path: path)
    guard journal.campaign == campaign || journal.entries.isEmpty else {
      throw Wording.otherCampaign(journal.campaign, than: campaign, at: Place(file: path))
    }
    guard let key else { return journal }
    if case .broken(let line) = journal.seals(of: key) { throw brokenSeal(line: line, in: folder) }
    return journal.sealed(by: key)
  }

  /// The journal of a folder of outputs, whatever its campaign; `nil` when there is none.
  ///
  /// - Throws: `stages.journal-edited`, with outcome protection failed
  public static func read(_ folder: String) throws(Problem) -> Journal? {
    let path = FilePath.join(folder, fileName)
    return FilePath.exists(path) ? try read(path: path) : nil
  }

  /// The same journal, whose lines to come are sealed.
  public func sealed(by key: SealKey) -> Journal {
    var sealed = self
    sealed.key = key
    return sealed
  }

  /// What the seals of a journal say.
  public enum Seals: Sendable, Hashable {
    /// All lines were written by a holder of the key, but for so many at the beginning.
    case sound(unsealed: Int)
    /// The line of this number should have been, and was not.
    case broken(line: Int)
  }

  /// What the seals say to who holds a key.
  public func seals(of key: SealKey) -> Seals {
    let first = entries.firstIndex { $0.isSealed(by: key) } ?? max(0, entries.count - 1)
    let broken = entries[first...].first { !$0.isSealed(by: key) }
    return broken.map { .broken(line: $0.number) } ?? .sound(unsealed: first)
  }

  /// What is wrong where a seal is broken: `stages.seal-broken`, which stops.
  ///
  /// - Parameters:
  ///   - folder: of outputs
  public static func brokenSeal(line: Int, in folder: String) -> Problem {
    Wording.sealBroken(at: Place(file: FilePath.join(folder, fileName), line: line))
  }

  /// How far the campaign has come; `nil` before its first step.
  public var stage: Stage? { entries.last?.step.stage }

  /// Number of the entry to come.
  public var nextNumber: Int { entries.count + 1 }

  /// Hash that the entry to come is tied to.
  public var lastHash: String { entries.last?.hash ?? Entry.beginning }

  /// The last entry of one of some stages; `nil` when there is none.
  public func last(_ stages: Stage...) -> Entry? { entries.last { stages.contains($0.step.stage) } }

  /// The journal with one more step.
  ///
  /// - Throws: `stages.clock-backwards` when the step would be before the last one
  public func appending(_ step: Step) throws(Problem) -> Journal {
    if let last = entries.last, step.at < last.step.at {
      throw Wording.clockBackwards(now: step.at, last: last.step.at)
    }
    var longer = self
    longer.entries.append(
      Entry(
        step, number: nextNumber, campaign: campaign, after: lastHash, sealedBy: key))
    return longer
  }

  /// The journal with a line that was read: number, tie and hash are ours, not the line's.
  ///
  /// - Returns: `nil` unless the line says this step after this journal, and nothing else
  private func reading(_ step: Step, seal: String?, in line: ArraySlice<UInt8>) -> Journal? {
    if let last = entries.last, step.at < last.step.at { return nil }
    let entry = Entry(
      step, number: nextNumber, campaign: campaign, after: lastHash, seal: seal)
    guard line.elementsEqual(entry.line.utf8) else { return nil }
    var longer = self
    longer.entries.append(entry)
    return longer
  }

  /// Writes the whole journal, complete but without its name.
  public func stage(in folder: String) throws(Problem) -> StagedFile {
    let file = try StagedFile(for: FilePath.join(folder, Self.fileName))
    try file.write(text)
    return file
  }

  var text: String { entries.map { $0.line + "\n" }.joined() }

  private static func read(path: String) throws(Problem) -> Journal {
    let bytes = try MappedFile(path).withBytes { Array($0) }
    var journal = Journal(campaign: "")
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.popLast()?.isEmpty ?? true else {
      throw Wording.journalEdited(at: Place(file: path, line: lines.count + 1))
    }
    for (index, line) in lines.enumerated() {
      guard let value = JSONValue(parsing: Array(line)), let step = Step(value),
        let campaign = value["campaign"]?.string,
        index == 0 || campaign == journal.campaign
      else { throw Wording.journalEdited(at: Place(file: path, line: index + 1)) }
      if index == 0 { journal = Journal(campaign: campaign) }
      let seal = value["seal"]?.string
      guard let longer = journal.reading(step, seal: seal, in: line) else {
        throw Wording.journalEdited(at: Place(file: path, line: index + 1))
      }
      journal = longer
    }
    return journal
  }
}

extension Step {
  /// - Returns: `nil` unless the line has what a step has
  fileprivate init?(_ line: JSONValue) {
    guard let stage = line["stage"]?.string.flatMap(Stage.init), let version = line["version"],
      version.isNull || version.string != nil, let at = line["at"]?.string.flatMap({ Moment($0) }),
      let by = line["by"]?.string, case .object(let details)? = line["details"]
    else { return nil }
    self.init(stage, version: version.string, at: at, by: by, details: details)
  }
}
