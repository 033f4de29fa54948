internal import Diagnostics
internal import Disclosure

/// `datapackage.json`: the tables, their columns and their types, for programs.
///
/// - Source: Data Package standard 2.0, datapackage.org
struct DataPackage: Sendable {
  private let catalogue: Catalogue

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The whole document.
  var text: String {
    let notice = catalogue.notice
    let sources = ([notice.mention] + notice.attributions).map {
      JSONValue.object([("title", .text($0))])
    }
    let package = JSONValue.object([
      ("$schema", .text("https://datapackage.org/profiles/2.0/datapackage.json")),
      ("name", .text(notice.campaign)),
      ("title", .text("Indicateurs par IRIS, \(notice.campaign)")),
      ("description", .text(description)), ("version", .text(notice.date)),
      ("created", .text(notice.date + "T00:00:00Z")), ("licenses", .array([licence])),
      ("sources", .array(sources)),
      ("contributors", .array([rightsHolder])), ("resources", .array(resources)),
    ])
    return package.description + "\n"
  }

  private var description: String {
    [catalogue.notice.warning, catalogue.notice.mention, Wording.rule(catalogue.threshold)]
      .compactMap(\.self).joined(separator: " ")
  }

  private var licence: JSONValue {
    .object([
      ("name", .text("convention")),
      ("title", .text("Diffusion régie par la convention entre les partenaires")),
    ])
  }

  private var rightsHolder: JSONValue {
    .object([
      ("title", .text(catalogue.notice.mention)), ("roles", .array([.text("rightsHolder")])),
    ])
  }

  /// The CSV for machines as tables, the maps as files; the same again for Excel is left out.
  private var resources: [JSONValue] {
    catalogue.files.filter(isDescribed).map { file in
      table(file) ?? .object(members(of: file))
    }
  }

  private func isDescribed(_ file: Catalogue.File) -> Bool {
    !["csvt", "qml"].contains(file.suffix) && !file.name.hasSuffix("_excel.csv")
  }

  private func members(of file: Catalogue.File) -> [(String, JSONValue)] {
    [
      ("name", .text(Self.slug(file.name))), ("title", .text(catalogue.role(of: file))),
      ("path", .text(file.name)), ("mediatype", .text(Catalogue.mediaType(of: file))),
      ("bytes", .integer(file.byteCount)), ("hash", .text("sha256:" + file.hash)),
    ]
  }

  private func table(_ file: Catalogue.File) -> JSONValue? {
    guard let table = catalogue.table(in: file) else { return nil }
    return .object(
      members(of: file) + [
        ("type", .text("table")), ("encoding", .text("utf-8")),
        ("dialect", .object([("delimiter", .text(";")), ("lineTerminator", .text("\r\n"))])),
        (
          "schema",
          .object([
            ("fields", .array(table.heads.map(field))),
            ("primaryKey", .array(table.keys.map(JSONValue.text))),
            ("missingValues", .array([.text("")])),
          ])
        ),
      ])
  }

  private func field(_ column: CellTable.Head) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .text(column.name)), ("type", .text(Self.type(of: column.kind))),
      ("title", .text(column.alias)),
    ]
    if column.name == "code_iris" {
      members.append(("constraints", Self.pattern(#"^(\d{2}|2[AB])\d{7}$"#)))
    }
    if column.name.hasSuffix("_st") {
      let words = Release.Status.allCases.map { "\($0.rawValue) : \(Wording.meaning(of: $0))" }
      members.append(("description", .text(words.joined(separator: " ; "))))
    }
    return .object(members)
  }

  private static func pattern(_ pattern: String) -> JSONValue {
    .object([("required", .boolean(true)), ("pattern", .text(pattern))])
  }

  private static func type(of kind: Column.Kind) -> String {
    switch kind {
    case .text, .code: "string"
    case .integer: "integer"
    case .decimal: "number"
    }
  }

  /// Names of resources are lower case, with `.`, `-` and `_`.
  private static func slug(_ name: String) -> String { name.lowercased() }
}
