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

  /// Name of the archive in an entry.
  static let archiveName = "diffusion.json"

  /// Writes the entry whole, unless these figures are in the ledger already.
  ///
  /// - Throws: what `Exports` and `Files` throw
  func write() throws(Problem) {
    let archive = making.release.archived
    let hash = ContentHash(of: archive).hexadecimal.prefix(12)
    let path = FilePath.join(ledger, "\(making.campaign.name)-\(hash)")
    let context = making.context
    if FilePath.exists(path) { return try widen(context, in: path) }
    try FilePath.makeFolder(ledger)
    StagedFolder.removeLeftovers(in: ledger)
    let folder = try StagedFolder(in: ledger)
    let files = try making.exporter().stage(
      [.csv, .geojson], name: making.campaign.name, in: folder.path)
    let kept = try StagedFile(for: FilePath.join(folder.path, Self.archiveName))
    try kept.write(archive)
    let told = try StagedFile(for: FilePath.join(folder.path, LedgerContext.fileName))
    try told.write(context.text)
    try StagedFile.publish(files + [kept, told])
    try folder.publish(as: path)
  }

  /// The same figures for more people: the entry says so from then on.
  private func widen(_ context: LedgerContext, in entry: String) throws(Problem) {
    guard let known = try LedgerContext(of: entry), known.audience.reach < context.audience.reach
    else { return }
    let told = try StagedFile(for: FilePath.join(entry, LedgerContext.fileName))
    try told.write(context.text)
    try StagedFile.publish([told])
  }
}
