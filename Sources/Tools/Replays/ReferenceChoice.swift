internal import Campaigns
internal import Diagnostics
internal import Files
internal import Population
internal import References
internal import Territory

/// This year's public data for a campaign: the newest that fit one another over its communes.
///
/// Contours of a year are taken only with the census that is published in their geography, as last
/// year's campaign did; where no newer pair is at hand, last year's stands.
struct ReferenceChoice {
  /// One file at hand, of the library or of the year's own folder.
  struct Candidate {
    let kind: ReferenceKind
    let vintage: ReferenceVintage
    let path: String
    let departments: [String]
    let layout: String
  }

  private(set) var candidates: [Candidate] = []
  /// What was found on the way.
  private(set) var problems = ProblemLog()
  private let departments: Set<String>

  /// - Parameters:
  ///   - communes: of the campaign
  ///   - folder: the year's own folder; it may be absent
  init(for communes: [Commune], library: String, folder: String) throws(Problem) {
    departments = Set(communes.map(\.department))
    let shelves = try Library(library)
    for entry in shelves.entries where covers(entry.departments) {
      candidates.append(
        Candidate(
          kind: entry.kind, vintage: entry.vintage,
          path: FilePath.absolute(shelves.path(of: entry)), departments: entry.departments,
          layout: entry.layout))
    }
    if FilePath.isFolder(folder) { try look(in: folder) }
  }

  /// The newest of a kind; `nil` when none is at hand.
  func newest(_ kind: ReferenceKind) -> Candidate? { best(candidates.filter { $0.kind == kind }) }

  /// The newest contours, with the census of their geography where one is needed.
  func newestPair(withCensus: Bool) -> (contours: Candidate, census: Candidate?)? {
    let editions = candidates.filter { $0.kind == .contours }
    for year in Set(editions.map(\.vintage.year)).sorted(by: >) {
      guard let contours = best(editions.filter { $0.vintage.year == year }) else { continue }
      if !withCensus { return (contours, nil) }
      let census = candidates.filter { $0.kind == .census && $0.vintage.year + 2 == year }
      if let census = best(census) { return (contours, census) }
    }
    return nil
  }

  /// The list of communes of a year.
  func communes(of year: Int) -> Candidate? {
    best(candidates.filter { $0.kind == .communes && $0.vintage.year == year })
  }

  /// The newest, of equals the one that covers least, then the first by path.
  private func best(_ candidates: [Candidate]) -> Candidate? {
    candidates.max {
      ($0.vintage, -$0.departments.count, $1.path) < ($1.vintage, -$1.departments.count, $0.path)
    }
  }

  private func covers(_ found: [String]) -> Bool { departments.isSubset(of: found) }

  /// - Throws: `replay.other-department`
  private mutating func look(in folder: String) throws(Problem) {
    let names = try FilePath.names(in: folder).filter { !$0.hasPrefix(".") }
    for name in names where !name.lowercased().hasPrefix("meta") {
      let path = FilePath.join(folder, name)
      if FilePath.isFolder(path) || path.hasSuffix(".maille-index") { continue }
      let file: RecognisedFile
      do throws(Problem) { file = try Recogniser(path).file() } catch {
        problems.record(Wording.setAside(error))
        continue
      }
      guard covers(file.departments) else {
        throw Wording.otherDepartment(path, departments.sorted(), found: file.departments)
      }
      candidates.append(
        Candidate(
          kind: file.kind, vintage: file.vintage, path: path, departments: file.departments,
          layout: file.layout))
    }
  }
}
