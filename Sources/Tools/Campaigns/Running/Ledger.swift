internal import Boundaries
internal import Diagnostics
internal import Disclosure
internal import Files
internal import Rates
internal import Territory

/// The releases of a campaign's ledger: what went out before, and stays public.
///
/// Each is a folder with the files that anybody holds, which the attacker reads, and the archive
/// `diffusion.json`, which the suppressor reads.
struct Ledger {
  /// Name of the archive in each folder.
  static let archiveName = "diffusion.json"

  /// The folder; `nil` where there is none yet.
  let folder: String?
  let releases: [Release]
  /// By release, the map that it went out with; `nil` where its folder has none.
  let maps: [String?]
  let problems: ProblemLog

  /// - Throws: what `Files` throws, and what is wrong with an archive
  init(of campaign: Campaign) throws(Problem) {
    guard let folder = campaign.ledger else {
      (self.folder, releases, maps, problems) = (nil, [], [], ProblemLog())
      return
    }
    guard FilePath.isFolder(folder) else {
      (self.folder, releases, maps) = (nil, [], [])
      problems = ProblemLog([Wording.noLedger(folder)])
      return
    }
    var releases: [Release] = []
    var maps: [String?] = []
    var problems = ProblemLog()
    for entry in try Self.entries(of: campaign) {
      let archive = FilePath.join(entry, Self.archiveName)
      if FilePath.exists(archive) {
        let release = try Release(
          archived: try MappedFile(archive).withBytes { Array($0) }, from: archive)
        if release.rows.allSatisfy({ !campaign.communes.contains($0.zone.commune) }) {
          problems.record(Wording.otherTerritory(entry))
        }
        releases.append(release)
        maps.append(try Self.map(in: entry))
      } else {
        problems.record(Wording.noArchive(entry))
      }
    }
    (self.folder, self.releases, self.maps, self.problems) = (folder, releases, maps, problems)
  }

  /// The folders of earlier releases, in the order of their names; none where there is no ledger.
  ///
  /// - Throws: what `Files` throws
  static func entries(of campaign: Campaign) throws(Problem) -> [String] {
    guard let folder = campaign.ledger, FilePath.isFolder(folder) else { return [] }
    return try FilePath.names(in: folder).filter { !$0.hasPrefix(".") }
      .map { FilePath.join(folder, $0) }.filter(FilePath.isFolder)
  }

  /// What the public has already, for the suppressor.
  ///
  /// - Parameters:
  ///   - counted: the sources as counted now: an indicator that only an earlier release has is counted
  ///     again
  /// - Throws: what reading an earlier map and comparing it throws
  func knowledge(
    _ definitions: [IndicatorDefinition], counted: [String: Tally], on contours: Contours
  ) throws(Problem) -> PublicKnowledge {
    let irises = contours.areas.map(\.iris)
    var seen = Set(definitions.map(\.series))
    let past = releases.flatMap(\.indicators).filter { definition in
      !definition.selection.isEmpty && seen.insert(definition.series).inserted
        && definitions.contains {
          $0.source == definition.source && $0.numeratorVintage == definition.numeratorVintage
        }
    }
    let tables = past.compactMap { definition in
      counted[definition.source].map { definition.counted(in: $0, irises: irises) }
    }
    return PublicKnowledge(
      earlier: releases, redrawn: try redrawn(on: contours), past: tables)
  }
}

extension IndicatorDefinition {
  /// What makes two indicators the same number.
  fileprivate var series: [String] { [id, source, numeratorVintage] }

  /// The plain count of its categories.
  fileprivate func counted(in tally: Tally, irises: [Iris]) -> IndicatorTable {
    let plain = IndicatorDefinition(
      id: id, title: title, source: source, unit: unit, numeratorVintage: numeratorVintage,
      denominatorLabel: "", denominatorVintage: "", per: per, method: nil)
    let wanted = Set(selection)
    if isAmount {
      let wanted = Set(selection)
      return IndicatorTable.amounts(
        definition: self, of: tally, where: { wanted.contains($0.marked) }, irises: irises
      ).0
    }
    // a dimension more than then, a zoning that cuts IRIS, stands after the others
    return IndicatorTable.make(
      definition: plain, numerator: tally,
      where: { category in
        (1...max(1, category.labels.count)).contains { width in
          wanted.contains(Tally.Category(Array(category.labels.prefix(width))).marked)
        } || wanted.contains(Tally.Category().marked)
      }, irises: irises
    ).0
  }
}

extension Wording {
  static func noLedger(_ folder: String) -> Problem {
    Problem(
      "campaign.no-ledger", .warns, at: Place(file: folder),
      fact: "aucune diffusion antérieure : ce dossier n’existe pas encore",
      remedy: "rien à faire la première année ; sinon vérifier disclosure.ledger")
  }

  static func otherTerritory(_ entry: String) -> Problem {
    Problem(
      "campaign.other-territory", .warns, at: Place(file: entry),
      fact: "cette diffusion antérieure n’a aucune commune de la campagne",
      remedy: "vérifier disclosure.ledger : c’est peut-être le registre d’une autre campagne")
  }

  static func noArchive(_ folder: String) -> Problem {
    Problem(
      "campaign.no-archive", .warns, at: Place(file: folder),
      fact:
        "cette diffusion antérieure n’a pas d’archive : elle est contrôlée, mais la protection ne la connaît pas",
      remedy: "y remettre le fichier diffusion.json écrit par maille publish")
  }
}
