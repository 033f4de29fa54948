public import Analyses
public import Boundaries
public import Diagnostics
public import Disclosure
public import Files
internal import Geometry
internal import Projection
internal import Rates
internal import Tables
internal import Territory

/// A release as files that import cleanly: each with its mention, its vintages and its statuses.
///
/// It decides names, types, decimals and order; which figures are there was decided by
/// `Disclosure`.
///
/// - Confidential: no, a release is made to leave
/// - Source: OUTPUTS.md §2.1–2.3
public struct Exporter: Sendable {
  /// What the files will lack or call otherwise: `exports.no-contour`, `exports.no-row`,
  /// `exports.shortened-name`. None of them stops.
  public let problems: ProblemLog
  /// Whether a text that a spreadsheet would compute may stand in the CSV for machines, exactly as
  /// it is; otherwise `stage` refuses it.
  public var acceptsFormulas = false

  /// What is computed from the release beside its rates: a file of its own, whatever the formats.
  public var analyses: [Analysis] = []

  private let release: Release
  private let notice: Notice
  private let edition: String
  private let irises: Sheet
  private let communes: Sheet
  private let zonings: [Release.ZoningTable]
  private let names: ZoneNames
  private let threshold: StatedThreshold
  private let zerosAreWithheld: Bool
  private let geography: GeographicShapes
  private let contours: Contours

  /// Files of one release.
  ///
  /// - Parameters:
  ///   - release: the indicators' identifiers as `IndicatorDefinition.id` has them
  ///   - contours: same edition as the release's IRIS · metres of the territory's system
  ///   - notice: its edition is the contours'
  ///   - classes: of the maps that QGIS opens
  public init(
    release: Release, contours: Contours, notice: Notice, classes: ClassChoice = ClassChoice()
  ) {
    let system = contours.system
    let geography = GeographicShapes(threads: 2) { () throws(Problem) in
      let transformer = try Transformer<Projected, Geographic>(from: system)
      return { xs, ys in transformer.transform(xs: xs, ys: ys) }
    }
    self.init(
      release: release, contours: contours, notice: notice, classes: classes, geography: geography)
  }

  init(
    release: Release, contours: Contours, notice: Notice, classes: ClassChoice = ClassChoice(),
    geography: GeographicShapes
  ) {
    self.release = release
    self.notice = notice
    self.geography = geography
    self.contours = contours
    edition = contours.edition.name
    threshold = StatedThreshold(release)
    zerosAreWithheld = release.zerosAreWithheld
    names = ZoneNames(contours)
    zonings = release.zonings
    irises = Sheet(.iris, of: release, names: names, notice: notice, classes: classes)
    communes = Sheet(.commune, of: release, names: names, notice: notice)
    problems = ProblemLog(
      Self.missing(in: irises, names: names) + Self.unused(contours, in: irises)
        + Self.shortened(irises.indicators))
  }

  /// Writes the files, complete but without their names: `StagedFile.publish` makes them all
  /// appear at once.
  ///
  /// - Parameters:
  ///   - formats: what to write
  ///   - name: what the files' names begin with · ASCII letters, digits, `-` and `_`, at most 60
  ///   - folder: exists
  /// - Returns: the files, and last `SHA256SUMS` of all of them
  /// - Throws: `exports.file-name`, `exports.edition-mismatch`, `exports.formula`,
  ///   `exports.collapsed`, `exports.not-geographic`, and what `Files` and `Projection` throw
  public func stage(
    _ formats: Set<Format>, name: String, in folder: String
  ) throws(Problem) -> [StagedFile] {
    let files = try stageFiles(formats, name: name, in: folder)
    return files + [try Checksums.stage(of: files, in: folder)]
  }

  /// The same without the checksums, for a caller that adds files of its own.
  public func stageFiles(
    _ formats: Set<Format>, name: String, in folder: String
  ) throws(Problem) -> [StagedFile] {
    guard Self.isAllowed(name) else { throw Wording.badName() }
    guard edition == notice.edition else {
      throw Wording.otherEdition(edition, notice: notice.edition)
    }
    let place = { (ending: String) in FilePath.join(folder, name + ending) }
    let geojson = formats.contains(.geojson) ? try stageGeoJSON(name: name, at: place) : []
    let csv = formats.contains(.csv) ? try stageCSV(at: place) : []
    let gpkg = formats.contains(.gpkg) ? try stageGeoPackage(name: name, at: place) : []
    let workbook = formats.contains(.xlsx) ? [try stageWorkbook(at: place)] : []
    var areas: [StagedFile] = []
    for table in zonings { areas += try stageZoning(table, at: place) }
    if !analyses.isEmpty { areas += try stageAnalyses(at: place) }
    let files = geojson + csv + areas + gpkg + workbook
    return files + (formats.contains(.datapackage) ? try stageCatalogue(of: files, in: folder) : [])
  }
}

