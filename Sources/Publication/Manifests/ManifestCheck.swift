public import Diagnostics
internal import Files
public import Stages

/// Whether a version is what its manifest says, and stands where the journal says.
public struct ManifestCheck: Sendable {
  /// The folder of the version.
  private let path: String
  /// What the manifest says.
  public let manifest: Manifest

  /// - Throws: `manifests.unreadable`, `manifests.edited`, and what `Files` throws
  public init(version path: String) throws(Problem) {
    self.path = path
    manifest = try Manifest.read(version: path)
  }

  /// What is wrong with the files: each against its hash, none missing, none too many, the folder
  /// under its name, the crate as the manifest makes it.
  ///
  /// - Returns: `manifests.absent-file`, `manifests.changed-file`, `manifests.unlisted-file`,
  ///   `manifests.wrong-name`, `manifests.crate-edited`, all of which stop
  /// - Throws: what `Files` throws when a file disappears meanwhile
  public func problems() throws(Problem) -> [Problem] {
    var problems: [Problem] = []
    for output in manifest.outputs {
      let file = FilePath.join(path, output.name)
      guard Self.isInside(output.name), FilePath.exists(file) else {
        problems.append(Wording.absentFile(at: Place(file: output.name)))
        continue
      }
      if try ContentHash(ofFile: file) != output.hash {
        problems.append(Wording.changedFile(at: Place(file: output.name)))
      }
    }
    problems += try unlisted().map { Wording.unlistedFile(at: Place(file: $0)) }
    problems += try crateProblems()
    let name = FilePath.name(of: path)
    if Self.isVersionName(name) && name != manifest.version {
      problems.append(Wording.wrongName(at: Place(file: path)))
    }
    return problems
  }

  /// What is wrong between the manifest and the journal of its folder of outputs.
  ///
  /// - Returns: `stages.other-campaign`, `manifests.not-in-journal`, which stop
  public func problems(against journal: Journal) -> [Problem] {
    let place = Place(file: FilePath.join(path, Manifest.fileName))
    guard journal.campaign == manifest.notice.campaign else {
      return [Wording.otherCampaign(journal.campaign, at: place)]
    }
    let isThere =
      journal.entries.indices.contains(manifest.step - 1)
      && Self.fits(manifest, journal.entries[manifest.step - 1])
    return isThere ? [] : [Wording.notInJournal(at: place)]
  }

  private static func fits(_ manifest: Manifest, _ entry: Entry) -> Bool {
    entry.previous == manifest.previous && entry.step.version == manifest.version
      && entry.step.stage == manifest.standing.stage && entry.step.at == manifest.declared
      && entry.step.details["manifest"]?.string == manifest.fileHash.hexadecimal
  }

  private func crateProblems() throws(Problem) -> [Problem] {
    let file = FilePath.join(path, ResearchObject.fileName)
    let made = ContentHash(of: Array(ResearchObject(manifest).text.utf8))
    let found = FilePath.exists(file) ? try ContentHash(ofFile: file) : nil
    return found == made ? [] : [Wording.crateEdited(at: Place(file: ResearchObject.fileName))]
  }

  private func unlisted() throws(Problem) -> [String] {
    let listed = Set(manifest.outputs.map(\.name))
    return try Self.names(in: path, under: "").filter {
      !listed.contains($0) && !VersionName.descriptions.contains($0)
    }
  }

  private static func names(
    in folder: String, under prefix: String
  ) throws(Problem) -> [String] {
    var found: [String] = []
    for name in try FilePath.names(in: folder) {
      let path = FilePath.join(folder, name)
      found +=
        FilePath.isFolder(path)
        ? try names(in: path, under: prefix + name + "/") : [prefix + name]
    }
    return found
  }

  /// A manifest that somebody wrote cannot make us look elsewhere.
  private static func isInside(_ name: String) -> Bool {
    !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
  }

  private static func isVersionName(_ name: String) -> Bool {
    name.utf8.count == 12 && name.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }
  }
}
