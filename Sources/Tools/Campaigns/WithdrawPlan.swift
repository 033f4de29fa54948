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

  init(_ campaign: Campaign, source: String, in outputs: OutputFolder) throws(Problem) {
    versions = outputs.versions.filter { version in
      guard let manifest = try? Manifest.read(version: outputs.path(of: version)) else {
        return true
      }
      return manifest.making.inputs.contains { $0.role == "source:\(source)" }
    }
    let folder = campaign.work.folder(of: .releases)
    let names = FilePath.isFolder(folder) ? try FilePath.names(in: folder) : []
    releases = names.map { FilePath.join(folder, $0) }.filter { path in
      guard let bytes = try? MappedFile(path).withBytes({ Array($0) }),
        let release = try? Release(archived: bytes, from: path)
      else { return true }
      return release.derives(from: source)
    }
    tallies = try campaign.work.confidentialFiles().filter { $0.role != .key }
  }

  /// Whether nothing is left of it.
  var isEmpty: Bool { versions.isEmpty && releases.isEmpty }
}
