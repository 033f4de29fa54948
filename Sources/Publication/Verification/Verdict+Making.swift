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
  ///   - isWorkingDocument: whether the stamp must be there, or must not; `nil` where nobody knows
  ///   - unevenness: how far the neighbours of the source's contours were from joining, as a share
  /// - Throws: what `Files` throws when a file disappears meanwhile
  /// - Source: issue 6; OUTPUTS.md
  public static func of(
    _ deliverable: Deliverable, mention: String? = nil, isWorkingDocument: Bool? = nil,
    unevenness: Double = 0
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
    let drawn = try stated == nil ? deliverable.files.first.flatMap(PictureCheck.source) : nil
    let mention = mention ?? stated ?? drawn ?? ""
    if mention.isEmpty { problems.record(Wording.noMentionAnywhere()) }
    let shown = ShownCheck(sightings)
    let told = try PictureCheck.descriptions(in: deliverable.files)
    for file in deliverable.files {
      for problem in try check(file, mention, sightings, shown, told) { problems.record(problem) }
    }
    for problem in try StyleCheck.problems(of: deliverable.files, sightings) {
      problems.record(problem)
    }
    for problem in try CatalogueCheck.problems(in: deliverable) { problems.record(problem) }
    let stamps = StampCheck(isWorkingDocument: isWorkingDocument)
    for problem in try stamps.problems(in: deliverable.files) { problems.record(problem) }
    var counts = (cells: 0, withheld: 0)
    for sighting in sightings {
      let check = TableCheck(sighting: sighting, mention: mention)
      for problem in check.problems { problems.record(problem) }
      counts = (counts.cells + check.counts.cells, counts.withheld + check.counts.withheld)
      if sighting.system != nil {
        let shapes = ShapeCheck(sighting: sighting, unevenness: unevenness)
        for problem in try shapes.problems() { problems.record(problem) }
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
    _ file: Deliverable.File, _ mention: String, _ sightings: [Sighting], _ shown: ShownCheck,
    _ told: Set<String>
  ) throws(Problem) -> [Problem] {
    let own = sightings.filter { $0.file.name == file.name }
    let isFigures = own.contains(where: \.isByIris)
    switch file.suffix {
    case "gpkg" where isFigures:
      return try PackageCheck(file: file, layers: own, mention: mention).problems()
    case "xlsx" where isFigures:
      return try WorkbookCheck(file: file, mention: mention).problems()
    case "png": return try PictureCheck(file: file, mention: mention).problems(told: told)
    case "html":
      return try PageCheck(file: file, mention: mention).problems()
        + pageProblems(on: file, sightings, shown)
    default: return try PageCheck(file: file, mention: mention).problems()
    }
  }

  /// What a page shows against the tables beside it, if there are any.
  private static func pageProblems(
    on page: Deliverable.File, _ sightings: [Sighting], _ shown: ShownCheck
  ) throws(Problem) -> [Problem] {
    guard let irises = sightings.first(where: \.isByIris) else { return [] }
    let communes = sightings.first { $0.columns.contains("niveau") }?.rows ?? []
    let analyses = try sightings.first(where: \.isAnalysis).map { table throws(Problem) in
      try AnalysisCheck(table: table, irises: irises).problems(in: page)
    }
    let zonings = sightings.filter { $0.zoning != nil && !$0.stems.isEmpty }
    return try FigureCheck(
      file: page, tables: [irises] + zonings,
      communes: communes.filter { $0.cells["niveau"]?.text == "commune" }
    ).problems() + shown.problems(in: page) + (analyses ?? [])
  }

  /// Each file against the first one of its kind.
  private static func compare(_ sightings: [Sighting]) -> [Problem] {
    let irises = sightings.filter(\.isByIris)
    let communes = sightings.filter { $0.columns.contains("niveau") }
    let areas = Dictionary(grouping: sightings.filter { $0.zoning != nil && !$0.stems.isEmpty }) {
      $0.zoning ?? ""
    }.sorted { $0.key < $1.key }.map(\.value)
    let analyses = sightings.filter(\.isAnalysis)
    let differences = ([irises, communes, analyses] + areas).flatMap { group in
      group.dropFirst().flatMap { second in
        group.first.map { FormatComparison(first: $0, second: second).problems } ?? []
      }
    }
    let lines = irises.first.map { irises in
      analyses.flatMap {
        AnalysisCheck(table: $0, irises: irises, communes: communes.flatMap(\.rows)).problems
      }
    }
    return differences + (lines ?? [])
  }
}
