public import Diagnostics
public import Files

/// The folder of a campaign's outputs.
///
/// ```
/// current -> versions/<name>   swapped last
/// versions/<name>/             one version, never changed
/// journal.jsonl                what was done, and when
/// ```
///
/// At any moment, `current` leads to a whole version: the one before or the new one.
public struct OutputFolder: Sendable {
  /// Name of the link to the version to look at.
  public static let currentName = "current"
  private static let versionsName = "versions"

  /// Where it is.
  public let path: String

  /// A folder by its path; nothing is made yet.
  public init(_ path: String) { self.path = path }

  /// The link to the version to look at.
  public var currentPath: String { FilePath.join(path, Self.currentName) }

  /// Where a version is, or will be.
  public func path(of version: String) -> String { FilePath.join(versionsPath, version) }

  /// The version to look at; `nil` when there is none.
  public var current: String? {
    guard let target = FilePath.target(ofLink: currentPath) else { return nil }
    let name = FilePath.name(of: target)
    return target == Self.target(of: name) && FilePath.isFolder(path(of: name)) ? name : nil
  }

  /// The names of all versions, sorted.
  public var versions: [String] {
    ((try? FilePath.names(in: versionsPath)) ?? []).filter { !$0.hasPrefix(".") }
  }

  private var versionsPath: String { FilePath.join(path, Self.versionsName) }

  private static func target(of version: String) -> String { "\(versionsName)/\(version)" }
}

extension OutputFolder {
  /// A hidden place to fill with a new version. What killed runs left is cleared first: to be called
  /// by whoever holds the folder.
  ///
  /// - Throws: `files.cannot-write`, `files.disk-full`
  public func stageVersion() throws(Problem) -> StagedFolder {
    try FilePath.makeFolder(versionsPath)
    StagedFolder.removeLeftovers(in: versionsPath)
    return try StagedFolder(in: versionsPath)
  }

  /// Whether a version of this name is there, as it was made.
  ///
  /// - Throws: `stages.version-edited` when files of it were changed since
  public func holds(
    _ version: String, stage: Stage, audience: Audience?
  ) throws(Problem) -> Bool {
    let path = path(of: version)
    guard FilePath.exists(path) else { return false }
    guard try VersionName.of(folder: path, stage: stage, audience: audience) == version else {
      throw Wording.versionEdited(at: Place(file: path))
    }
    return true
  }

  /// Makes a version the one to look at: its folder gets its name, then the journal its lines, then
  /// the link its target; last, versions that nobody needs go.
  ///
  /// - Parameters:
  ///   - folder: filled; `nil` when the version is there already
  ///   - journal: with the steps that made the version
  /// - Throws: `files.cannot-write`, `files.disk-full`; `current` is what it was then
  public func publish(
    _ folder: StagedFolder?, as version: String, journal: Journal
  ) throws(Problem) {
    try folder?.publish(as: path(of: version))
    try record(journal)
    try look(at: version)
    removeVersions(keeping: journal.kept.union([version]))
  }

  /// Writes the journal.
  public func record(_ journal: Journal) throws(Problem) {
    try FilePath.makeFolder(path)
    try StagedFile.publish([try journal.stage(in: path)])
  }

  /// Turns `current` to a version that is there.
  public func look(at version: String) throws(Problem) {
    if current == version { return }
    try FilePath.link(currentPath, to: Self.target(of: version))
  }

  /// Removes every version but some.
  public func removeVersions(keeping kept: Set<String>) {
    for version in versions where !kept.contains(version) {
      StagedFolder.remove(path(of: version))
    }
  }
}

extension Journal {
  /// Versions that somebody was given: they stay.
  public var kept: Set<String> {
    Set(
      entries.filter { [.submitted, .published].contains($0.step.stage) }
        .compactMap(\.step.version))
  }
}
