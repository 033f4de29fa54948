internal import Diagnostics
internal import Disclosure
internal import Files
internal import Rates
internal import Tables
internal import Territory

/// A sheet as CSV: for machines with its `.csvt`, or for a French Excel.
///
/// - Source: OUTPUTS.md §2.3
struct CSVFile: Sendable {
  /// The rows and columns; a column keeps its place even when no row has a value.
  let sheet: Sheet
  /// For whom the file is.
  let audience: CSVWriter.Audience

  /// How many bytes are gathered before they go to the file.
  private static let block = 1 << 20

  /// Appends the whole file.
  func write(to file: StagedFile) throws(Problem) {
    var writer = CSVWriter(for: audience)
    writer.row(sheet.columns.map(\.name))
    for row in sheet.rows {
      for column in sheet.columns { Self.append(column.value(row), to: &writer) }
      writer.endRow()
      if writer.bytes.count >= Self.block { try file.write(writer.takeBytes()) }
    }
    try file.write(writer.takeBytes())
  }

  /// Types of the columns for GDAL and QGIS: the three words that all their readers know, between
  /// commas whatever the separator of the CSV.
  static func types(of sheet: Sheet) -> String {
    sheet.columns.map { "\"\(typeName(of: $0.kind))\"" }.joined(separator: ",") + "\r\n"
  }

  /// Refuses texts that a spreadsheet would compute.
  ///
  /// - Throws: `exports.formula`
  static func checkTexts(of sheet: Sheet) throws(Problem) {
    let columns = sheet.columns.filter { $0.kind == .text }
    for row in sheet.rows {
      for column in columns {
        guard case .text(let text) = column.value(row), CSVWriter.readsAsFormula(text) else {
          continue
        }
        let code = row.zone.iris?.code ?? row.zone.commune.code
        throw Wording.formula(column: column.name, code: code)
      }
    }
  }

  private static func typeName(of kind: Column.Kind) -> String {
    switch kind {
    case .text, .code: "String"
    case .integer: "Integer"
    case .decimal: "Real"
    }
  }

  /// A whole table, small enough to be held.
  static func bytes(of table: CellTable, for audience: CSVWriter.Audience) -> [UInt8] {
    var writer = CSVWriter(for: audience)
    writer.row(table.heads.map(\.name))
    for row in table.rows {
      for cell in row { append(cell, to: &writer) }
      writer.endRow()
    }
    return writer.bytes
  }

  private static func append(_ cell: Cell, to writer: inout CSVWriter) {
    switch cell {
    case .empty: writer.blank()
    case .text(let text): writer.text(text)
    case .code(let code): writer.code(code)
    case .integer(let number): writer.integer(number)
    case .decimal(let number): writer.decimal(number.value, decimals: number.decimals)
    }
  }
}
