public import Diagnostics
internal import Projection
internal import Recognition
internal import Tables

extension FileRecognition {
  /// The page for scripts.
  public func json(blocks: [Block]) -> JSONValue {
    .object(reading + findings + verdict(blocks))
  }

  private typealias Members = [(key: String, value: JSONValue)]

  private var reading: Members {
    let dialect = profile.dialect
    return [
      ("file", .text(file)), ("sheet", JSONValue(profile.sheet)), ("rows", .integer(profile.rows)),
      ("set_aside", .integer(profile.setAside)), ("dialect", .text("\(dialect)")),
      ("encoding", .text(dialect.encoding.rawValue)),
      ("separator", .text(String(UnicodeScalar(dialect.separator)))),
      ("header_line", .integer(dialect.headerLine)), ("label_line", JSONValue(dialect.labelLine)),
      ("columns", .array(profile.columns.map(Self.json))), ("route", .text(route.label)),
      ("filled_share", route.filledShare.map(JSONValue.number) ?? .null),
    ]
  }

  private var findings: Members {
    let unavailable = (profile.unavailable?.texts ?? []).map {
      (key: $0.text, value: JSONValue.integer($0.count))
    }
    return [
      ("systems", .array(profile.systems.map { .text($0.label) })),
      ("unit", .text(profile.counts.isEmpty && !profile.isByPlace ? "person" : "count")),
      ("count", JSONValue(profile.countColumn?.name)),
      ("counts", .array(profile.counts.map { .text($0.name) })), ("periods", period.json),
      ("communes", .array(profile.communes.prefix(10).map { .text($0.code) })),
      ("duplicates", JSONValue(profile.duplicates)), ("totals", .integer(profile.totals.count)),
      ("total_lines", .array(profile.totals.lines.map(JSONValue.integer))),
      ("unavailable", .object(unavailable)),
      (
        "crowds",
        .array(
          profile.crowds.map { crowd in
            .object([
              ("share", .number(crowd.share)), ("first_line", .integer(crowd.firstLine)),
            ])
          })
      ),
    ]
  }

  private func verdict(_ blocks: [Block]) -> Members {
    [
      ("references", .text(references.text)), ("sampled", .boolean(profile.isSampled)),
      ("blocks", .array(blocks.map { .text($0.text) })), ("problems", problems.json),
    ]
  }

  private static func json(_ column: ColumnProfile) -> JSONValue {
    .object([
      ("name", .text(column.name)), ("position", .integer(column.index + 1)),
      ("role", .text(column.role.rawValue)),
      ("type", .text(column.type.rawValue)), ("from_cells", .boolean(column.isFromCells)),
      ("made_up_name", .boolean(column.hasMadeUpName)),
      ("unlike_address", .boolean(column.isUnlikeAddress)),
      ("filled", .integer(column.filled)), ("blank", .integer(column.blank)),
      ("masks", .object(masks(column))),
      ("repairs", .object(repairs(column))),
    ])
  }

  /// In a column of anything else, « C » is no mask.
  private static func masks(_ column: ColumnProfile) -> Members {
    column.role == .count ? column.masks.map { ($0.text, .integer($0.count)) } : []
  }

  /// What is wrong in the cells, with counts and first lines.
  private static func repairs(_ column: ColumnProfile) -> Members {
    let zeros = column.lostZeros
    let found: [(String, LinePlaces)] =
      [
        ("short", zeros == nil ? column.shortCodes : LinePlaces()),
        ("restored", zeros?.restored ?? LinePlaces()),
        ("ambiguous", zeros?.ambiguous ?? LinePlaces()),
        ("unknown", zeros?.unknown ?? LinePlaces()), ("inflated", column.inflatedCodes),
        ("lost", column.lostCodes), ("dates", column.dateNumbers),
        ("unclear_dates", column.unclearNumbers),
      ] + (column.role == .count ? [("odd", column.odd), ("negative", column.negative)] : [])
      + column.identities.map { ($0.role.rawValue, $0.places) }
    return found.filter { $0.1.count > 0 }.map { name, places in
      (
        name,
        .object([
          ("count", .integer(places.count)), ("lines", .array(places.lines.map(JSONValue.integer))),
        ])
      )
    }
  }
}
