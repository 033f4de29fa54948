public import Analyses
public import Boundaries
public import Diagnostics
public import Disclosure
public import Files
public import Geometry
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
  /// Areas of zonings that are drawn without regard to IRIS, by zoning and code; the others are
  /// joined from their IRIS.
  public var drawnAreas: [String: [String: Shape<Projected>]] = [:]

  private let release: Release
  private let notice: Notice
  private let edition: String
  private let irises: Sheet
  private let communes: Sheet
  private let zonings: [ZoneSheet]
  private let names: ZoneNames
  private let threshold: Int
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
    threshold = release.threshold
    zerosAreWithheld = release.zerosAreWithheld
    names = ZoneNames(contours)
    let irises = Sheet(.iris, of: release, names: names, notice: notice, classes: classes)
    self.irises = irises
    zonings = release.zonings.map { ZoneSheet($0, like: irises, notice: notice) }
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
    for zones in zonings { areas += try stageZoning(zones, at: place) }
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
    var sheets = [
      WorkbookFile.Page(name: "IRIS", table: CellTable(irises)),
      WorkbookFile.Page(name: "Communes", table: CellTable(communes)),
    ]
    sheets += zonings.map { .init(name: "Zonage \($0.zoning.id)", table: $0.table) }
    if !analyses.isEmpty { sheets.append(.init(name: "Analyses", table: analysed.cells)) }
    try WorkbookFile(pages: sheets, notice: notice, threshold: threshold).write(to: file)
    return file
  }

  private func stageGeoPackage(
    name: String, at place: (String) -> String
  ) throws(Problem) -> [StagedFile] {
    let export = GeoPackageExport(
      name: name, irises: irises, communes: communes, zonings: zonings, names: names,
      contours: contours, drawnAreas: drawnAreas, notice: notice, threshold: threshold)
    let file = try StagedFile(for: place(".gpkg"))
    try file.write(try export.bytes())
    return [file]
  }

  private var analysed: AnalysisFile {
    AnalysisFile(
      table: AnalysisTable(analyses, of: release, on: contours), irises: irises)
  }

  private func stageAnalyses(at place: (String) -> String) throws(Problem) -> [StagedFile] {
    let cells = analysed.cells
    let file = try StagedFile(for: place("_analyses.csv"))
    try file.write(CSVFile.bytes(of: cells, for: .machine))
    let excel = try StagedFile(for: place("_analyses_excel.csv"))
    try excel.write(CSVFile.bytes(of: cells, for: .excel))
    return [file, excel]
  }

  /// Whatever the formats: an area's figures are nowhere else.
  private func stageZoning(
    _ zones: ZoneSheet, at place: (String) -> String
  ) throws(Problem) -> [StagedFile] {
    let content = ZoningFile(zones: zones)
    if !acceptsFormulas { try content.checkTexts() }
    let endings = [
      (".csv", { () in content.figures(for: .machine) }),
      ("_excel.csv", { () in content.figures(for: .excel) }),
      ("_passage.csv", { () in content.passage }),
    ]
    return try endings.map { ending, bytes throws(Problem) in
      let file = try StagedFile(for: place("_\(zones.zoning.id)" + ending))
      try file.write(bytes())
      return file
    }
  }

  private func stageCatalogue(
    of files: [StagedFile], in folder: String
  ) throws(Problem) -> [StagedFile] {
    let catalogue = Catalogue(
      irises: irises, communes: communes, zonings: zonings,
      box: try geography.box(around: contours.areas.map(\.shape.envelope)),
      system: contours.system.epsg, notice: notice, threshold: threshold,
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
}
