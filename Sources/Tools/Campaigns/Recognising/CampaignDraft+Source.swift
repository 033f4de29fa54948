internal import Diagnostics
internal import Projection
internal import Recognition
internal import Tables

extension CampaignDraft {
  /// What the file is, and how its rows are read.
  var source: [String] {
    let profile = recognition.profile
    var lines = ["sources:", "  - id: \(id)", "    file: \(path(recognition.file))"]
    if let sheet = profile.sheet { lines.append("    sheet: \(JSONValue.quoted(sheet))") }
    if profile.dialect.headerLine > 1 {
      lines.append("    header_line: \(profile.dialect.headerLine)")
    }
    lines += date
    lines += unit + route
    if let key = profile.column(.key) {
      lines.append(
        "    # \(FrenchNumber.counted(profile.duplicates ?? 0, "ligne répète", "lignes répètent")) ce pseudonyme ; keep, once ou refuse"
      )
      lines.append("    key: \(JSONValue.quoted(key.name))")
      lines.append("    duplicates: keep")
    }
    lines += categories
    if let crowd = profile.crowds.first {
      let share = FrenchNumber.decimal(100 * crowd.share, decimals: 1)
      lines.append(
        "    # une adresse concentre \(share) % des lignes (dès la ligne \(crowd.firstLine)) : domiciliation ?"
      )
      lines.append("    # la classer : special_addresses, un fichier d’adresses avec « classe »")
    }
    if !profile.totalWords.isEmpty {
      lines.append("    # lignes de total, à ne pas compter avec les autres")
      lines.append("    exclude: { \(totals.joined(separator: ", ")) }")
    }
    if profile.hasUntoldTotals {
      lines.append(
        "    # des lignes de données commencent comme des totaux (« Total … ») : les totaux sont à supprimer du fichier"
      )
    }
    return lines + unavailable + ignored
  }

  /// « "LIB": ["Total"] »: the words of totals, by column.
  private var totals: [String] {
    recognition.profile.totalWords.sorted { $0.key < $1.key }.map(Self.pair)
  }

  private static func pair(_ column: String, _ texts: [String]) -> String {
    let quoted = texts.map(JSONValue.quoted).joined(separator: ", ")
    return "\(JSONValue.quoted(column)): [\(quoted)]"
  }

  /// Without a date, and with several, the campaign is not complete: no rate is made of it.
  private var date: [String] {
    switch recognition.period {
    case .one(let period, _):
      return [
        "    # date que les effectifs décrivent : \(recognition.period.text ?? ""), à vérifier",
        "    reference_date: \(JSONValue.quoted(period.text))",
      ]
    case .several(let column, let periods):
      let texts = periods.map(\.text)
      let others = totals + [Self.pair(column, Array(texts.dropLast()))]
      return [
        "    # \(texts.count) périodes dans « \(column) », qui ne s’ajoutent pas : n’en garder qu’une et la dater",
        "    # exclude: { \(others.joined(separator: ", ")) }",
        "    # reference_date: \(JSONValue.quoted(texts[texts.count - 1]))",
      ]
    case .unknown:
      return ["    # date que les effectifs décrivent", "    # reference_date: \"à compléter\""]
    }
  }

  /// Sex, and an age when its labels are few enough to be classes.
  private var categories: [String] {
    let dimensions: [(String, ColumnRole)] = [("sexe", .sex), ("age", .age)]
    let pairs = dimensions.compactMap { name, role in
      recognition.profile.column(role).flatMap { column -> String? in
        guard let distinct = column.distinct, distinct <= Self.mostClasses else { return nil }
        return "\(name): \(JSONValue.quoted(column.name))"
      }
    }
    return pairs.isEmpty ? [] : ["    categories: { \(pairs.joined(separator: ", ")) }"]
  }

  /// More labels than that are ages, not classes of age.
  private static let mostClasses = 24

  private var unit: [String] {
    let counts = recognition.profile.counts
    guard let count = recognition.profile.countColumn else {
      return counts.isEmpty && !recognition.profile.isByPlace ? Self.person : Self.choice(counts)
    }
    let others = counts.filter { $0.index != count.index }
    var lines = [
      "    # des effectifs déjà comptés : à confirmer", "    unit: count",
      "    count: \(JSONValue.quoted(count.name))",
    ]
    if !others.isEmpty {
      lines.append("    # autres effectifs : \(others.map(\.name).joined(separator: ", "))")
    }
    var masks = count.masks.map { "\(JSONValue.quoted($0.text)): \(Self.meaning($0.text))" }
    if count.blank > 0 { masks.append("\"\": missing") }
    if !masks.isEmpty {
      lines.append("    # sens proposé des valeurs masquées : à faire confirmer par le partenaire")
      lines.append("    masked: { \(masks.joined(separator: ", ")) }")
    }
    return lines
  }

  private static let person = [
    "    # une ligne par personne : à vérifier (person, household ou count)",
    "    unit: person",
  ]

  /// Nobody but the user knows which column counts the people.
  private static func choice(_ counts: [ColumnProfile]) -> [String] {
    [
      "    # effectif à choisir : celui qui compte toutes les personnes, une seule ligne",
      "    unit: count",
    ]
      + counts.prefix(12).map { "    # count: \(JSONValue.quoted($0.name))" }
  }

  private static func meaning(_ text: String) -> String {
    if case .interval(let range) = MaskProposal(text: text) {
      return "[\(range.lowerBound), \(range.upperBound)]"
    }
    return "missing"
  }

  private var route: [String] {
    switch recognition.route {
    case .iris(let columns):
      let names = columns.map { JSONValue.quoted($0.name) }.joined(separator: ", ")
      return ["    iris: [\(names)]"]
    case .position(let x, let y, let system):
      let mark = x.type == .decimalComma ? "," : "."
      let code = system.system.epsgCode.map { "EPSG:\($0)" } ?? "EPSG:4326"
      var pairs = [
        "x: \(JSONValue.quoted(x.name))", "y: \(JSONValue.quoted(y.name))", "crs: \"\(code)\"",
        "decimal: \"\(mark)\"",
      ]
      if let commune = recognition.profile.column(.commune) {
        pairs.append("commune: \(JSONValue.quoted(commune.name))")
      }
      return [
        "    # système le plus plausible : les positions y tombent en France",
        "    position: { \(pairs.joined(separator: ", ")) }",
      ]
    case .address(let parts):
      let pairs = parts.map { key, columns in
        let names = columns.map { JSONValue.quoted($0.name) }
        return "\(key): " + (names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]")
      }
      return ["    address: { \(pairs.joined(separator: ", ")) }"]
    case .commune(let column):
      return [
        "    # totaux par commune (\(column.name)) : à déclarer dans totals d’une autre source"
      ]
    case .none: return ["    # aucun chemin vers l’IRIS reconnu : donner iris, position ou address"]
    }
  }

  /// The texts by which the partner says that a row is not delivered.
  private var unavailable: [String] {
    guard let found = recognition.profile.unavailable else { return [] }
    let texts = found.texts.map { JSONValue.quoted($0.text) }.joined(separator: ", ")
    return [
      "    # lignes sans aucun chiffre, que cette colonne dit non transmises : à confirmer",
      "    unavailable: { \(JSONValue.quoted(found.column)): [\(texts)] }",
    ]
  }

  private var ignored: [String] {
    let forbidden = recognition.profile.columns.filter(\.role.isForbidden).map(\.name)
    if forbidden.isEmpty { return [] }
    return ["    # jamais lues, à ne plus transmettre : \(forbidden.joined(separator: ", "))"]
  }
}
