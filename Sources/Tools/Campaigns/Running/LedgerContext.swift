internal import Diagnostics
internal import Disclosure
internal import Files
internal import Stages

/// What goes beside the figures of a ledger's entry: who has them, on which contours, under which
/// mention.
///
/// An entry without it still protects; its figures are never drawn anew, since nobody says who may see
/// them.
struct LedgerContext: Hashable {
  static let fileName = "contexte.json"

  /// The widest one that they went to.
  let audience: Audience
  let edition: String
  let mention: String

  init(audience: Audience, edition: String, mention: String) {
    (self.audience, self.edition, self.mention) = (audience, edition, mention)
  }

  /// - Returns: `nil` where an entry has none that can be read
  init?(of entry: String) throws(Problem) {
    let path = FilePath.join(entry, Self.fileName)
    guard FilePath.exists(path) else { return nil }
    let bytes = try MappedFile(path).withBytes { Array($0) }
    guard let value = JSONValue(parsing: bytes),
      let audience = value["audience"]?.string.flatMap({ Audience(rawValue: $0) }),
      let edition = value["edition"]?.string, let mention = value["mention"]?.string
    else { return nil }
    self.init(audience: audience, edition: edition, mention: mention)
  }

  /// The file.
  var text: String {
    JSONValue.object([
      ("audience", .text(audience.rawValue)), ("edition", .text(edition)),
      ("mention", .text(mention)),
    ]).description + "\n"
  }

  /// Whether figures of this context may stand beside new ones for somebody.
  ///
  /// - Parameters:
  ///   - context: of the new ones; a working document is the group's
  func mayStand(beside context: LedgerContext) -> Bool {
    edition == context.edition && mention == context.mention
      && audience.reach >= context.audience.reach
  }
}

extension Audience {
  /// How many may see what an audience may: each holds those before it.
  var reach: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Campaign {
  /// Earlier releases that may be drawn beside figures of some context, in the order of their entries.
  ///
  /// - Throws: what is wrong with an archive
  func earlierReleases(beside context: LedgerContext) throws(Problem) -> [Release] {
    guard let ledger, FilePath.isFolder(ledger) else { return [] }
    var releases: [Release] = []
    for name in try FilePath.names(in: ledger).sorted() where !name.hasPrefix(".") {
      let entry = FilePath.join(ledger, name)
      let archive = FilePath.join(entry, Ledger.archiveName)
      guard FilePath.isFolder(entry), FilePath.exists(archive),
        let own = try LedgerContext(of: entry), own.mayStand(beside: context)
      else { continue }
      releases.append(
        try Release(archived: try MappedFile(archive).withBytes { Array($0) }, from: archive))
    }
    return releases
  }
}
