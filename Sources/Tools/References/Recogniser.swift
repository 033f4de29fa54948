internal import Boundaries
public import Diagnostics
internal import Files
internal import Geocoding
internal import Population
internal import Tables
internal import Territory

/// Finds out what a file of reference data is.
///
/// The kind comes from the columns alone. Only the vintage may come from a name, where the content has
/// none: that of the member in the archive, then that of the file; and never against the content. A
/// table with a column that the official file does not have is refused: a partner's file must not end
/// in a library that everybody reads.
public struct Recogniser: Sendable {
  let path: String
  /// What the user says of the vintage; `nil` to find it.
  let declared: ReferenceVintage?

  /// - Parameters:
  ///   - vintage: what the user says; `nil` to find it
  public init(_ path: String, vintage: ReferenceVintage? = nil) {
    let part = ["dbf", "shx", "prj", "cpg"].contains(FilePath.suffix(of: path))
    let shapes = FilePath.withoutSuffix(path) + ".shp"
    self.path = part && FilePath.exists(shapes) ? shapes : path
    declared = vintage
  }

  /// - Returns: what the file is: several of an archive that holds a layer for each territory are one
  /// - Throws: `files.…`, `tables.…`, `layers.…`, `geopackage.…`, `boundaries.…`, `population.…`;
  ///   `references.web-page`, `references.unknown`, `references.foreign-columns`,
  ///   `references.no-vintage`, `references.contradictory-vintage`
  public func file() throws(Problem) -> RecognisedFile {
    let format = try MappedFile(path).withBytes { FileFormat(of: $0) }
    switch format {
    case .webPage: throw Wording.webPage(path)
    case .layer, .sevenZip: return try contours()
    case .zip: return try holdsLayer() ? contours() : table()
    case .table: return try isPartOfShapefile ? contours() : table()
    }
  }

  private var isPartOfShapefile: Bool {
    ["shp", "dbf", "shx", "prj", "cpg"].contains(FilePath.suffix(of: path))
  }

  private func holdsLayer() throws(Problem) -> Bool {
    let suffixes = Set(try DelimitedFile.members(of: path).map { FilePath.suffix(of: $0) })
    return !suffixes.isDisjoint(with: ["shp", "gpkg", "geojson", "json"])
  }

  // MARK: Contours

  private func contours() throws(Problem) -> RecognisedFile {
    let surveys = try ContourSurvey.all(in: path)
    guard let first = surveys.first else { throw Wording.unknown(path) }
    let irises = surveys.flatMap(\.irises)
    guard !irises.isEmpty else { throw Wording.unknown(path) }
    return RecognisedFile(
      path: path, companions: try shapefileParts(), kind: .contours, layout: product(first),
      vintage: try edition(of: first), communes: Set(irises.map(\.commune)), count: irises.count)
  }

  /// Which of IGN's products, by the names it gives: their attributes are the same.
  private func product(_ survey: ContourSurvey) -> String {
    let names = (survey.origin + "/" + FilePath.name(of: path)).uppercased()
    if names.contains("IRIS-GE") || names.contains("IRIS_GE") { return "IRIS GE" }
    return names.contains("IRIS-PE") || names.contains("IRIS_PE")
      ? "Contours…Iris PE" : "Contours…Iris"
  }

  private func edition(of survey: ContourSurvey) throws(Problem) -> ReferenceVintage {
    // IGN names the folder of the layer after the edition, and others after the day of delivery
    let folders = survey.origin.split(separator: "/").filter { $0.uppercased().contains("IRIS") }
    let inside = folders.compactMap { ReferenceVintage(in: String($0), toTheYear: true) }.last
    let named = ReferenceVintage(in: FilePath.name(of: path), toTheYear: true)
    let content = survey.declaredYear.map { ReferenceVintage(year: $0) } ?? inside
    if let content, let named, declared == nil, content != named {
      throw Wording.contradictoryVintage(path, named, content)
    }
    guard let edition = declared ?? content ?? named else {
      throw Wording.noVintage(path, .contours, example: "2024")
    }
    if let years = survey.attributes.years, !years.contains(edition.year) {
      throw Wording.impossibleEdition(path, edition, years)
    }
    return ReferenceVintage(year: edition.year)
  }

