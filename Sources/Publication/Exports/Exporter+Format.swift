extension Exporter {
  /// What an export may consist of, by the name that a campaign gives it.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// `.geojson`, with its `.qml` for QGIS.
    case geojson
    /// `.csv` and `.csvt` for machines, `_excel.csv` for a French Excel; IRIS and communes apart.
    case csv
    /// `.gpkg`: layers, styles, dictionary and a QGIS project in one file.
    case gpkg
    /// `datapackage.json`, `dcat.jsonld` and `LISEZMOI.txt`: what the other files are.
    case datapackage
    /// A folder of pages for the shared analysis; `Atlas` writes it.
    case atlas
    /// `.xlsx`: both tables and a sheet that explains them, for people.
    case xlsx
  }
}
