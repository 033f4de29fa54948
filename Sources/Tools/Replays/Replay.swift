internal import Campaigns
public import Diagnostics
internal import Files
internal import Population
internal import References

/// Last year's campaign written anew for this year's files and references.
///
/// Files are matched by their columns and references by their content. What cannot mean the same this
/// year is refused with its reason; what nobody gave (dates of the agreement) is left as it was and
/// said, never invented.
public struct Replay: Sendable {
  /// The new campaign file.
  public let text: String
  /// Where it goes.
  public let destination: String
  /// What changed, in the order of the file.
  public let changes: [Change]
  /// What the user must know.
  public let problems: ProblemLog
  let years: (from: String, to: String)

  /// One value of the campaign, last year and now.
  public struct Change: Sendable, Hashable {
    /// What it is: « sources.c2s.file ».
    public let key: String
    /// What it was.
    public let old: String
    /// What it is now; equal to `old` where it stays.
    public let new: String
    /// Why, in a few words.
    public let reason: String
  }

  /// Plans everything and writes nothing.
  ///
  /// - Throws: what `CampaignReader` refuses of last year's file; `replay.…`
  public init(_ request: ReplayRequest) throws(Problem) {
    let (campaign, found) = try CampaignReader.read(request.oldCampaign)
    guard let campaign else { throw found.firstStop ?? Wording.unreadable(request.oldCampaign) }
    var work = try ReplayWork(request, campaign, Self.text(of: request.oldCampaign))
    try work.run()
    text = work.text
    destination = request.newCampaign
    changes = work.changes
    problems = work.problems
    years = (work.fromYear, work.toYear)
  }

  /// Writes the new campaign, never over another one.
  ///
  /// - Throws: `replay.exists`, `files.…`, and the first problem that stops
  public func write() throws(Problem) {
    try problems.check()
    if FilePath.exists(destination) { throw Wording.exists(destination) }
    try StagedFile.publish(Array(text.utf8), to: destination)
  }

  private static func text(of path: String) throws(Problem) -> String {
    try MappedFile(path).withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
