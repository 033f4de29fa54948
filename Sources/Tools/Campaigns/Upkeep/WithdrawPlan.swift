internal import Diagnostics
internal import Disclosure
internal import Files
internal import Keeping
internal import Manifests
internal import Stages

/// Everything that was made from a source: what a withdrawal removes.
///
/// What cannot be read might have been made from it, and counts as such.
struct WithdrawPlan {
  /// Names of versions, atlas and package in them.
  let versions: [String]
  /// Archives of figures.
  let releases: [String]
  /// Counts kept between runs. A key says which bytes they were made from, and not which source:
  /// those of all sources go, and are made again from the rows.
  let tallies: [ConfidentialFile]
  /// Entries of the ledger: they stay, and are told.
  let ledger: [String]

  init(_ campaign: Campaign, source: String, in outputs: OutputFolder) throws(Problem) {
    versions = outputs.versions.filter { version in
      guard let manifest = try? Manifest.read(version: outputs.path(of: version)) else {
        return true
      }
      return manifest.making.inputs.contains { $0.role == "source:\(source)" }
    }
    let folder = campaign.work.folder(of: .releases)
    let names = FilePath.isFolder(folder) ? try FilePath.names(in: folder) : []
    releases = names.map { FilePath.join(folder, $0) }.filter { Self.derives(from: source, $0) }
    tallies = try campaign.work.confidentialFiles().filter { $0.role != .key }
    ledger = try Ledger.entries(of: campaign).filter { entry in
      let archive = FilePath.join(entry, Ledger.archiveName)
      return Self.derives(from: source, archive)
    }
  }

  private static func derives(from source: String, _ path: String) -> Bool {
    guard let bytes = try? MappedFile(path).withBytes({ Array($0) }),
      let release = try? Release(archived: bytes, from: path)
    else { return true }
    return release.derives(from: source)
  }

  private init(
    versions: [String], releases: [String], tallies: [ConfidentialFile], ledger: [String]
  ) {
    self.versions = versions
    self.releases = releases
    self.tallies = tallies
    self.ledger = ledger
  }

  /// The plan with what a withdrawal that was cut short had removed: the certificate is of all of it.
  func including(_ withdrawn: Entry?, in work: WorkFolder) -> WithdrawPlan {
    let names = { (key: String) in
      (withdrawn?.step.details[key]?.elements ?? []).compactMap(\.string)
    }
    let kept = names("releases").map { work.path(of: $0, in: .releases) }
    return WithdrawPlan(
      versions: Set(versions + names("versions")).sorted(),
      releases: Set(releases + kept).sorted(), tallies: tallies, ledger: ledger)
  }

  /// Whether nothing is left of it.
  var isEmpty: Bool { versions.isEmpty && releases.isEmpty }
}
