internal import Boundaries
internal import Diagnostics
internal import Disclosure
internal import Exports
internal import Files

/// What a publication leaves for the years to come: the public files, which the attacker reads, and
/// the archive, which the suppressor reads.
struct LedgerEntry {
  /// The ledger's folder.
  let ledger: String
  let making: VersionMaking

  /// Writes the entry whole, unless these figures are in the ledger already.
  ///
  /// - Throws: what `Exports` and `Files` throw
  func write() throws(Problem) {
    let archive = making.release.archived
    let hash = ContentHash(of: archive).hexadecimal.prefix(12)
    let path = FilePath.join(ledger, "\(making.campaign.name)-\(hash)")
    if FilePath.exists(path) { return }
    try FilePath.makeFolder(ledger)
    StagedFolder.removeLeftovers(in: ledger)
    let folder = try StagedFolder(in: ledger)
    let files = try making.exporter.stage(
      [.csv, .geojson], name: making.campaign.name, in: folder.path)
    let kept = try StagedFile(for: FilePath.join(folder.path, Ledger.archiveName))
    try kept.write(archive)
    try StagedFile.publish(files + [kept])
    try folder.publish(as: path)
  }
}