  /// The other files of a Shapefile that is not in an archive.
  private func shapefileParts() throws(Problem) -> [String] {
    guard isPartOfShapefile else { return [] }
    let folder = FilePath.folder(of: path)
    let stem = FilePath.withoutSuffix(FilePath.name(of: path))
    return try FilePath.names(in: folder).filter { name in
      FilePath.withoutSuffix(name) == stem && name != FilePath.name(of: path)
        && ["shp", "dbf", "shx", "prj", "cpg"].contains(FilePath.suffix(of: name))
    }.map { FilePath.join(folder, $0) }
  }

  // MARK: Tables

  private func table() throws(Problem) -> RecognisedFile {
    let table = try DelimitedFile(path)
    if let survey = try AddressSurvey(of: table) { return try addresses(survey) }
    if let survey = try CommuneListSurvey(of: table) { return try list(survey) }
    do throws(Problem) { return try census() } catch {
      let isOther = ["population.no-code-column", "population.vintage-unknown"].contains(error.code)
      throw isOther ? Wording.unknown(path) : error
    }
  }

  private func census() throws(Problem) -> RecognisedFile {
    let (census, _) = try Census.read(path)
    guard !census.irises.isEmpty, let found = ReferenceVintage(census.vintage.name) else {
      throw Wording.unknown(path)
    }
    if let declared, declared != found { throw Wording.contradictoryVintage(path, declared, found) }
    let dictionary = try Census.dictionary(beside: path)
    let isArchive = try !DelimitedFile.members(of: path).isEmpty
    return RecognisedFile(
      path: path, companions: isArchive ? [] : [dictionary].compactMap(\.self), kind: .census,
      layout: "INSEE, \(census.columns.count) colonnes de nombres", vintage: found,
      communes: Set(census.irises.map(\.commune)), count: census.irises.count)
  }

  private func addresses(_ survey: AddressSurvey) throws(Problem) -> RecognisedFile {
    let kind: ReferenceKind =
      switch survey.family {
      case .ban, .banOfShareAlike: .addresses
      case .places: .places
      case .bal: .municipal
      }
    return try recognised(
      kind, layout: survey.layout, survey.communes, foreign: survey.foreignColumns,
      latest: survey.latestDay, example: "2026-07")
  }

  private func list(_ survey: CommuneListSurvey) throws(Problem) -> RecognisedFile {
    let (kind, layout): (ReferenceKind, String) =
      switch survey.kind {
      case .communes: (.communes, "INSEE, v_commune")
      case .movements: (.movements, "INSEE, v_mvtcommune")
      case .postcodes: (.postcodes, "La Poste, hexasmal")
      }
    return try recognised(
      kind, layout: layout, survey.communes, foreign: survey.foreignColumns,
      latest: survey.latestDay, example: "2024")
  }

  private func recognised(
    _ kind: ReferenceKind, layout: String, _ communes: [Commune: Int], foreign: [String],
    latest: String?, example: String
  ) throws(Problem) -> RecognisedFile {
    guard foreign.isEmpty else { throw Wording.foreignColumns(path, kind, foreign) }
    guard !communes.isEmpty else { throw Wording.unknown(path) }
    return RecognisedFile(
      path: path, kind: kind, layout: layout,
      vintage: try vintage(of: kind, latest: latest, example: example), communes: communes.keys,
      count: communes.values.reduce(0, +))
  }

  /// What the user says, else the name, else the latest day of the rows; never before that day.
  private func vintage(
    of kind: ReferenceKind, latest: String?, example: String
  ) throws(Problem) -> ReferenceVintage {
    let isYearly = kind == .communes || kind == .movements
    let named = ReferenceVintage(in: FilePath.name(of: path), toTheYear: isYearly)
    let found = latest.flatMap { ReferenceVintage(isYearly ? $0.prefix(4) : $0.prefix(10)) }
    guard let vintage = declared ?? named ?? found else {
      throw Wording.noVintage(path, kind, example: example)
    }
    if let found, vintage.year < found.year {
      throw Wording.contradictoryVintage(path, vintage, found)
    }
    return vintage
  }
}
