public import Diagnostics
internal import Recognition

extension FileRecognition {
  /// One page in French.
  public var text: String {
    let rows = profile.rows
    let total = FrenchNumber.grouped(rows + profile.setAside)
    var lines = [
      "\(file) : \(total) lignes = \(FrenchNumber.grouped(rows)) lues"
        + " + \(FrenchNumber.grouped(profile.setAside)) mises de côté",
      "\(profile.dialect)",
    ]
    if !otherSheets.isEmpty {
      lines.append("autres feuilles (option --sheet) : \(otherSheets.joined(separator: ", "))")
    }
    lines.append("\(profile.columns.count) colonnes, dont reconnues :")
    lines += Self.limited(known.map(Self.line), to: 24)
    lines.append("colonnes ignorées (non reconnues) : \(Self.names(unknown))")
    if !forbidden.isEmpty {
      let names = forbidden.map { "\($0.name) (\($0.role.label))" }.joined(separator: ", ")
      lines.append("colonnes jamais lues, à ne plus transmettre : \(names)")
    }
    lines += facts
    lines += blocks.isEmpty ? ["rien ne bloque"] : blocks.map { "bloquant : \($0)" }
    return lines.joined(separator: "\n")
  }

  private var known: [ColumnProfile] {
    profile.columns.filter { $0.role != .unknown && !$0.role.isForbidden }
  }

  private var unknown: [ColumnProfile] { profile.columns.filter { $0.role == .unknown } }

  private var forbidden: [ColumnProfile] { profile.columns.filter(\.role.isForbidden) }

  private var facts: [String] {
    var facts: [String] = []
    let share = route.filledShare.map { " ; remplies dans \(Self.percent($0)) des lignes" } ?? ""
    facts.append("chemin vers l’IRIS : \(route.label)\(share)")
    if let unit { facts.append(unit) }
    if let years = profile.columns.lazy.compactMap(\.years).first {
      let range =
        years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) à \(years.upperBound)"
      facts.append("période : \(range)")
    } else if let year = ReferenceSearch.year(of: file) {
      facts.append("période : \(year), d’après le nom du fichier")
    }
    if !profile.communes.isEmpty {
      let counted = profile.communes.reduce(0) { $0 + $1.rows }
      let shown = profile.communes.prefix(3).map {
        "\($0.code) (\(Self.percent(Double($0.rows) / Double(counted))))"
      }
      let more = profile.communes.count > 3 ? " et \(profile.communes.count - 3) de plus" : ""
      facts.append("communes : \(shown.joined(separator: ", "))\(more)")
    }
    if let duplicates = profile.duplicates, let key = profile.column(.key) {
      facts.append("doublons : \(FrenchNumber.grouped(duplicates)) lignes répètent « \(key.name) »")
    }
    for column in masked.prefix(4) {
      let texts = column.masks.map { "« \($0.text) » ×\(FrenchNumber.grouped($0.count))" }
      let all = texts + (column.blank > 0 ? ["vide ×\(FrenchNumber.grouped(column.blank))"] : [])
      facts.append(
        "valeurs masquées de « \(column.name) » (à déclarer) : \(all.joined(separator: ", "))")
    }
    if masked.count > 4 {
      facts.append("… et \(masked.count - 4) autres colonnes d’effectifs masqués")
    }
    if profile.totals.count > 0 {
      let places = profile.totals.lines.map(String.init).joined(separator: ", ")
      facts.append("lignes de total : \(profile.totals.count) (ligne \(places))")
    }
    if let sentence = profile.crowdSentence { facts.append(sentence) }
    facts.append("références à côté : \(references.text)")
    if references.isMismatched {
      facts.append("à vérifier : les contours ne sont pas de la géographie du recensement")
    }
    if profile.isSampled { facts.append("colonnes jugées sur un échantillon des lignes") }
    return facts
  }

  /// What a row is, as far as the columns tell.
  private var unit: String? {
    if let count = profile.countColumn { return "unité : effectifs, colonne « \(count.name) »" }
    return rowCount == 0 ? nil : "unité : une ligne par personne ou ménage, à confirmer"
  }

  /// Columns of counts where some values are hidden.
  private var masked: [ColumnProfile] {
    profile.columns.filter { $0.role == .count && (!$0.masks.isEmpty || $0.blank > 0) }
  }

  private static func line(_ column: ColumnProfile) -> String {
    let evidence = column.isFromCells ? ", d’après les cellules" : ""
    return "  \(column.name) : \(column.role.label), \(column.type.label)\(evidence)"
  }

  private static func names(_ columns: [ColumnProfile]) -> String {
    var names = columns.map(\.name).filter { !$0.isEmpty }
    let unnamed = columns.count - names.count
    if unnamed > 0 { names.append("(sans nom : \(unnamed))") }
    return names.isEmpty ? "aucune" : names.joined(separator: ", ")
  }

  private static func limited(_ lines: [String], to count: Int) -> [String] {
    if lines.count <= count { return lines }
    return lines.prefix(count - 1) + [
      "  … et \(lines.count - count + 1) autres, avec --format json"
    ]
  }

  private static func percent(_ share: Double) -> String {
    FrenchNumber.decimal(100 * share, decimals: 1) + " %"
  }

  /// The same for scripts.
  public var json: JSONValue {
    .object([
      ("file", .text(file)), ("sheet", JSONValue(profile.sheet)), ("rows", .integer(profile.rows)),
      ("set_aside", .integer(profile.setAside)), ("dialect", .text("\(profile.dialect)")),
      ("columns", .array(profile.columns.map(Self.json))), ("route", .text(route.label)),
      ("filled_share", route.filledShare.map(JSONValue.number) ?? .null),
      ("communes", .array(profile.communes.prefix(10).map { .text($0.code) })),
      ("duplicates", JSONValue(profile.duplicates)), ("totals", .integer(profile.totals.count)),
      ("crowds", .array(profile.crowds.map { .number($0.share) })),
      ("references", .text(references.text)),
      ("sampled", .boolean(profile.isSampled)), ("blocks", .array(blocks.map(JSONValue.text))),
      ("problems", problems.json),
    ])
  }

  private static func json(_ column: ColumnProfile) -> JSONValue {
    .object([
      ("name", .text(column.name)), ("role", .text(column.role.rawValue)),
      ("type", .text(column.type.rawValue)), ("from_cells", .boolean(column.isFromCells)),
      ("filled", .integer(column.filled)), ("blank", .integer(column.blank)),
      ("masks", .object(column.masks.map { ($0.text, .integer($0.count)) })),
    ])
  }
}

extension TableProfile {
  /// Addresses that many rows share, by their shares and first lines; `nil` when there is none.
  var crowdSentence: String? {
    if crowds.isEmpty { return nil }
    let places = crowds.map { crowd in
      "\(FrenchNumber.decimal(100 * crowd.share, decimals: 1)) % dès la ligne \(crowd.firstLine)"
    }
    return "adresses que beaucoup de lignes partagent (domiciliation, foyer ? à classer) : "
      + places.joined(separator: ", ")
  }
}
