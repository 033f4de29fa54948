internal import Diagnostics
internal import Projection
internal import Recognition

extension CampaignDraft {
  /// What the file is, and how its rows are read.
  var source: [String] {
    let profile = recognition.profile
    var lines = ["sources:", "  - id: \(id)", "    file: \(path(recognition.file))"]
    if let sheet = profile.sheet { lines.append("    sheet: \(JSONValue.quoted(sheet))") }
    let year = ReferenceSearch.year(of: recognition.file)
    lines.append("    # date que les effectifs décrivent : déduite du nom du fichier, à vérifier")
    lines.append("    reference_date: \"\(year.map(String.init) ?? "à compléter")\"")
    lines += unit + route
    if let key = profile.column(.key) {
      lines.append(
        "    # \(profile.duplicates ?? 0) lignes répètent ce pseudonyme ; keep, once ou refuse")
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
      let pairs = profile.totalWords.sorted { $0.key < $1.key }.map { column, words in
        let texts = words.map(JSONValue.quoted).joined(separator: ", ")
        return "\(JSONValue.quoted(column)): [\(texts)]"
      }
      lines.append("    exclude: { \(pairs.joined(separator: ", ")) }")
    }
    return lines + ignored
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
    guard let count = recognition.profile.countColumn else {
      return [
        "    # une ligne par personne : à vérifier (person, household ou count)",
        "    unit: person",
      ]
    }
    let others = recognition.profile.columns.filter { $0.role == .count && $0.index != count.index }
    var lines = [
      "    # des effectifs déjà comptés", "    unit: count",
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

  private var ignored: [String] {
    let forbidden = recognition.profile.columns.filter(\.role.isForbidden).map(\.name)
    if forbidden.isEmpty { return [] }
    return ["    # jamais lues, à ne plus transmettre : \(forbidden.joined(separator: ", "))"]
  }
}
