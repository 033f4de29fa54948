internal import Disclosure
internal import Rates
internal import Territory

/// The areas of another zoning than the IRIS, one row each, with the columns of the IRIS' indicators.
struct ZoneSheet: Sendable {
  let zoning: Zoning
  /// A row for each area, in their order.
  let sheet: Sheet

  init(_ table: Release.ZoningTable, like irises: Sheet, notice: Notice) {
    zoning = table.zoning
    sheet = Sheet(table, like: irises, notice: notice)
  }

  /// The layer of a GeoPackage that draws them; no indicator's and no other layer's name.
  var layer: String { "zonage_\(zoning.id)" }

  /// What says which area a row is about.
  static let heads: [CellTable.Head] = [
    .init("zonage", "Zonage", .text), .init("code_zone", "Code de la zone", .code),
    .init("nom_zone", "Nom de la zone", .text),
  ]

  /// The whole table, as every format has it.
  var table: CellTable {
    CellTable(
      heads: Self.heads + sheet.columns.map { .init($0) },
      rows: zip(zoning.areas, sheet.rows).map { area, row in
        let own: [Cell] = [.text(zoning.id), .code(area.code), .text(area.name)]
        return own + sheet.columns.map { $0.value(row) }
      })
  }
}
