public import Diagnostics
internal import Files

extension Verdict {
  /// Opens every file and checks what the agreement and the formats ask for.
  ///
  /// Nothing is believed of what wrote the files: tables, maps and pages are read anew and
  /// compared with each other.
  ///
  /// - Parameters:
  ///   - mention: the one of the agreement; `nil` to take the first that a table states
  ///   - needsChecksums: whether a folder without `SHA256SUMS` is at fault
  /// - Throws: what `Files` throws when a file disappears meanwhile
  /// - Source: issue 6; OUTPUTS.md
  public static func of(
    _ deliverable: Deliverable, mention: String? = nil
  ) throws(Problem) -> Verdict {
    var problems = ProblemLog()
    var sightings: [Sighting] = []
    for file in deliverable.files {
      switch Sighting.all(of: file) {
      case .success(let seen): sightings += seen
      case .failure(let problem): problems.record(problem)
      }
    }
    let stated = sightings.lazy.flatMap(\.rows).compactMap { $0.cells["source"]?.text }.first
    let mention = mention ?? stated ?? ""
    if mention.isEmpty { problems.record(Wording.noMentionAnywhere()) }
    for file in deliverable.files {
      for problem in try check(file, mention, sightings) { problems.record(problem) }
    }
    for problem in try StyleCheck.problems(of: deliverable.files, sightings) {
      problems.record(problem)
    }
    for problem in try CatalogueCheck.problems(in: deliverable) { problems.record(problem) }
    var counts = (cells: 0, withheld: 0)
    for sighting in sightings {
      let check = TableCheck(sighting: sighting, mention: mention)
      for problem in check.problems { problems.record(problem) }
      counts = (counts.cells + check.counts.cells, counts.withheld + check.counts.withheld)
      if sighting.system != nil {
        for problem in try ShapeCheck(sighting: sighting).problems() { problems.record(problem) }
      }
    }
    for problem in compare(sightings) { problems.record(problem) }
    for problem in try ChecksumCheck(deliverable).problems() { problems.record(problem) }
    return Verdict(
      files: deliverable.files.map(\.name), cells: counts.cells, withheld: counts.withheld,
      mention: mention, problems: problems)
  }

  /// One file by what it is, beside what the tables show.
  private static func check(
    _ file: Deliverable.File, _ mention: String, _ sightings: [Sighting]
  ) throws(Problem) -> [Problem] {
    let own = sightings.first { $0.isByIris && $0.file.name == file.name }
    switch file.suffix {
    case "gpkg":
      guard let own else { return [] }
      return try PackageCheck(file: file, irises: own, mention: mention).problems()
    case "xlsx" where own != nil: return try WorkbookCheck(file: file, mention: mention).problems()
    case "html":
      let table = sightings.first(where: \.isByIris)
      return try PageCheck(file: file, mention: mention).problems()
        + (try table.map { table throws(Problem) in
          try FigureCheck(file: file, table: table).problems()
        } ?? [])
    default: return try PageCheck(file: file, mention: mention).problems()
    }
  }

  /// Each file against the first one of its kind.
  private static func compare(_ sightings: [Sighting]) -> [Problem] {
    let irises = sightings.filter(\.isByIris)
    let communes = sightings.filter { $0.columns.contains("niveau") }
    let areas = Dictionary(grouping: sightings.filter { $0.zoning != nil && !$0.stems.isEmpty }) {
      $0.zoning ?? ""
    }.sorted { $0.key < $1.key }.map(\.value)
    return ([irises, communes] + areas).flatMap { group in
      group.dropFirst().flatMap { second in
        group.first.map { FormatComparison(first: $0, second: second).problems } ?? []
      }
    }
  }
}