extension Exporter {
  private func stageGeoJSON(
    name: String, at place: (String) -> String
  ) throws(Problem) -> [StagedFile] {
    let collection = GeoJSONFile(
      name: name, sheet: irises,
      shapes: try geography.rounded(irises.rows.map { names.area(of: $0.zone) }),
      metadata: Metadata(
        notice: notice, threshold: threshold, indicators: irises.indicators,
        zerosAreWithheld: zerosAreWithheld))
    let geojson = try StagedFile(for: place(".geojson"))
    try collection.write(to: geojson)
    let style = try StagedFile(for: place(".qml"))
    try style.write(StyleFile(sheet: irises, names: names).text)
    return [geojson, style]
  }

  private func stageWorkbook(at place: (String) -> String) throws(Problem) -> StagedFile {
    let file = try StagedFile(for: place(".xlsx"))
    let sheets = [(name: "IRIS", sheet: irises), (name: "Communes", sheet: communes)]
    try WorkbookFile(sheets: sheets, notice: notice, threshold: threshold).write(to: file)
    return file
  }

  private func stageGeoPackage(
    name: String, at place: (String) -> String
  ) throws(Problem) -> [StagedFile] {
    let export = GeoPackageExport(
      name: name, irises: irises, communes: communes, names: names, contours: contours,
      notice: notice, threshold: threshold)
    let file = try StagedFile(for: place(".gpkg"))
    try file.write(try export.bytes())
    return [file]
  }

  private func stageAnalyses(at place: (String) -> String) throws(Problem) -> [StagedFile] {
    let inhabited = contours.areas.filter(\.type.isInhabited).map(\.iris)
    let table = AnalysisTable(
      analyses, of: release, neighbours: contours.neighbours, inhabited: Set(inhabited))
    let content = AnalysisFile(table: table, irises: irises)
    let file = try StagedFile(for: place("_analyses.csv"))
    try file.write(content.bytes(for: .machine))
    let excel = try StagedFile(for: place("_analyses_excel.csv"))
    try excel.write(content.bytes(for: .excel))
    return [file, excel]
  }

  /// Whatever the formats: an area's figures are nowhere else.
  private func stageZoning(
    _ table: Release.ZoningTable, at place: (String) -> String
  ) throws(Problem) -> [StagedFile] {
    let content = ZoningFile(table, like: irises, notice: notice)
    if !acceptsFormulas { try content.checkTexts() }
    let endings = [
      (".csv", { () in content.figures(for: .machine) }),
      ("_excel.csv", { () in content.figures(for: .excel) }),
      ("_passage.csv", { () in content.passage }),
    ]
    return try endings.map { ending, bytes throws(Problem) in
      let file = try StagedFile(for: place("_\(table.zoning.id)" + ending))
      try file.write(bytes())
      return file
    }
  }

  private func stageCatalogue(
    of files: [StagedFile], in folder: String
  ) throws(Problem) -> [StagedFile] {
    let catalogue = Catalogue(
      irises: irises, communes: communes, zonings: zonings.map(\.zoning), notice: notice,
      threshold: threshold,
      files: try files.map { file throws(Problem) in try Catalogue.File(file) })
    return try catalogue.documents.map { document throws(Problem) in
      let file = try StagedFile(for: FilePath.join(folder, document.name))
      try file.write(document.text)
      return file
    }
  }

  private func stageCSV(at place: (String) -> String) throws(Problem) -> [StagedFile] {
    var files: [StagedFile] = []
    for (sheet, ending) in [(irises, ""), (communes, "_communes")] {
      if !acceptsFormulas { try CSVFile.checkTexts(of: sheet) }
      let machine = try StagedFile(for: place(ending + ".csv"))
      try CSVFile(sheet: sheet, audience: .machine).write(to: machine)
      let types = try StagedFile(for: place(ending + ".csvt"))
      try types.write(CSVFile.types(of: sheet))
      let excel = try StagedFile(for: place(ending + "_excel.csv"))
      try CSVFile(sheet: sheet, audience: .excel).write(to: excel)
      files += [machine, types, excel]
    }
    return files
  }

  private static func isAllowed(_ name: String) -> Bool {
    let isLegal = { (byte: UInt8) in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return (1...60).contains(name.utf8.count) && name.utf8.allSatisfy(isLegal)
      && !name.hasPrefix("-")
  }

  private static func missing(in sheet: Sheet, names: ZoneNames) -> [Problem] {
    sheet.rows.compactMap { row in
      guard let iris = row.zone.iris, names.area(of: row.zone) == nil else { return nil }
      return Wording.noContour(iris.code)
    }
  }

  /// Contours of the release's communes that have no row; other communes' are not asked for.
  private static func unused(_ contours: Contours, in sheet: Sheet) -> [Problem] {
    let communes = Set(sheet.rows.map(\.zone.commune))
    let rows = Set(sheet.rows.compactMap(\.zone.iris))
    return contours.areas.map(\.iris).filter {
      communes.contains($0.commune) && !rows.contains($0)
    }.map { Wording.noRow($0.code) }
  }

  private static func shortened(_ indicators: [IndicatorColumns]) -> [Problem] {
    indicators.filter { $0.stem.text != $0.definition.id }.map {
      Wording.shortenedName($0.definition.id, $0.stem.text)
    }
  }
}
