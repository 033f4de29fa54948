internal import Analyses
internal import Rates
internal import Tables
internal import Territory

/// Analyses of a release as CSV: one row for each area, indicator and method.
struct AnalysisFile {
  let table: AnalysisTable
  let irises: Sheet

  /// The whole file.
  func bytes(for audience: CSVWriter.Audience) -> [UInt8] {
    var writer = CSVWriter(for: audience)
    let notes = irises.columns.filter { NoticeColumns.allNames.contains($0.name) }
    writer.row(
      [
        "analyse", "zone", "methode", "valeur", "borne_basse", "borne_haute", "classe",
        "probabilite", "reference",
      ] + notes.map(\.name))
    for line in table.lines {
      append(line, to: &writer)
      for note in notes {
        if let row = irises.rows.first {
          CSVFile.append(note.value(row), to: &writer)
        } else {
          writer.blank()
        }
      }
      writer.endRow()
    }
    return writer.bytes
  }

  private func append(_ line: AnalysisTable.Line, to writer: inout CSVWriter) {
    writer.text(line.indicator)
    writer.code(line.zone?.name ?? "")
    writer.text(line.method.rawValue)
    if line.method == .quintiles {
      writer.integer(Int(line.value))
    } else {
      writer.decimal(line.value, decimals: 4)
    }
    writer.decimal(line.interval?.lower, decimals: 4)
    writer.decimal(line.interval?.upper, decimals: 4)
    writer.text(line.word)
    writer.decimal(line.probability, decimals: 3)
    writer.text(line.reference)
  }
}

extension Zone {
  /// `010040101`, `hors IRIS 01004`, `commune 01004`.
  fileprivate var name: String {
    switch self {
    case .iris(let iris): iris.code
    case .unlocated(let commune): "hors IRIS \(commune.code)"
    case .commune(let commune): "commune \(commune.code)"
    }
  }
}
