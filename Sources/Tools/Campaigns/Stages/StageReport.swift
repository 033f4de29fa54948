public import Diagnostics
internal import Files
public import Stages

/// What a step did, or why it was refused.
///
/// - Confidential: no
public struct StageReport: Sendable {
  /// The campaign.
  public let campaign: String
  /// The stage that was asked for.
  public let stage: Stage
  /// Who gets the figures.
  public let audience: Audience
  /// The version that was made; `nil` after a rehearsal or a refusal.
  public internal(set) var version: String?
  /// Where to look at it.
  public internal(set) var folder: String?
  /// Names of its files.
  public internal(set) var files: [String] = []
  /// Whether it was there already.
  public internal(set) var isUnchanged = false
  /// Everything that was wrong.
  public internal(set) var problems = ProblemLog()

  init(_ campaign: Campaign, _ stage: Stage, for audience: Audience) {
    self.campaign = campaign.name
    self.stage = stage
    self.audience = audience
  }

  /// Whether nothing was done.
  public var isRefused: Bool { problems.firstStop != nil }

  mutating func add(_ result: VersionIssue.Result, in outputs: OutputFolder) {
    version = result.version
    folder = outputs.path(of: result.version)
    files = result.names
    isUnchanged = result.isUnchanged
  }

  /// The summary in French.
  public var text: String {
    if isRefused {
      let count = problems.groups.count
      return "refusé : "
        + FrenchNumber.counted(
          count, "condition à remplir, détaillée", "conditions à remplir, détaillées")
        + " plus haut ; rien n’a été écrit"
    }
    guard let folder else {
      return "possible : rien ne s’y oppose (essai à blanc, rien n’est écrit)"
    }
    let made = isUnchanged ? "déjà fait, rien n’a été écrit" : "\(stage.french)"
    var lines = ["\(campaign) : \(made)", "diffusion : \(audience.french)"]
    lines.append("version : \(folder) (\(FrenchNumber.counted(files.count, "fichier")))")
    lines += files.filter { $0.hasSuffix(".zip") }.map {
      "à remettre : \(FilePath.join(folder, $0))"
    }
    return lines.joined(separator: "\n")
  }

  /// The same for scripts.
  public var json: JSONValue {
    .object([
      ("campaign", .text(campaign)), ("stage", .text(stage.rawValue)),
      ("audience", .text(audience.rawValue)), ("refused", .boolean(isRefused)),
      ("version", JSONValue(version)), ("folder", JSONValue(folder)),
      ("unchanged", .boolean(isUnchanged)), ("files", .array(files.map(JSONValue.text))),
      ("problems", problems.json),
    ])
  }
}
