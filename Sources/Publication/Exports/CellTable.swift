/// Named columns and rows of cells, before any format: whatever the rows are about.
struct CellTable: Sendable {
  /// One column.
  struct Head: Sendable, Hashable {
    let name: String
    /// In French, for people.
    let alias: String
    let kind: Column.Kind

    init(_ name: String, _ alias: String, _ kind: Column.Kind) {
      (self.name, self.alias, self.kind) = (name, alias, kind)
    }

    init(_ column: Column) { self.init(column.name, column.alias, column.kind) }
  }

  let heads: [Head]
  /// One cell for each column.
  let rows: [[Cell]]
}

extension CellTable {
  /// The rows of a sheet.
  init(_ sheet: Sheet) {
    self.init(
      heads: sheet.columns.map { Head($0) },
      rows: sheet.rows.map { row in sheet.columns.map { $0.value(row) } })
  }
}
