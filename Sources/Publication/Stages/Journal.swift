public import Diagnostics
public import Files

/// The steps of a campaign, in a file of one line each; every line holds the hash of the one before,
/// so that an edited, removed or moved line shows.
///
/// The chain has no key: it tells an accident or an edit, not somebody who writes all of it anew.
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

  /// A journal without a step.
  public init(campaign: String) {
    self.campaign = campaign
    entries = []
  }

  /// The journal of a folder of outputs; empty when there is none yet.
  ///
  /// - Throws: `stages.journal-edited`, `stages.other-campaign`, with outcome protection failed
  public static func read(_ folder: String, campaign: String) throws(Problem) -> Journal {
    let path = FilePath.join(folder, fileName)
    guard FilePath.exists(path) else { return Journal(campaign: campaign) }
    let journal = try read(path: path)
    guard journal.campaign == campaign || journal.entries.isEmpty else {
      throw Wording.otherCampaign(journal.campaign, than: campaign, at: Place(file: path))
    }
    return journal
  }

  /// The journal of a folder of outputs, whatever its campaign; `nil` when there is none.
  ///
  /// - Throws: `stages.journal-edited`, with outcome protection failed
  public static func read(_ folder: String) throws(Problem) -> Journal? {
    let path = FilePath.join(folder, fileName)
    return FilePath.exists(path) ? try read(path: path) : nil
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
        step, number: nextNumber, campaign: campaign, after: lastHash))
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
      guard let longer = try? journal.appending(step), longer.entries[index].isWritten(in: line)
      else { throw Wording.journalEdited(at: Place(file: path, line: index + 1)) }
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

extension Entry {
  /// Whether a line says this and nothing else: number, tie and hash are ours, not the line's.
  fileprivate func isWritten(in line: ArraySlice<UInt8>) -> Bool {
    line.elementsEqual(self.line.utf8)
  }
}
