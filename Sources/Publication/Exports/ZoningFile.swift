internal import Diagnostics
internal import Disclosure
internal import Tables
internal import Territory

/// The areas of another zoning as CSV, and what each of them is made of.
///
/// The second file is what lets anybody check the first against the IRIS: which IRIS lie in an area, and
/// which of them only in part.
struct ZoningFile {
  let zones: ZoneSheet

  private var zoning: Zoning { zones.zoning }

  /// One row for each area.
  func figures(for audience: CSVWriter.Audience) -> [UInt8] {
    CSVFile.bytes(of: zones.table, for: audience)
  }

  /// One row for each IRIS, or commune, and area where its persons may live; without area, « in none ».
  var passage: [UInt8] {
    var writer = CSVWriter(for: .machine)
    let isOfCommunes = zoning.isOfCommunes
    let notes = noticeColumns
    writer.row(
      ["zonage", isOfCommunes ? "commune" : "iris", "code_zone", "part"] + notes.map(\.name))
    for (member, area, part) in members {
      writer.text(zoning.id)
      writer.code(member)
      writer.code(area)
      writer.text(part)
      for note in notes { writer.text(note.text) }
      writer.endRow()
    }
    return writer.bytes
  }

  /// Refuses names that a spreadsheet would compute.
  ///
  /// - Throws: `exports.formula`
  func checkTexts() throws(Problem) {
    for area in zoning.areas where CSVWriter.readsAsFormula(area.name) {
      throw Wording.formula(column: "nom_zone", code: area.code)
    }
  }

  private var members: [(member: String, area: String, part: String)] {
    switch zoning.members {
    case .communes(let areas):
      areas.sorted { $0.key < $1.key }.map { ($0.key.code, $0.value, "entier") }
    case .irises(let options):
      options.sorted { $0.key < $1.key }.flatMap { iris, areas in
        areas.map { (iris.code, $0, areas.count == 1 ? "entier" : "partiel") }
      }
    }
  }

  /// What every file carries, as texts.
  private var noticeColumns: [(name: String, text: String)] {
    guard let row = zones.sheet.rows.first else { return [] }
    return zones.sheet.columns.filter { NoticeColumns.allNames.contains($0.name) }.map { column in
      if case .text(let text) = column.value(row) { (column.name, text) } else { (column.name, "") }
    }
  }
}
