import Audit
import TestSupport

/// A release written by hand in the form of `Exports`: one commune, its CSV, GeoJSON and style.
struct WrittenRelease {
  /// One indicator: counts by IRIS, then the unlocated; withheld rows by position.
  struct Column {
    var id = "c2s"
    var counts: [Int]
    var hidden: Set<Int>
    var population: [Double] = []
    var parts: [String] = []
    var vintage = "2025-12-31"
    var isTotalHidden = false
    /// Printed changes in percent, by row, since an earlier date.
    var changes: [Int: String] = [:]
    var since = ""
    /// « euro » for an amount.
    var unit = "personne"
    /// Its own threshold.
    var threshold: Int?
    var source = "cpam"
  }

  var columns: [Column]
  var threshold = 11
  var edition = "IRIS 2024"
  /// Cells that a mutant writes: file suffix, row, column, text.
  var forged: [(file: String, row: Int, column: String, text: String)] = []
  /// Class bounds of the first indicator, and how many IRIS each class counts.
  var bounds: [String] = []
  var classCounts: [Int] = []

  /// Writes the files and gives their folder.
  func written() -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.write(csv(".csv", rows: 0..<zones - 1), to: "essai.csv")
    folder.write(csv("_communes.csv", rows: zones - 1..<zones + 1), to: "essai_communes.csv")
    folder.write(geojson, to: "essai.geojson")
    if !bounds.isEmpty { folder.write(style, to: "essai.qml") }
    return folder
  }

  private var zones: Int { columns[0].counts.count }

  private func csv(_ file: String, rows: Range<Int>) -> String {
    let leading = file == ".csv" ? ["code_iris", "code_com"] : ["niveau", "code_com"]
    let header = (leading + columns.flatMap(names) + ["mill_num", "geo"]).joined(separator: ";")
    let lines = rows.map { row in
      let cells = zone(row) + columns.flatMap { values($0, row, file).map(\.1) }
      return (cells + [columns[0].vintage, edition]).joined(separator: ";")
    }
    return ([header] + lines).map { $0 + "\r\n" }.joined()
  }

  private func zone(_ row: Int) -> [String] {
    if row == zones { return ["commune", "01004"] }
    return row == zones - 1 ? ["hors IRIS", "01004"] : [code(row), "01004"]
  }

  private func code(_ row: Int) -> String { "01004" + (row < 9 ? "000" : "00") + "\(row + 1)" }

  private func names(_ column: Column) -> [String] {
    ((column.population.isEmpty ? ["n", "st"] : ["n", "d", "t", "meth", "st"])
      + (column.since.isEmpty ? [] : ["evol"]))
      .map { "\(column.id)_\($0)" }
  }

  private func values(_ column: Column, _ row: Int, _ file: String) -> [(String, String)] {
    let isTotal = row == zones
    let isHidden = isTotal ? column.isTotalHidden : column.hidden.contains(row)
    let count = isTotal ? column.counts.reduce(0, +) : column.counts[row]
    var cells = ["n": isHidden ? "" : "\(count)", "st": isHidden ? "c" : ""]
    cells["evol"] = column.changes[row] ?? ""
    let base = row < column.population.count ? column.population[row] : nil
    if let base {
      cells["d"] = "\(base)"
      cells["t"] = isHidden ? "" : twoDecimals(100 * Double(count) / base)
      cells["meth"] = isHidden ? "" : "wilson"
    }
    for cell in forged where cell.file == file && cell.row == row {
      if cell.column.hasPrefix(column.id + "_") {
        cells[String(cell.column.dropFirst(column.id.count + 1))] = cell.text
      }
    }
    return names(column).map { ($0, cells[String($0.dropFirst(column.id.count + 1))] ?? "") }
  }

  private var geojson: String {
    let features = (0..<zones - 1).map { row in
      let numbers = columns.flatMap { values($0, row, ".geojson") }.map { name, text in
        let isText = name.hasSuffix("_st") || name.hasSuffix("_meth")
        let value = isText ? "\"\(text)\"" : text.isEmpty ? "null" : text
        return "\"\(name)\": \(value)"
      }
      return "{\"type\": \"Feature\", \"properties\": {\"code_iris\": \"\(code(row))\", "
        + (["\"code_com\": \"01004\""] + numbers).joined(separator: ", ")
        + "}, \"geometry\": {\"type\": \"MultiPolygon\", \"coordinates\": [[[[3.0,4.0],[3.1,4.0]]]]}}"
    }
    let indicators = columns.map { column in
      "{\"id\": \"\(column.id)\", \"colonnes\": \"\(column.id)\", \"numerateur\": \"\(column.source)\", "
        + "\"unite\": \"\(column.unit)\", "
        + (column.threshold.map { "\"seuil\": \($0), " } ?? "")
        + "\"mill_num\": \"\(column.vintage)\", \"pour\": 100.0"
        + (column.population.isEmpty ? "" : ", \"methode\": \"wilson\"")
        + (column.since.isEmpty ? "" : ", \"evolution_depuis\": \"\(column.since)\"")
        + ", \"parties\": [\(column.parts.map { "\"\($0)\"" }.joined(separator: ", "))]}"
    }
    return "{\"type\": \"FeatureCollection\",\n\"metadata\": {\"seuil\": \(threshold), "
      + "\"indicateurs\": [\(indicators.joined(separator: ", "))]},\n\"features\": [\n"
      + features.joined(separator: ",\n") + "\n]\n}\n"
  }

  private var style: String {
    let name = "&quot;\(columns[0].id)_t&quot;"
    let rules = (0...bounds.count).map { index in
      let above = index > 0 ? " AND \(name) &gt;= \(bounds[index - 1])" : ""
      let below = index < bounds.count ? " AND \(name) &lt; \(bounds[index])" : ""
      let count = index < classCounts.count ? " (\(classCounts[index]))" : ""
      return "<rule key=\"\(index)\" label=\"classe\(count)\" filter=\"st = ''\(above)\(below)\"/>"
    }
    return "<qgis><rules>\(rules.joined())</rules></qgis>"
  }

  private func twoDecimals(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }
}

extension TemporaryFolder {
  /// The certificate of the release in this folder.
  func certificate(
    ledger: [TemporaryFolder] = [], promise: Promise? = nil,
    insiders: [Insider]? = nil
  ) throws -> Certificate {
    try Auditor(
      "essai", files: PublicFile.all(in: path), ledger: ledger.map(\.path), promise: promise,
      insiders: insiders
    ).certificate()
  }
}
