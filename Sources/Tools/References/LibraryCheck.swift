internal import Boundaries
public import Diagnostics
internal import Files
internal import Population
internal import Territory

/// Whether the files of a library are still what they were, and which of them go together.
public struct LibraryCheck: Sendable {
  /// The library's folder.
  public let folder: String
  /// How many sets it holds.
  public let count: Int
  /// One for each edition of contours, by vintage.
  public let fits: [Fit]
  /// Census files that no contours go with, each with the year of contours that it needs.
  public let lonely: [(census: CatalogueEntry, year: Int)]
  /// Files gone, changed or damaged; codes that differ.
  public let problems: ProblemLog

  /// Looks at every byte of the library.
  public init(of library: Library) {
    folder = library.folder
    count = library.entries.count
    var problems = ProblemLog()
    var whole: [CatalogueEntry] = []
    for entry in library.entries {
      let found = Self.damages(of: entry, in: library)
      for problem in found { problems.record(problem) }
      if found.isEmpty { whole.append(entry) }
    }
    var codes = CodeBook(library)
    var fits: [Fit] = []
    for contours in whole where contours.kind == .contours {
      fits.append(Self.fit(contours, among: whole, &codes, &problems))
    }
    self.fits = fits
    lonely = whole.filter { $0.kind == .census }.compactMap { census in
      let isServed = fits.contains { $0.members.contains { $0.entry == census && $0.fits } }
      return isServed ? nil : (census, census.vintage.year + 2)
    }
    self.problems = problems
  }

  private static func damages(of entry: CatalogueEntry, in library: Library) -> [Problem] {
    entry.files.compactMap { file in
      let path = FilePath.join(library.folder, file.path)
      guard FilePath.exists(path) else { return Wording.gone(path) }
      do throws(Problem) {
        return try ContentHash(ofFile: path).hexadecimal == file.hash ? nil : Wording.changed(path)
      } catch {
        return error
      }
    }
  }

  private static func fit(
    _ contours: CatalogueEntry, among whole: [CatalogueEntry], _ codes: inout CodeBook,
    _ problems: inout ProblemLog
  ) -> Fit {
    let year = contours.vintage.year
    var members: [Fit.Member] = []
    for entry in whole where entry.kind != .contours {
      guard !Set(entry.departments).isDisjoint(with: contours.departments) else { continue }
      let (fits, reason) = FitRules.verdict(entry.kind, entry.vintage, on: year)
      var evidence: (agrees: Bool, words: String)?
      if entry.kind == .census && fits {
        do throws(Problem) { evidence = try codes.compare(contours, entry) } catch {
          problems.record(error)
          evidence = (false, "illisible")
        }
      }
      members.append(
        Fit.Member(
          entry: entry, fits: fits && (evidence?.agrees ?? true),
          reason: reason + (evidence.map { " ; \($0.words)" } ?? "")))
    }
    let covered = Set(
      members.filter(\.fits).map { $0.entry.kind == .municipal ? .addresses : $0.entry.kind })
    let present = members.map { (kind: $0.entry.kind, vintage: $0.entry.vintage) }
    return Fit(
      contours: contours, members: members,
      missing: FitRules.needs(on: year).filter { !covered.contains($0.kind) }
        + FitRules.needs(between: present))
  }
}

/// The IRIS codes of contours and censuses, each file read once.
private struct CodeBook {
  private let library: Library
  private var known: [CatalogueEntry: Set<Iris>] = [:]

  init(_ library: Library) { self.library = library }

  /// What the codes of the common départements say; the rule may be met and the file be another's.
  mutating func compare(
    _ contours: CatalogueEntry, _ census: CatalogueEntry
  ) throws(Problem) -> (agrees: Bool, words: String) {
    let common = Set(contours.departments).intersection(census.departments)
    let drawn = try codes(of: contours).filter { common.contains($0.commune.department) }
    let counted = try codes(of: census).filter { common.contains($0.commune.department) }
    let missing = drawn.subtracting(counted).count
    let extra = counted.subtracting(drawn).count
    let shared = drawn.count - missing
    let words =
      missing + extra == 0
      ? "les \(FrenchNumber.grouped(shared)) codes sont les mêmes"
      : "\(FrenchNumber.grouped(shared)) codes communs, \(FrenchNumber.grouped(missing)) sans population, \(FrenchNumber.grouped(extra)) sans contour"
    return (20 * (missing + extra) <= drawn.count + counted.count, words)
  }

  private mutating func codes(of entry: CatalogueEntry) throws(Problem) -> Set<Iris> {
    if let codes = known[entry] { return codes }
    let path = library.path(of: entry)
    let codes: Set<Iris>
    if entry.kind == .contours {
      codes = Set(try ContourSurvey.all(in: path).flatMap(\.irises))
    } else {
      codes = Set(try Census.read(path).0.irises)
    }
    known[entry] = codes
    return codes
  }
}
