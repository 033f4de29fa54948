internal import Diagnostics
internal import Files
internal import Geometry
internal import Territory

/// What describes the files of a folder to programs and to people.
///
/// - Source: OUTPUTS.md §2.5–2.6
struct Catalogue: Sendable {
  let irises: Sheet
  let communes: Sheet
  var zonings: [ZoneSheet] = []
  /// Where the territory is, and in which system; `nil` where nothing is drawn.
  var box: Envelope<Geographic>?
  let system: Int
  let notice: Notice
  let threshold: Int
  let files: [File]

  /// One file that is described.
  struct File: Sendable {
    let name: String
    let byteCount: Int
    let hash: String

    init(_ file: StagedFile) throws(Problem) {
      name = FilePath.name(of: file.destination)
      byteCount = try MappedFile(file.contentPath).bytes.count
      hash = try file.contentHash().hexadecimal
    }

    /// In lower case, without the dot.
    var suffix: String { FilePath.suffix(of: name) }

    /// Whether it holds analyses.
    var isAnalysis: Bool {
      name.hasSuffix("_analyses.csv") || name.hasSuffix("_analyses_excel.csv")
    }
  }

  /// In the order to write.
  var documents: [(name: String, text: String)] {
    [
      ("datapackage.json", DataPackage(self).text), ("dcat.jsonld", DCATDocument(self).text),
      ("csv-metadata.json", CSVWDocument(self).text), ("iso19139.xml", iso.text),
      ("LISEZMOI.txt", ReadMe(self).text),
    ]
  }

  /// The zoning that a file is about; `nil` for IRIS and communes.
  func zones(of file: File) -> ZoneSheet? {
    zonings.first { zones in
      [".csv", "_excel.csv", "_passage.csv"].contains {
        file.name.hasSuffix("_\(zones.zoning.id)\($0)")
      }
    }
  }

  /// The table in a CSV for machines, and what makes a row known; `nil` for any other file.
  func table(in file: File) -> (heads: [CellTable.Head], keys: [String])? {
    if file.suffix != "csv" || file.name.hasSuffix("_excel.csv") || file.isAnalysis { return nil }
    if file.name.hasSuffix("_passage.csv") { return nil }
    if let zones = zones(of: file) {
      return (ZoneSheet.heads + zones.sheet.columns.map { .init($0) }, ["code_zone"])
    }
    if file.name.hasSuffix("_communes.csv") {
      return (communes.columns.map { .init($0) }, ["niveau", "code_com"])
    }
    return (irises.columns.map { .init($0) }, ["code_iris"])
  }

  private var iso: ISODocument {
    ISODocument(
      title: "Indicateurs par IRIS, \(notice.campaign)", notice: notice, threshold: threshold,
      system: system, box: box)
  }

  /// What one file is, in a few words.
  func role(of file: File) -> String {
    if file.isAnalysis { return "analyses : lissage, contiguïté, groupes, standardisation" }
    guard let zoning = zones(of: file)?.zoning else { return Self.role(of: file) }
    if file.name.hasSuffix("_passage.csv") {
      return "ce dont chaque zone est faite : \(zoning.title)"
    }
    let reader = file.name.hasSuffix("_excel.csv") ? "pour Excel" : "pour les programmes"
    return "\(reader), une ligne par zone : \(zoning.title)"
  }

  /// The same for files of IRIS and communes.
  private static func role(of file: File) -> String {
    let isCommune = file.name.contains("_communes")
    let rows = isCommune ? "une ligne par commune" : "une ligne par IRIS"
    switch file.suffix {
    case "geojson": return "carte et tableau, une entité par IRIS (QGIS, web)"
    case "gpkg": return "tout-en-un pour QGIS : couches, styles, projet, dictionnaire"
    case "xlsx": return "pour Excel, deux tableaux et une feuille d’explications"
    case "qml": return "style QGIS du .geojson"
    case "csvt": return "types des colonnes du .csv"
    case "csv" where file.name.hasSuffix("_excel.csv"): return "pour Excel, \(rows)"
    case "csv": return "pour les programmes, \(rows)"
    default: return "document"
    }
  }

  static func mediaType(of file: File) -> String {
    switch file.suffix {
    case "geojson": "application/geo+json"
    case "gpkg": "application/geopackage+sqlite3"
    case "csv": "text/csv"
    case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case "qml": "application/xml"
    case "html": "text/html"
    default: "text/plain"
    }
  }
}
