internal import Comparisons
internal import Crosswalks
public import Diagnostics
internal import Files

/// Several years' releases on the geography of the last.
public struct SeriesJob: Sendable {
  private let folders: [String]
  private let passages: [String]

  /// What came of it.
  public struct Outcome: Sendable {
    /// The summary in French.
    public let text: String
    /// Everything that was wrong.
    public let problems: ProblemLog
    private let releases: [PrintedRelease]
    private let file: String?

    init(_ series: Series, _ problems: ProblemLog, file: String?) {
      releases = series.releases
      self.problems = problems
      self.file = file
      let edition = releases.last?.edition ?? ""
      let head = "\(releases.count) diffusions sur \(edition) : "
      text =
        ([head + releases.map(\.name).joined(separator: ", ")]
        + (file.map { ["écrit : \($0)"] } ?? [])).joined(separator: "\n")
    }

    /// The same for scripts.
    public var json: JSONValue {
      .object([
        ("releases", .array(releases.map { .text($0.name) })),
        ("geography", JSONValue(releases.last?.edition)), ("file", JSONValue(file)),
        ("problems", problems.json),
      ])
    }
  }

  /// - Parameters:
  ///   - folders: of the releases, from the earliest; at least two
  ///   - passages: tables of passage from each other edition to the last one's
  /// - Throws: `campaign.series-too-short`
  public init(folders: [String], passages: [String]) throws(Problem) {
    guard folders.count > 1 else { throw Wording.seriesTooShort() }
    self.folders = folders
    self.passages = passages
  }

  /// Reads, carries, then writes the series whole.
  ///
  /// - Parameters:
  ///   - output: where to write; `nil` writes nothing
  public func run(to output: String?) throws(Problem) -> Outcome {
    var problems = ProblemLog()
    var crosswalks: [Crosswalk] = []
    for passage in passages {
      let (crosswalk, found) = try Crosswalk.read(passage)
      crosswalks.append(crosswalk)
      problems.append(found)
    }
    var releases: [PrintedRelease] = []
    for folder in folders { releases.append(try ReleaseFolder(path: folder).read()) }
    let series = try Series(releases, crosswalks: crosswalks)
    if let output { try StagedFile.publish(series.table(), to: output) }
    return Outcome(series, problems, file: output)
  }
}
