internal import Diagnostics
internal import Rates

/// `csv-metadata.json`: what the columns of each CSV are, for readers that follow the W3C.
///
/// - Source: W3C, Metadata Vocabulary for Tabular Data, 2015
struct CSVWDocument: Sendable {
  private let catalogue: Catalogue

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The whole document.
  var text: String {
    let notice = catalogue.notice
    let group = JSONValue.object([
      (
        "@context",
        .array([
          .text("http://www.w3.org/ns/csvw"), .object([("@language", .text("fr"))]),
        ])
      ),
      ("dc:title", .text("Indicateurs par IRIS, \(notice.campaign)")),
      ("dc:rights", .text(notice.mention)),
      ("dc:description", .text(description)),
      ("dc:source", .array(notice.attributions.map(JSONValue.text))),
      ("dialect", dialect), ("tables", .array(catalogue.files.compactMap(table))),
    ])
    return group.description + "\n"
  }

  private var description: String {
    let notice = catalogue.notice
    return [notice.stamp, notice.warning, Wording.rule(catalogue.threshold)]
      .compactMap(\.self).joined(separator: " ")
  }

  private var dialect: JSONValue {
    .object([
      ("delimiter", .text(";")), ("encoding", .text("utf-8")), ("header", .boolean(true)),
      ("lineTerminators", .array([.text("\r\n")])), ("quoteChar", .text("\"")),
    ])
  }

  private func table(_ file: Catalogue.File) -> JSONValue? {
    guard let table = catalogue.table(in: file) else { return nil }
    return .object([
      ("url", .text(file.name)), ("dc:title", .text(catalogue.role(of: file))),
      (
        "tableSchema",
        .object([
          ("columns", .array(table.heads.map(column))),
          ("primaryKey", .array(table.keys.map(JSONValue.text))),
        ])
      ),
    ])
  }

  /// The first title is the one that stands in the file.
  private func column(_ head: CellTable.Head) -> JSONValue {
    .object([
      ("name", .text(head.name)),
      ("titles", .object([("fr", .array([.text(head.name), .text(head.alias)]))])),
      ("datatype", .text(Self.type(of: head.kind))), ("null", .text("")),
    ])
  }

  private static func type(of kind: Column.Kind) -> String {
    switch kind {
    case .text, .code: "string"
    case .integer: "integer"
    case .decimal: "decimal"
    }
  }
}
