internal import Comparisons
internal import Crosswalks
public import Diagnostics
internal import Files

/// What moved between two years, and why: two releases by their written files, or two campaigns by
/// changing one factor at a time.
public struct CompareJob: Sendable {
  private let before: String
  private let after: String
  private let passage: String?

  /// What came of it.
  public struct Outcome: Sendable {
    /// The summary in French, at most twelve lines.
    public let text: String
    /// Everything that was wrong.
    public let problems: ProblemLog
    /// What was written.
    public let files: [String]
    /// Whether the files hold figures that were never published.
    public let isConfidential: Bool

    /// The same for scripts.
    public var json: JSONValue {
      .object([
        ("summary", .array(text.split(separator: "\n").map { .text(String($0)) })),
        ("confidential", .boolean(isConfidential)),
        ("files", .array(files.map(JSONValue.text))), ("problems", problems.json),
      ])
    }
  }

  /// - Parameters:
  ///   - before: folder of a release, or a campaign file
  ///   - after: the same kind
  ///   - passage: table of passage from the earlier edition to the later, for releases
  /// - Throws: `campaign.compare-kinds`
  public init(before: String, after: String, passage: String?) throws(Problem) {
    guard FilePath.isFolder(before) == FilePath.isFolder(after) else {
      throw Wording.compareKinds()
    }
    self.before = before
    self.after = after
    self.passage = passage
  }

  /// Compares, then writes the comparison whole.
  ///
  /// - Parameters:
  ///   - folder: where to write; `nil` writes nothing
  /// - Throws: the problem that stops
  public func run(to folder: String?, progress: any Progress) throws(Problem) -> Outcome {
    if FilePath.isFolder(before) { return try compareReleases(to: folder) }
    let comparison = try CampaignComparison(before: before, after: after, progress: progress)
    let writing = Writing(
      comparison: comparison.comparison, problems: comparison.problems,
      ruleAlone: comparison.ruleAlone)
    return try writing.outcome(to: folder)
  }

  private func compareReleases(to folder: String?) throws(Problem) -> Outcome {
    var problems = ProblemLog()
    var crosswalk: Crosswalk?
    if let passage {
      let (read, found) = try Crosswalk.read(passage)
      crosswalk = read
      problems.append(found)
    }
    let (comparison, found) = Comparison.between(
      try ReleaseFolder(path: before).read(), try ReleaseFolder(path: after).read(),
      crosswalk: crosswalk)
    problems.append(found)
    try problems.check()
    return try Writing(comparison: comparison, problems: problems, ruleAlone: nil)
      .outcome(to: folder)
  }
}

/// A comparison on its way to its files.
private struct Writing {
  let comparison: Comparison
  let problems: ProblemLog
  /// What the rule of disclosure control alone changed, between campaigns; `nil` between releases, whose
  /// figures everybody may see.
  let ruleAlone: String?

  func outcome(to folder: String?) throws(Problem) -> CompareJob.Outcome {
    let names = try folder.map { folder throws(Problem) in try write(to: folder) } ?? []
    let isConfidential = ruleAlone != nil
    let closing =
      [ruleAlone].compactMap(\.self) + Wording.written(names, isConfidential: isConfidential)
    return CompareJob.Outcome(
      text: comparison.text(closing: closing), problems: problems, files: names,
      isConfidential: isConfidential)
  }

  private func write(to folder: String) throws(Problem) -> [String] {
    try FilePath.makeFolder(folder)
    let notes = ruleAlone.map { [Wording.unpublished, $0] } ?? []
    let contents = [
      ("comparaison.csv", comparison.table()),
      ("comparaison.md", Array(comparison.markdown(notes: notes).utf8)),
    ]
    var files: [StagedFile] = []
    for (name, bytes) in contents {
      let file = try StagedFile(
        for: FilePath.join(folder, name), isConfidential: ruleAlone != nil)
      try file.write(bytes)
      files.append(file)
    }
    try StagedFile.publish(files)
    return files.map(\.destination)
  }
}
